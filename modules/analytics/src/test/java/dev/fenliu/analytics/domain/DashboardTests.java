package dev.fenliu.analytics.domain;

import static dev.fenliu.analytics.domain.DashboardFixtures.AMY;
import static dev.fenliu.analytics.domain.DashboardFixtures.BEN;
import static dev.fenliu.analytics.domain.DashboardFixtures.BOOKS;
import static dev.fenliu.analytics.domain.DashboardFixtures.CARA;
import static dev.fenliu.analytics.domain.DashboardFixtures.NOON;
import static dev.fenliu.analytics.domain.DashboardFixtures.SHRIMPS;
import static dev.fenliu.analytics.domain.DashboardFixtures.TAIPEI;
import static dev.fenliu.analytics.domain.DashboardFixtures.THURSDAY;
import static dev.fenliu.analytics.domain.DashboardFixtures.at;
import static dev.fenliu.analytics.domain.DashboardFixtures.hidden;
import static dev.fenliu.analytics.domain.DashboardFixtures.hours;
import static dev.fenliu.analytics.domain.DashboardFixtures.online;
import static dev.fenliu.analytics.domain.DashboardFixtures.roster;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.Presence;
import dev.fenliu.routing.Staging.Waiting;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DashboardTests {
    private static final Day YESTERDAY = new Day(LocalDate.of(2026, 3, 18), TAIPEI);

    @Test
    void aClosingCountsForItsOwnerByHandOrByTheSystem() {
        var dashboard = at(NOON).closed(THURSDAY, SHRIMPS, AMY, 3, 2).seenWith(roster(SHRIMPS, AMY));

        var amy = dashboard.agents(List.of(SHRIMPS), THURSDAY).getFirst().figures();

        assertThat(amy.tally().closed()).isEqualTo(5);
        assertThat(amy.tally().closedByHand()).isEqualTo(3);
        assertThat(amy.tally().closedBySystem()).isEqualTo(2);
    }

    @Test
    void onlyClosingsOfTheDayAskedForAreCounted() {
        var dashboard = at(NOON).closed(YESTERDAY, SHRIMPS, AMY, 7, 0)
                .closed(THURSDAY, SHRIMPS, AMY, 1, 0)
                .seenWith(roster(SHRIMPS, AMY));

        assertThat(dashboard
                        .agents(List.of(SHRIMPS), THURSDAY)
                        .getFirst()
                        .figures()
                        .tally()
                        .closed())
                .isEqualTo(1);
        assertThat(dashboard
                        .agents(List.of(SHRIMPS), YESTERDAY)
                        .getFirst()
                        .figures()
                        .tally()
                        .closed())
                .isEqualTo(7);
    }

    @Test
    void onlyConversationsOfTheShopsAskedForAreCounted() {
        var dashboard = at(NOON).open(SHRIMPS, AMY, 1, 2)
                .open(BOOKS, AMY, 10, 20)
                .seenWith(roster(Map.of(SHRIMPS, List.of(AMY), BOOKS, List.of(AMY))));

        var here = dashboard.agents(List.of(SHRIMPS), THURSDAY).getFirst().figures();
        var everywhere =
                dashboard.agents(List.of(SHRIMPS, BOOKS), THURSDAY).getFirst().figures();

        assertThat(here.open()).isEqualTo(1);
        assertThat(here.unread()).isEqualTo(2);
        assertThat(everywhere.open()).isEqualTo(11);
        assertThat(everywhere.unread()).isEqualTo(22);
    }

    @Test
    void whoeverMayAnswerHasARowEvenWithNothingToCount() {
        var dashboard = at(NOON).seenWith(roster(SHRIMPS, AMY, BEN));

        assertThat(dashboard.agents(List.of(SHRIMPS), THURSDAY))
                .extracting(AgentRow::member)
                .containsExactly(AMY, BEN);
    }

    @Test
    void whoeverMayNotAnswerAnyMoreKeepsARowForTheirConversationsButNotForTheirTime() {
        var dashboard = at(NOON).closed(THURSDAY, SHRIMPS, CARA, 1, 0)
                .worked(online(CARA, NOON.minus(hours(2)), NOON))
                .seenWith(roster(SHRIMPS, AMY));

        var cara = dashboard.agents(List.of(SHRIMPS), THURSDAY).getLast();

        assertThat(cara.member()).isEqualTo(CARA);
        assertThat(cara.figures().hours()).isNull();
        assertThat(dashboard.shop(SHRIMPS, THURSDAY).figures().hours()).isEqualTo(Hours.NONE);
    }

    @Test
    void aPastDayKeepsTheTimeOfWhoeverMayNotAnswerAnyMore() {
        var dashboard = at(NOON).closed(YESTERDAY, SHRIMPS, CARA, 1, 0)
                .worked(
                        online(BEN, NOON.minus(hours(30)), NOON.minus(hours(29))),
                        online(CARA, NOON.minus(hours(30)), NOON.minus(hours(28))))
                .seenWith(roster(SHRIMPS, AMY));
        var two = new Hours(new BigDecimal("2.00"), new BigDecimal("0.00"));

        assertThat(dashboard.agents(List.of(SHRIMPS), YESTERDAY))
                .extracting(AgentRow::member)
                .containsExactly(AMY, CARA);
        assertThat(dashboard
                        .agents(List.of(SHRIMPS), YESTERDAY)
                        .getLast()
                        .figures()
                        .hours())
                .isEqualTo(two);
        assertThat(dashboard.shop(SHRIMPS, YESTERDAY).figures().hours()).isEqualTo(two);
        assertThat(dashboard.everybody(List.of(SHRIMPS), YESTERDAY))
                .extracting(AgentRow::member)
                .containsExactly(AMY, BEN, CARA);
    }

    @Test
    void oneSeesOnesOwnRowWithOnesHoursWhateverOneMayDo() {
        var dashboard = at(NOON).worked(online(BEN, NOON.minus(hours(1)), NOON)).seenWith(roster(SHRIMPS, AMY));

        var ben = dashboard.own(BEN, List.of(SHRIMPS), THURSDAY);

        assertThat(ben.figures().hours()).isEqualTo(new Hours(new BigDecimal("1.00"), new BigDecimal("0.00")));
    }

    @Test
    void presenceIsAsTheFloorTellsAndOfflineForWhoeverNeverWasThere() {
        var dashboard = at(NOON).present(AMY, Presence.HIDDEN).seenWith(roster(SHRIMPS, AMY, BEN));

        assertThat(dashboard.agents(List.of(SHRIMPS), THURSDAY))
                .extracting(AgentRow::presence)
                .containsExactly(Presence.HIDDEN, Presence.OFFLINE);
    }

    @Test
    void aShopsRowHasItsStagingAreaBesideItsUnreadConversations() {
        var dashboard = at(NOON).open(SHRIMPS, AMY, 0, 4)
                .waiting(SHRIMPS, 9, NOON.minusSeconds(60))
                .present(AMY, Presence.ONLINE)
                .present(BEN, Presence.HIDDEN)
                .seenWith(roster(SHRIMPS, AMY, BEN));

        var shop = dashboard.shop(SHRIMPS, THURSDAY);

        assertThat(shop.figures().unread()).isEqualTo(4);
        assertThat(shop.waiting()).isEqualTo(new Waiting(9, NOON.minusSeconds(60)));
        assertThat(shop.online()).isEqualTo(1);
        assertThat(shop.agents()).isEqualTo(2);
    }

    @Test
    void aPastDayHasItsClosingsAndHoursButNothingOfNow() {
        var dashboard = at(NOON).closed(YESTERDAY, SHRIMPS, AMY, 2, 0)
                .open(SHRIMPS, AMY, 1, 1)
                .waiting(SHRIMPS, 3, NOON)
                .present(AMY, Presence.ONLINE)
                .worked(online(AMY, NOON.minus(hours(36)), NOON.minus(hours(20))))
                .seenWith(roster(SHRIMPS, AMY));

        var amy = dashboard.agents(List.of(SHRIMPS), YESTERDAY).getFirst();
        var shop = dashboard.shop(SHRIMPS, YESTERDAY);

        assertThat(amy.presence()).isNull();
        assertThat(amy.figures())
                .isEqualTo(new Figures(
                        Tally.closings(2, 0, 0),
                        null,
                        null,
                        new Hours(new BigDecimal("16.00"), new BigDecimal("0.00"))));
        assertThat(shop.figures()).isEqualTo(amy.figures());
        assertThat(shop.online()).isNull();
        assertThat(shop.waiting()).isNull();
    }

    @Test
    void theRowsOfAShopAddUpToItsFigures() {
        var random = new Random(19);
        for (var round = 0; round < 200; round++) {
            var moment = at(NOON);
            for (var member : List.of(AMY, BEN, CARA)) {
                moment.closed(THURSDAY, SHRIMPS, member, random.nextInt(9), random.nextInt(9))
                        .open(SHRIMPS, member, random.nextInt(9), random.nextInt(9));
                var at = NOON.minus(hours(13));
                while (at.isBefore(NOON)) {
                    var until = at.plus(Duration.ofSeconds(random.nextInt(1, 9_999)));
                    moment.worked(random.nextBoolean() ? online(member, at, until) : hidden(member, at, until));
                    at = until.plusSeconds(random.nextInt(999));
                }
            }
            var dashboard = moment.seenWith(roster(SHRIMPS, AMY, BEN));

            var rows = dashboard.agents(List.of(SHRIMPS), THURSDAY);
            var shop = dashboard.shop(SHRIMPS, THURSDAY).figures();

            assertThat(Figures.sum(rows.stream().map(AgentRow::figures).toList()))
                    .isEqualTo(shop);
        }
    }
}
