package dev.fenliu.routing.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.application.ManageShops;
import dev.fenliu.accounts.domain.ShopWish;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.SqlCounter;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Desks;
import dev.fenliu.routing.domain.Request;
import dev.fenliu.routing.domain.Stagings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens when a signal is lost: the tests run without the scheduled sweep, so it is done here by hand. */
@FenliuTest
class LaneSweepTests {
    @Autowired
    LaneSweep sweep;

    @Autowired
    Stagings stagings;

    @Autowired
    Desks desks;

    @Autowired
    FreshEnterprises enterprises;

    @Autowired
    ManageShops shops;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void whatNobodyWasWokenForIsFoundByTheSweep() {
        var fresh = enterprises.open();
        desks.choose(fresh.enterprise(), enterprises.agent(fresh, "amy"), Presence.ONLINE, clock.instant());
        var lost = new Request.NewConversation(
                new ConversationId(fresh.shop().value() + 1),
                fresh.shop(),
                ChatSource.PRODUCT_PAGE,
                clock.instant(),
                null);
        transaction.executeWithoutResult(_ -> stagings.ask(fresh.enterprise(), List.of(lost)));
        assertThat(hasAny(fresh)).isTrue();

        sweep.doDue(clock.instant());

        // There is no such conversation, so all that is left of the wish is taken away.
        assertThat(hasAny(fresh)).isFalse();
    }

    @Test
    void whoeverIsPreferredIsAskedOnlyWhereTheyMayAnswer() {
        var fresh = enterprises.open();
        var elsewhere = enterprises.shop(fresh, "第二家");
        var amy = enterprises.agent(fresh, "amy");
        var wish = new Request.NewConversation(
                new ConversationId(fresh.shop().value() + 1),
                fresh.shop(),
                ChatSource.PRODUCT_PAGE,
                clock.instant(),
                amy);
        transaction.executeWithoutResult(_ -> {
            stagings.ask(fresh.enterprise(), List.of(wish));
            stagings.stage(fresh.enterprise(), List.of(wish));
        });

        assertThat(dueWhereAmyIs(fresh, amy, elsewhere)).isEmpty();
        assertThat(dueWhereAmyIs(fresh, amy, fresh.shop()))
                .extracting(Request::conversation)
                .containsExactly(wish.conversation());
    }

    private List<Request> dueWhereAmyIs(FreshEnterprises.Fresh fresh, MemberId amy, ShopId where) {
        var there = Map.of(Set.of(amy), Set.of(where));
        var scan = new Stagings.Scan(Set.of(), Map.of(), Set.of(), there, there, Set.of(amy), clock.instant(), 10);
        return Objects.requireNonNull(transaction.execute(_ -> stagings.due(fresh.enterprise(), scan)));
    }

    @Test
    void aHoldThatIsOverInADisabledShopWakesNoLane() {
        var fresh = enterprises.open();
        var now = clock.instant();
        var wish = new Request.NewConversation(
                new ConversationId(fresh.shop().value() + 1), fresh.shop(), ChatSource.PRODUCT_PAGE, now, null);
        var held = new Request.Held(
                wish.conversation(),
                wish.shop(),
                wish.source(),
                now,
                enterprises.agent(fresh, "amy"),
                now.minusSeconds(1));
        transaction.executeWithoutResult(_ -> {
            stagings.ask(fresh.enterprise(), List.of(wish));
            stagings.hold(fresh.enterprise(), List.of(held));
        });
        shops.change(fresh.actor(), fresh.shop(), new ShopWish(null, null, false), now);
        sweep.endHolds(); // whatever other shops have to end

        var asked = SqlCounter.during(sweep::endHolds).statements();

        assertThat(asked).isNotEmpty().noneMatch(sql -> sql.contains("routing_lane"));
        assertThat(hasAny(fresh)).isTrue();

        shops.change(fresh.actor(), fresh.shop(), new ShopWish(null, null, true), now);
        sweep.endHolds();

        assertThat(hasAny(fresh)).isFalse();
    }

    private boolean hasAny(FreshEnterprises.Fresh fresh) {
        return Boolean.TRUE.equals(transaction.execute(_ -> stagings.hasAny(fresh.enterprise())));
    }
}
