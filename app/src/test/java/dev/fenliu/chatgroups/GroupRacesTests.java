package dev.fenliu.chatgroups;

import static dev.fenliu.chatgroups.ChatSource.ORDER_PAGE;
import static dev.fenliu.chatgroups.ChatSource.PRODUCT_PAGE;
import static dev.fenliu.chatgroups.application.LastMember.TURN_OFF;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.chatgroups.application.GroupWish;
import dev.fenliu.chatgroups.application.ManageChatGroups;
import dev.fenliu.chatgroups.application.ManageDistribution;
import dev.fenliu.chatgroups.application.ManageDistribution.Wish;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Several people change the same shop at the same moment. */
@FenliuTest
class GroupRacesTests {
    private final ManageChatGroups groups;
    private final ManageDistribution distribution;
    private final ChatGroups chatGroups;
    private final FreshEnterprises enterprises;
    private final Clock clock;
    private Fresh fresh;

    @Autowired
    GroupRacesTests(
            ManageChatGroups groups,
            ManageDistribution distribution,
            ChatGroups chatGroups,
            FreshEnterprises enterprises,
            Clock clock) {
        this.groups = groups;
        this.distribution = distribution;
        this.chatGroups = chatGroups;
        this.enterprises = enterprises;
        this.clock = clock;
    }

    @BeforeEach
    void openTheShop() {
        fresh = enterprises.open();
    }

    @RepeatedTest(5)
    void aMemberAddedToTwoGroupsAtOnceIsInOneOfThem() {
        var amy = enterprises.agent(fresh, "amy");
        var preSales = create("售前客服", PRODUCT_PAGE);
        var afterSales = create("售後客服", ORDER_PAGE);

        var refusals = together(
                () -> setMembers(preSales, amy), () -> setMembers(afterSales, amy), () -> setMembers(preSales, amy));

        assertThat(refusals).isEmpty();
        assertThat(setup().groups().stream().flatMap(group -> group.members().stream()))
                .containsExactly(amy);
    }

    @RepeatedTest(5)
    void twoWhoRemoveTheLastMembersAtOnceTurnDistributionOff() {
        var preSales = create("售前客服", PRODUCT_PAGE, enterprises.agent(fresh, "amy"));
        var afterSales = create("售後客服", ORDER_PAGE, enterprises.agent(fresh, "ben"));
        switchOn();

        var refusals = together(() -> setMembers(preSales), () -> delete(afterSales));

        assertThat(refusals).isEmpty();
        assertThat(setup().enabled()).isFalse();
    }

    @RepeatedTest(5)
    void switchingOnAndTakingTheLastMemberAwayNeverLeavesItOnWithNobody() {
        var preSales = create("售前客服", PRODUCT_PAGE, enterprises.agent(fresh, "amy"));

        var refusals = together(this::switchOn, () -> setMembers(preSales));

        assertThat(refusals).allMatch(refusal -> refusal.code().equals("no-group-member"));
        assertThat(setup().enabled()).isFalse();
    }

    @RepeatedTest(5)
    void ofTwoGroupsWithOneNameCreatedAtOnceOneIsRefused() {
        var refusals = together(
                () -> create("售前客服", PRODUCT_PAGE),
                () -> create("售前客服", ORDER_PAGE),
                () -> create(" 售前客服 ", ORDER_PAGE));

        assertThat(refusals).extracting(Refusal::code).containsExactly("group-name-taken", "group-name-taken");
        assertThat(setup().groups()).hasSize(1);
    }

    @RepeatedTest(5)
    void theFirstChangesOfAShopThatNeverWasSetUpAllCount() {
        var refusals = together(
                () -> create("售前客服", PRODUCT_PAGE),
                () -> create("售後客服", ORDER_PAGE),
                () -> change(new Wish(null, true, null, null)),
                () -> change(new Wish(null, null, 7, null)));

        assertThat(refusals).isEmpty();
        assertThat(setup().groups()).hasSize(2);
        assertThat(setup().includeMain()).isTrue();
        assertThat(setup().cap()).isEqualTo(7);
    }

    private GroupId create(String name, ChatSource source, MemberId... members) {
        var wish = new GroupWish(name, List.of(source), texts(members));
        return groups.create(fresh.actor(), fresh.shop(), wish, clock.instant()).id();
    }

    private void setMembers(GroupId group, MemberId... members) {
        var wish = new GroupWish(null, null, texts(members), null);
        groups.change(fresh.actor(), fresh.shop(), group, wish, TURN_OFF, clock.instant());
    }

    private void delete(GroupId group) {
        groups.delete(fresh.actor(), fresh.shop(), group, TURN_OFF, clock.instant());
    }

    private void switchOn() {
        change(new Wish(true, null, null, null));
    }

    private void change(Wish wish) {
        distribution.change(fresh.actor(), fresh.shop(), wish, TURN_OFF, clock.instant());
    }

    private ShopSetup setup() {
        return chatGroups.setup(fresh.enterprise(), fresh.shop());
    }

    private static List<String> texts(MemberId... members) {
        return List.of(members).stream().map(MemberId::toString).toList();
    }

    /** Does all of it at the same moment, each on a thread of its own, and says what was refused. */
    private static List<Refusal> together(Runnable... work) {
        var start = new CountDownLatch(1);
        var outcomes = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(work.length)) {
            for (var each : work) {
                outcomes.add(threads.submit(() -> {
                    start.await();
                    each.run();
                    return null;
                }));
            }
            start.countDown();
        }
        var refusals = new ArrayList<Refusal>();
        for (var outcome : outcomes) {
            if (outcome.state() != Future.State.FAILED) {
                assertThatCode(() -> outcome.get(1, SECONDS)).doesNotThrowAnyException();
            } else if (outcome.exceptionNow() instanceof Refusal refusal) {
                refusals.add(refusal);
            } else {
                throw new AssertionError("neither done nor refused", outcome.exceptionNow());
            }
        }
        return refusals;
    }
}
