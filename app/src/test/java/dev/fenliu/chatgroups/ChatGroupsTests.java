package dev.fenliu.chatgroups;

import static dev.fenliu.chatgroups.ChatSource.CART;
import static dev.fenliu.chatgroups.ChatSource.ORDER_PAGE;
import static dev.fenliu.chatgroups.ChatSource.PRODUCT_PAGE;
import static dev.fenliu.chatgroups.application.LastMember.ASK_FIRST;
import static dev.fenliu.chatgroups.application.LastMember.TURN_OFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Loggable;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.UnknownShop;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.app.SqlCounter;
import dev.fenliu.chatgroups.ChatGroupEvent.DistributionTurnedOff;
import dev.fenliu.chatgroups.ChatGroupEvent.DistributionTurnedOn;
import dev.fenliu.chatgroups.ChatGroupEvent.GroupChanged;
import dev.fenliu.chatgroups.ChatGroupEvent.GroupCreated;
import dev.fenliu.chatgroups.ChatGroupEvent.GroupDeleted;
import dev.fenliu.chatgroups.ChatGroupEvent.SettingsChanged;
import dev.fenliu.chatgroups.ChatGroupEvent.SetupChanging;
import dev.fenliu.chatgroups.application.GroupPrint;
import dev.fenliu.chatgroups.application.GroupWish;
import dev.fenliu.chatgroups.application.ManageChatGroups;
import dev.fenliu.chatgroups.application.ManageDistribution;
import dev.fenliu.chatgroups.application.ManageDistribution.Wish;
import dev.fenliu.chatgroups.application.SeeChatGroups;
import dev.fenliu.chatgroups.domain.GroupChangedMeanwhile;
import dev.fenliu.chatgroups.domain.LastMemberLeaves;
import dev.fenliu.chatgroups.domain.UnknownGroup;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@FenliuTest
@RecordApplicationEvents
class ChatGroupsTests {
    private final ManageChatGroups groups;
    private final ManageDistribution distribution;
    private final SeeChatGroups seen;
    private final ChatGroups chatGroups;
    private final FreshEnterprises enterprises;
    private final Clock clock;
    private Fresh fresh;

    @Autowired
    ChatGroupsTests(
            ManageChatGroups groups,
            ManageDistribution distribution,
            SeeChatGroups seen,
            ChatGroups chatGroups,
            FreshEnterprises enterprises,
            Clock clock) {
        this.groups = groups;
        this.distribution = distribution;
        this.seen = seen;
        this.chatGroups = chatGroups;
        this.enterprises = enterprises;
        this.clock = clock;
    }

    @BeforeEach
    void openTheShop() {
        fresh = enterprises.open();
    }

    @Test
    void aShopThatNeverWasSetUpHasTheDefaults() {
        var setup = chatGroups.setup(fresh.enterprise(), fresh.shop());

        assertThat(setup).isEqualTo(new ShopSetup(fresh.shop(), false, false, 100, TieBreak.OLDEST_ACCOUNT, List.of()));
        assertThat(chatGroups.setups(fresh.enterprise())).isEmpty();
    }

    @Test
    void whatWasSavedIsReadBack() {
        var amy = enterprises.agent(fresh, "amy");
        var ben = enterprises.agent(fresh, "ben");
        var night = create("夜班 🦐", List.of(PRODUCT_PAGE, CART), "amy", "ben");
        create("空的", List.of(ORDER_PAGE));
        change(new Wish(true, true, 7, TieBreak.LEAST_RECENTLY_ASSIGNED));

        var setup = chatGroups.setup(fresh.enterprise(), fresh.shop());

        assertThat(setup.enabled()).isTrue();
        assertThat(setup.includeMain()).isTrue();
        assertThat(setup.cap()).isEqualTo(7);
        assertThat(setup.tieBreak()).isEqualTo(TieBreak.LEAST_RECENTLY_ASSIGNED);
        assertThat(setup.groups()).extracting(ChatGroup::name).containsExactly("夜班 🦐", "空的");
        assertThat(setup.groups().getFirst().id()).isEqualTo(night.id());
        assertThat(setup.groups().getFirst().sources()).containsExactlyInAnyOrder(PRODUCT_PAGE, CART);
        assertThat(setup.groups().getFirst().members()).containsExactlyInAnyOrder(amy, ben);
        assertThat(setup.groups().getLast().members()).isEmpty();
        assertThat(chatGroups.setups(fresh.enterprise())).containsExactly(entry(fresh.shop(), setup));
    }

    @Test
    void howManyStatementsASetupCostsDoesNotDependOnHowManyGroupsThereAre() {
        create("售前客服", List.of(PRODUCT_PAGE));
        var few = SqlCounter.during(() -> chatGroups.setups(fresh.enterprise()));
        for (var number = 1; number <= 10; number++) create("group " + number, List.of(ORDER_PAGE));

        var many = SqlCounter.during(() -> chatGroups.setups(fresh.enterprise()));

        assertThat(many.statements()).hasSameSizeAs(few.statements());
        assertThat(many.statements())
                .filteredOn(sql -> sql.contains("chatgroup_"))
                .hasSize(1);
    }

