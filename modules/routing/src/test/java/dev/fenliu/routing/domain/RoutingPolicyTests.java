package dev.fenliu.routing.domain;

import static dev.fenliu.chatgroups.ChatSource.CART;
import static dev.fenliu.chatgroups.ChatSource.ORDER_PAGE;
import static dev.fenliu.chatgroups.ChatSource.PRODUCT_PAGE;
import static dev.fenliu.routing.domain.RoutingFixtures.M;
import static dev.fenliu.routing.domain.RoutingFixtures.N1;
import static dev.fenliu.routing.domain.RoutingFixtures.NOW;
import static dev.fenliu.routing.domain.RoutingFixtures.P1;
import static dev.fenliu.routing.domain.RoutingFixtures.P2;
import static dev.fenliu.routing.domain.RoutingFixtures.Q1;
import static dev.fenliu.routing.domain.RoutingFixtures.theShop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.Trigger;
import dev.fenliu.routing.domain.Decision.Assign;
import dev.fenliu.routing.domain.Decision.Hold;
import dev.fenliu.routing.domain.Decision.Stage;
import dev.fenliu.routing.domain.Decision.Stay;
import dev.fenliu.routing.domain.Explanation.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RoutingPolicyTests {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Nested
    class Row0 {
        @Test
        void withDistributionOffTheMainAccountGetsItEvenWhenOffline() {
            var shop = theShop().off().online(P1, 0);

            assertGoesTo(shop.decide(shop.newFrom(PRODUCT_PAGE)), M, Trigger.MESSAGE, Reason.DISTRIBUTION_OFF);
        }

        @Test
        void switchingDistributionOffSendsStagedAndHeldOnesToTheMainAccount() {
            var shop = theShop().off();

            assertGoesTo(shop.decide(shop.staged(P1, null)), M, Trigger.DISTRIBUTION_CHANGED, Reason.DISTRIBUTION_OFF);
            assertGoesTo(shop.decide(shop.heldFor(P1, NOW)), M, Trigger.DISTRIBUTION_CHANGED, Reason.DISTRIBUTION_OFF);
        }

        @Test
        void anOwnerWhoIsThereKeepsItEvenWithDistributionOff() {
            var shop = theShop().off().online(P1, 0);

            assertThat(shop.decide(shop.ownerGone(P1))).isEqualTo(new Stay());
        }
    }

    @Nested
    class Row1 {
        @Test
        void anOwnerWhoIsBackBeforeTheDecisionKeepsIt() {
            var shop = theShop().online(P1, 0);
            assertThat(shop.decide(shop.ownerGone(P1))).isEqualTo(new Stay());
        }

        @Test
        void anOwnerWhoHidesKeepsIt() {
            var shop = theShop().hidden(P1).online(P2, 0);
            assertThat(shop.decide(shop.ownerGone(P1))).isEqualTo(new Stay());
        }

        @Test
        void anOwnerWhoIsGoneForTenMinutesKeepsIt() {
            var shop = theShop().offlineFor(P1, TEN_MINUTES).online(P2, 0);
            assertThat(shop.decide(shop.ownerGone(P1))).isEqualTo(new Stay());
        }

        @Test
        void anOwnerWhoIsGoneForLongerLosesItToTheGroup() {
            var shop = theShop().offlineFor(P1, TEN_MINUTES.plusNanos(1_000)).online(P2, 0);
            assertGoesTo(shop.decide(shop.ownerGone(P1)), P2, Trigger.OWNER_GONE, Reason.GROUP);
        }

        @Test
        void anOwnerWithoutThePermissionLosesItThoughOnline() {
            var shop = theShop().without(P1).online(P2, 0);
            assertGoesTo(shop.decide(shop.ownerGone(P1)), P2, Trigger.OWNER_GONE, Reason.GROUP);
        }

        @Test
        void oneThatWaitsKeepsItsPlaceWhileNobodyCanTakeIt() {
            var shop = theShop();
            assertThat(shop.decide(shop.staged(null, null))).isEqualTo(new Stay());
        }
    }

    @Nested
    class Row2 {
        @Test
        void aReturningBuyerGoesToTheLastHandlerWhateverTheLoad() {
            var shop = theShop().online(P1, 200).online(P2, 0);
            assertGoesTo(shop.decide(shop.newFrom(PRODUCT_PAGE, P1)), P1, Trigger.MESSAGE, Reason.LOYAL);
        }

        @Test
        void loyaltyComesBeforeTheGroupOfTheSource() {
            var shop = theShop().online(P1, 0).online(Q1, 0);
            assertGoesTo(shop.decide(shop.newFrom(PRODUCT_PAGE, Q1)), Q1, Trigger.MESSAGE, Reason.LOYAL);
        }

        @Test
        void loyaltyHoldsFor72HoursInclusive() {
            assertThat(Loyalty.STANDARD.covers(NOW, NOW.plus(Duration.ofHours(72))))
                    .isTrue();
            assertThat(Loyalty.STANDARD.covers(
                            NOW, NOW.plus(Duration.ofHours(72)).plusNanos(1_000)))
                    .isFalse();
        }

        @Test
        void oneJustGoneIsWaitedForUntilTenMinutesAfterTheyWereSeen() {
            var shop = theShop().offlineFor(P1, Duration.ofMinutes(4)).online(P2, 0);

            assertThat(shop.decide(shop.newFrom(PRODUCT_PAGE, P1))).isInstanceOfSatisfying(Hold.class, hold -> {
                assertThat(hold.agent()).isEqualTo(P1);
                assertThat(hold.until()).isEqualTo(NOW.plus(Duration.ofMinutes(6)));
            });
        }

        @Test
        void aHoldGoesOnThroughItsLastInstantAndEndsAfterIt() {
            var still = theShop().offlineFor(P1, TEN_MINUTES).online(P2, 0);
            assertThat(still.decide(still.heldFor(P1, NOW))).isEqualTo(new Stay());

            var over = theShop().offlineFor(P1, TEN_MINUTES).online(P2, 0);
            assertGoesTo(over.decide(over.heldFor(P1, NOW.minusNanos(1_000))), P2, Trigger.HOLD_EXPIRED, Reason.GROUP);
        }

        @Test
        void whoeverIsBackInTimeKeepsTheHeldOne() {
            var shop = theShop().online(P1, 7).online(P2, 0);
            assertGoesTo(shop.decide(shop.heldFor(P1, NOW)), P1, Trigger.AGENT_AVAILABLE, Reason.LOYAL);
        }

        @Test
        void whoeverIsBackTooLateFindsTheHeldOneReleased() {
            var until = NOW.minusSeconds(1);
            var inTime = theShop().onlineSince(P2, until).online(P1, 0);
            assertGoesTo(inTime.decide(inTime.heldFor(P2, until)), P2, Trigger.AGENT_AVAILABLE, Reason.LOYAL);

            var late = theShop().onlineSince(P2, until.plusNanos(1_000)).online(P1, 0);
            assertGoesTo(late.decide(late.heldFor(P2, until)), P1, Trigger.HOLD_EXPIRED, Reason.GROUP);
        }

        @Test
        void losingThePermissionReleasesTheHeldOne() {
            var shop = theShop().without(P1).online(P2, 0);
            assertGoesTo(shop.decide(shop.heldFor(P1, NOW)), P2, Trigger.HOLD_EXPIRED, Reason.GROUP);
        }

        @Test
        void hidingReleasesTheHeldOne() {
            var shop = theShop().hidden(P1).online(P2, 0);
            assertGoesTo(shop.decide(shop.heldFor(P1, NOW.plusSeconds(60))), P2, Trigger.HOLD_EXPIRED, Reason.GROUP);
        }

        @Test
        void aHiddenOrLongGoneOrUnpermittedLastHandlerIsPassedOver() {
            var hidden = theShop().hidden(P1).online(P2, 0);
            assertGoesTo(hidden.decide(hidden.newFrom(PRODUCT_PAGE, P1)), P2, Trigger.MESSAGE, Reason.GROUP);

            var gone = theShop().offlineFor(P1, Duration.ofMinutes(11)).online(P2, 0);
            assertGoesTo(gone.decide(gone.newFrom(PRODUCT_PAGE, P1)), P2, Trigger.MESSAGE, Reason.GROUP);

            var unpermitted = theShop().without(P1).online(P2, 0);
            assertGoesTo(unpermitted.decide(unpermitted.newFrom(PRODUCT_PAGE, P1)), P2, Trigger.MESSAGE, Reason.GROUP);
        }

        @Test
        void theMainAccountIsALastHandlerOnlyInScenarioD() {
            var b = theShop().online(M, 0).online(P1, 0);
            assertGoesTo(b.decide(b.newFrom(PRODUCT_PAGE, M)), P1, Trigger.MESSAGE, Reason.GROUP);

            var c = theShop().mainIncluded().online(M, 0).online(P1, 0);
            assertGoesTo(c.decide(c.newFrom(PRODUCT_PAGE, M)), P1, Trigger.MESSAGE, Reason.GROUP);

            var d = theShop().mainIncluded().mainInPreSales().online(M, 9).online(P1, 0);
            assertGoesTo(d.decide(d.newFrom(PRODUCT_PAGE, M)), M, Trigger.MESSAGE, Reason.LOYAL);
        }

        @Test
        void aStagedOnePrefersItsFormerOwnerThenItsLastHandler() {
            var shop = theShop().online(P1, 50).online(Q1, 60).online(P2, 0);
            assertGoesTo(shop.decide(shop.staged(P1, Q1)), P1, Trigger.AGENT_AVAILABLE, Reason.LOYAL);
            assertGoesTo(shop.decide(shop.staged(N1, Q1)), Q1, Trigger.AGENT_AVAILABLE, Reason.LOYAL);
        }
    }

    @Nested
    class Rows3To6 {
        @Test
        void theLeastLoadedOfTheGroupGetsIt() {
            var shop = theShop().online(P1, 3).online(P2, 2);
            assertGoesTo(shop.decide(shop.newFrom(PRODUCT_PAGE)), P2, Trigger.MESSAGE, Reason.GROUP);
        }

        @Test
        void equalLoadsGoToTheOlderAccount() {
            var shop = theShop().online(P1, 2).online(P2, 2);
            assertGoesTo(shop.decide(shop.newFrom(PRODUCT_PAGE)), P1, Trigger.MESSAGE, Reason.GROUP);
        }

        @Test
        void equalLoadsGoToWhoeverWasAssignedLongestAgoIfTheShopChoseSo() {
            var shop = theShop()
                    .leastRecentlyAssigned()
                    .onlineLastAssigned(P1, 2, NOW.minusSeconds(1))
                    .onlineLastAssigned(P2, 2, NOW.minusSeconds(2));
            assertGoesTo(shop.decide(shop.newFrom(PRODUCT_PAGE)), P2, Trigger.MESSAGE, Reason.GROUP);
        }

        @Test
        void withTheGroupAwayEverybodyElseIsOnePool() {
            var shop = theShop().online(Q1, 5).online(N1, 1);
            assertGoesTo(shop.decide(shop.newFrom(PRODUCT_PAGE)), N1, Trigger.MESSAGE, Reason.FALLBACK);
        }

        @Test
        void aSourceWithoutAGroupGoesToThePool() {
            var shop = theShop().online(P1, 1).online(Q1, 0);
            assertGoesTo(shop.decide(shop.newFrom(CART)), Q1, Trigger.MESSAGE, Reason.FALLBACK);
        }

        @Test
        void aGroupAtTheCapIsPassedOver() {
            var shop = theShop().cap(2).online(Q1, 2).online(P1, 1);
            assertGoesTo(shop.decide(shop.newFrom(ORDER_PAGE)), P1, Trigger.MESSAGE, Reason.FALLBACK);
        }

        @Test
        void theMainAccountHelpsOutLastInScenarioC() {
            var alone = theShop().mainIncluded().online(M, 0);
            assertGoesTo(alone.decide(alone.newFrom(PRODUCT_PAGE)), M, Trigger.MESSAGE, Reason.MAIN_LAST);

            var nearlyFull = theShop().mainIncluded().online(M, 0).online(Q1, 99);
            assertGoesTo(nearlyFull.decide(nearlyFull.newFrom(PRODUCT_PAGE)), Q1, Trigger.MESSAGE, Reason.FALLBACK);
        }

        @Test
        void theMainAccountCompetesInScenarioD() {
            var shop = theShop().mainIncluded().mainInPreSales().online(M, 1).online(P1, 2);
            assertGoesTo(shop.decide(shop.newFrom(PRODUCT_PAGE)), M, Trigger.MESSAGE, Reason.GROUP);
        }

        @Test
        void theMainAccountInAGroupCountsForNothingWhileItsSwitchIsOff() {
            var shop = theShop().mainInPreSales().online(M, 0);
            assertStaged(shop.decide(shop.newFrom(PRODUCT_PAGE)), Reason.NOBODY_ONLINE);
        }

        @Test
        void withEveryoneHiddenItWaits() {
            var shop = theShop().hidden(N1);
            assertStaged(shop.decide(shop.newFrom(PRODUCT_PAGE)), Reason.NOBODY_ONLINE);
        }

        @Test
        void withEveryoneOnlineAtTheCapItWaits() {
            var shop = theShop().cap(3).online(P1, 3);
            assertStaged(shop.decide(shop.newFrom(PRODUCT_PAGE)), Reason.ALL_AT_CAP);
        }
    }

    @Nested
    class Section7 {
        @Test
        void whatIsTakenFromSomebodyIsRoutedLikeAStagedOne() {
            var shop = theShop().without(P1).online(P2, 0);
            assertGoesTo(shop.decide(shop.taken(P1, Trigger.ACCESS_LOST, null)), P2, Trigger.ACCESS_LOST, Reason.GROUP);

            var loyal = theShop().online(Q1, 90).online(P2, 0);
            assertGoesTo(
                    loyal.decide(loyal.taken(M, Trigger.DISTRIBUTION_CHANGED, Q1)),
                    Q1,
                    Trigger.DISTRIBUTION_CHANGED,
                    Reason.LOYAL);

            var nobody = theShop();
            assertStaged(nobody.decide(nobody.taken(M, Trigger.DISTRIBUTION_CHANGED, Q1)), Reason.NOBODY_ONLINE);
        }

        @Test
        void withDistributionOffItGoesToTheMainAccount() {
            var shop = theShop().off().online(P2, 0);
            assertGoesTo(
                    shop.decide(shop.taken(P1, Trigger.ACCESS_LOST, null)),
                    M,
                    Trigger.ACCESS_LOST,
                    Reason.DISTRIBUTION_OFF);
        }
    }

    @Nested
    class Batches {
        @Test
        void whoeverKeepsTheirOwnCarriesNoMoreThanBefore() {
            var shop = theShop().mainIncluded().mainInPreSales().cap(2).online(M, 1);
            var queue = new ArrayList<>(List.of(shop.taken(M, Trigger.DISTRIBUTION_CHANGED, null)));
            queue.addAll(shop.staged(1));

            var decided = shop.batch(queue.getFirst()).decide(queue);

            assertGoesTo(decided.getFirst().decision(), M, Trigger.DISTRIBUTION_CHANGED, Reason.GROUP);
            assertGoesTo(decided.getLast().decision(), M, Trigger.AGENT_AVAILABLE, Reason.GROUP);
        }

        @Test
        void whatIsTakenUnreadMakesRoomAndWhatIsTakenReadDoesNot() {
            var unread = theShop()
                    .mainIncluded()
                    .mainInPreSales()
                    .cap(2)
                    .online(M, 2)
                    .online(P1, 0);
            var easing = unread.taken(M, Trigger.DISTRIBUTION_CHANGED, null);
            var batch = unread.batch(easing);
            batch.decide(List.of(easing));
            assertThat(batch.eased()).isTrue();

            var stillFull = theShop()
                    .mainIncluded()
                    .mainInPreSales()
                    .cap(2)
                    .online(M, 4)
                    .online(P1, 0);
            var notYet = stillFull.taken(M, Trigger.DISTRIBUTION_CHANGED, null);
            var other = stillFull.batch(notYet);
            other.decide(List.of(notYet));
            assertThat(other.eased()).isFalse();

            var read = theShop()
                    .mainIncluded()
                    .mainInPreSales()
                    .cap(2)
                    .online(M, 2)
                    .online(P1, 0);
            var calm = read.batch();
            calm.decide(List.of(read.taken(M, Trigger.DISTRIBUTION_CHANGED, null)));
            assertThat(calm.eased()).isFalse();
        }

        @Test
        void onceThereIsRoomTheQueueIsAskedFromItsHeadAgain() {
            var shop = theShop()
                    .mainIncluded()
                    .mainInPreSales()
                    .cap(1)
                    .online(M, 1)
                    .online(P1, 0);
            var queue = new ArrayList<>(List.of(shop.taken(M, Trigger.DISTRIBUTION_CHANGED, null)));
            queue.addAll(shop.staged(1));

            assertThat(shop.batch(queue.getFirst()).decide(queue)).hasSize(1);
        }

        @Test
        void ofThoseServedAtTheSameMomentWhoeverWasServedFirstComesFirstAgain() {
            var shop = theShop().leastRecentlyAssigned().online(P1, 0).online(P2, 0);

            var order = shop.batch().decide(shop.staged(4)).stream()
                    .map(one -> ((Assign) one.decision()).agent())
                    .toList();

            assertThat(order).containsExactly(P1, P2, P1, P2);
        }

        @Test
        void theFirstOneOnlineAloneFillsUpToTheCapInOrder() {
            var shop = theShop().online(P1, 0);
            var queue = shop.staged(250);

            var decided = shop.batch().decide(queue);

            assertThat(decided.subList(0, 100))
                    .allSatisfy(one -> assertThat(one.decision()).isInstanceOf(Assign.class));
            assertThat(decided.subList(100, 250))
                    .allSatisfy(one -> assertThat(one.decision()).isEqualTo(new Stay()));
        }

        @Test
        void twoWhoComeTogetherShareEvenly() {
            var shop = theShop().online(P1, 0).online(P2, 0);

            var shares = shop.batch().decide(shop.staged(80)).stream()
                    .collect(Collectors.groupingBy(one -> ((Assign) one.decision()).agent(), Collectors.counting()));

            assertThat(shares).containsEntry(P1, 40L).containsEntry(P2, 40L);
        }

        @Test
        void aNewOneNeverOvertakesTheStagedOnes() {
            var shop = theShop().cap(1).online(P1, 0);
            var queue = shop.staged(1);
            queue.add(shop.newFrom(PRODUCT_PAGE));

            var decided = shop.batch().decide(queue);

            assertThat(decided.getFirst().decision()).isInstanceOf(Assign.class);
            assertStaged(decided.getLast().decision(), Reason.ALL_AT_CAP);
        }
    }

    @Nested
    class Explanations {
        @Test
        void aDecisionNamesTheCandidatesInOrderAndWhyNotTheOthers() {
            var shop = theShop().online(P1, 3).online(P2, 2).online(Q1, 0).hidden(N1);

            assertThat(shop.decide(shop.newFrom(PRODUCT_PAGE))).isInstanceOfSatisfying(Assign.class, assign -> {
                assertThat(assign.why().candidates())
                        .extracting(Explanation.Candidate::member, Explanation.Candidate::load)
                        .containsExactly(tuple(P2, 2), tuple(P1, 3));
                assertThat(assign.why().excluded())
                        .contains(
                                new Explanation.Exclusion(Q1, Why.NOT_IN_SOURCE_GROUP),
                                new Explanation.Exclusion(N1, Why.HIDDEN),
                                new Explanation.Exclusion(M, Why.MAIN_NOT_INCLUDED));
            });
        }

        @Test
        void everyAgentOfTheShopIsAccountedForOnce() {
            var shop = theShop()
                    .mainIncluded()
                    .online(P1, 3)
                    .offlineFor(P2, TEN_MINUTES)
                    .online(Q1, 0);

            assertThat(shop.decide(shop.newFrom(PRODUCT_PAGE)))
                    .isInstanceOfSatisfying(
                            Assign.class,
                            assign -> assertThat(assign.why().candidates().size()
                                            + assign.why().excluded().size())
                                    .isEqualTo(5));
        }
    }

    private static void assertGoesTo(Decision decision, MemberId agent, Trigger trigger, Reason reason) {
        assertThat(decision).isInstanceOfSatisfying(Assign.class, assign -> {
            assertThat(assign.agent()).isEqualTo(agent);
            assertThat(assign.trigger()).isEqualTo(trigger);
            assertThat(assign.reason()).isEqualTo(reason);
        });
    }

    private static void assertStaged(Decision decision, Reason reason) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Stage.class, stage -> assertThat(stage.reason()).isEqualTo(reason));
    }
}