    @Test
    void everyChangeAnnouncesItselfFirstAndTellsWhatBecameOfIt(ApplicationEvents events) {
        enterprises.agent(fresh, "amy");
        var group = create("售前客服", List.of(PRODUCT_PAGE), "amy");
        change(new Wish(true, null, 50, null));
        groups.change(fresh.actor(), fresh.shop(), group.id(), wish("售前", "amy"), TURN_OFF, clock.instant());
        groups.delete(fresh.actor(), fresh.shop(), group.id(), TURN_OFF, clock.instant());

        assertThat(events.stream(ChatGroupEvent.class)
                        .filter(it -> it.enterprise().equals(fresh.enterprise())))
                .extracting(Object::getClass)
                .containsExactly(
                        SetupChanging.class,
                        GroupCreated.class,
                        SetupChanging.class,
                        SettingsChanged.class,
                        DistributionTurnedOn.class,
                        SetupChanging.class,
                        GroupChanged.class,
                        SetupChanging.class,
                        GroupDeleted.class,
                        DistributionTurnedOff.class);
    }

    @Test
    void aChangeIsLoggedWithWhatWasAndWhatIs(ApplicationEvents events) {
        enterprises.agent(fresh, "amy");
        enterprises.agent(fresh, "ben");
        var group = create("售前客服", List.of(PRODUCT_PAGE), "amy");

        groups.change(fresh.actor(), fresh.shop(), group.id(), wish("售前客服", "amy", "ben"), TURN_OFF, clock.instant());

        var activity = events.stream(GroupChanged.class)
                .findFirst()
                .map(Loggable::activity)
                .orElseThrow();
        assertThat(activity.action()).isEqualTo("group-changed");
        assertThat(activity.subject()).isEqualTo("售前客服");
        assertThat(activity.before()).containsExactly(entry("members", "amy"));
        assertThat(activity.after()).containsExactly(entry("members", "amy, ben"));
    }

    @Test
    void aMemberWhoMovesShowsInTheLogOfBothGroups(ApplicationEvents events) {
        enterprises.agent(fresh, "amy");
        var from = create("售前客服", List.of(PRODUCT_PAGE), "amy");
        var to = create("售後客服", List.of(ORDER_PAGE));

        groups.change(fresh.actor(), fresh.shop(), to.id(), wish("售後客服", "amy"), TURN_OFF, clock.instant());

        assertThat(events.stream(GroupChanged.class))
                .extracting(GroupChanged::group)
                .containsExactly(from.id(), to.id());
    }

    @Test
    void whoeverWishesToBeAskedIsAskedBeforeTheLastMemberLeaves() {
        enterprises.agent(fresh, "amy");
        var group = create("售前客服", List.of(PRODUCT_PAGE), "amy");
        change(new Wish(true, null, null, null));

        assertThatThrownBy(() -> groups.delete(fresh.actor(), fresh.shop(), group.id(), ASK_FIRST, clock.instant()))
                .isInstanceOf(LastMemberLeaves.class);

        assertThat(chatGroups.setup(fresh.enterprise(), fresh.shop()).enabled()).isTrue();
        assertThat(chatGroups.setup(fresh.enterprise(), fresh.shop()).groups()).containsExactly(group);
    }

    @Test
    void whoeverSawAnOlderGroupIsToldBeforeOverwritingIt() {
        enterprises.agent(fresh, "amy");
        enterprises.agent(fresh, "ben");
        var group = create("售前客服", List.of(PRODUCT_PAGE));
        groups.change(fresh.actor(), fresh.shop(), group.id(), wish("售前客服", "amy"), TURN_OFF, clock.instant());

        var late = new GroupWish("售前客服", List.of(PRODUCT_PAGE), List.of("ben"), GroupPrint.of(group));

        assertThatThrownBy(
                        () -> groups.change(fresh.actor(), fresh.shop(), group.id(), late, TURN_OFF, clock.instant()))
                .isInstanceOf(GroupChangedMeanwhile.class);
    }

    @Test
    void anotherEnterpriseDoesNotKnowOfTheShop() {
        var group = create("售前客服", List.of(PRODUCT_PAGE));
        var stranger = enterprises.open();

        assertThatThrownBy(() -> seen.shop(stranger.actor(), fresh.shop().toString()))
                .isInstanceOf(UnknownShop.class);
        assertThatThrownBy(() -> groups.delete(stranger.actor(), fresh.shop(), group.id(), TURN_OFF, clock.instant()))
                .isInstanceOf(UnknownShop.class);
        assertThatThrownBy(
                        () -> groups.delete(stranger.actor(), stranger.shop(), group.id(), TURN_OFF, clock.instant()))
                .isInstanceOf(UnknownGroup.class);
        assertThat(chatGroups.setups(stranger.enterprise())).doesNotContainKey(fresh.shop());
        assertThat(chatGroups.setup(stranger.enterprise(), fresh.shop()).groups())
                .isEmpty();
    }

    @Test
    void anAgentMayNeitherSeeNorChangeTheGroups() {
        var amy = enterprises.agent(fresh, "amy");
        var actor = new Actor(fresh.enterprise(), amy, "amy", "127.0.0.1");

        assertThatThrownBy(() -> seen.shops(actor)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> seen.shop(actor, fresh.shop().toString())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> groups.create(
                        actor, fresh.shop(), new GroupWish("夜班", List.of(CART), List.of()), clock.instant()))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> distribution.change(
                        actor, fresh.shop(), new Wish(true, null, null, null), TURN_OFF, clock.instant()))
                .isInstanceOf(NotAllowed.class);
    }

    private ChatGroup create(String name, List<ChatSource> sources, String... members) {
        return groups.create(
                fresh.actor(), fresh.shop(), new GroupWish(name, sources, List.of(members)), clock.instant());
    }

    private void change(Wish wish) {
        distribution.change(fresh.actor(), fresh.shop(), wish, TURN_OFF, clock.instant());
    }

    private static GroupWish wish(String name, String... members) {
        return new GroupWish(name, List.of(PRODUCT_PAGE), List.of(members));
    }
}
