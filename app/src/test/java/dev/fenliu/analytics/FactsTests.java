package dev.fenliu.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.application.ManageShops;
import dev.fenliu.analytics.application.ReadPerson;
import dev.fenliu.analytics.application.WatchPerformance;
import dev.fenliu.analytics.domain.Deed;
import dev.fenliu.analytics.domain.Facts;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.app.SqlCounter;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.RoutingEvent.Assigned;
import dev.fenliu.routing.RoutingEvent.Assignment;
import dev.fenliu.routing.Trigger;
import dev.fenliu.webchat.Arrivals.Arrival;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.WebchatEvent.AgentReplied;
import dev.fenliu.webchat.WebchatEvent.ConversationClosed;
import dev.fenliu.webchat.WebchatEvent.ConversationRated;
import dev.fenliu.webchat.WebchatEvent.Wait;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** The facts themselves, told as if by those whose truth they are. */
@FenliuTest
class FactsTests {
    private static final Instant NOON = Instant.parse("2026-03-19T04:00:00Z"); // in Taipei

    private final WatchPerformance performance;
    private final ReadPerson people;
    private final ManageShops shops;
    private final Facts facts;
    private final FreshEnterprises enterprises;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Ids ids;
    private Fresh fresh;
    private MemberId amy;

    @Autowired
    FactsTests(
            WatchPerformance performance,
            ReadPerson people,
            ManageShops shops,
            Facts facts,
            FreshEnterprises enterprises,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Ids ids) {
        this.performance = performance;
        this.people = people;
        this.shops = shops;
        this.facts = facts;
        this.enterprises = enterprises;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    @BeforeEach
    void openTheShop() {
        fresh = enterprises.open();
        amy = enterprises.agent(fresh, "amy");
    }

    @Test
    void aClosingToldTwiceIsOneClosing() {
        var closing = closing(NOON, false);

        tell(closing, closing);
        tell(closing);

        assertThat(closedOn("2026-03-19", NOON)).isEqualTo(1);
    }

    @Test
    void aBatchToldTwiceIsOneBatch() {
        var batch = batchOf(3);

        tell(batch, batch);
        tell(batch);

        assertThat(assignments()).isEqualTo(3);
    }

    @Test
    void aBatchCostsOneStatementForItsDecisionsAndOneForTheBeginningsOfItsConversations() {
        var cost =
                SqlCounter.during(() -> transaction.executeWithoutResult(status -> events.publishEvent(batchOf(100))));

        assertThat(cost.statements().stream().filter(sql -> sql.contains("analytics_")))
                .hasSize(1);
        assertThat(assignments()).isEqualTo(100);
    }

    @Test
    void whatWasRolledBackNeverHappened() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(closing(NOON, false));
            status.setRollbackOnly();
        });

        assertThat(closedOn("2026-03-19", NOON)).isZero();
    }

    @Test
    void aFactOutsideOfItsTransactionIsRefused() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> events.publishEvent(closing(NOON, false)));
    }

    @Test
    void aClosingCountsOnTheDayOnWhichItHappenedInTheShop() {
        tell(closing(Instant.parse("2026-03-18T15:59:59.999999Z"), false));
        tell(closing(Instant.parse("2026-03-18T16:00:00Z"), true));
        tell(closing(Instant.parse("2026-03-19T15:59:59.999999Z"), false));
        tell(closing(Instant.parse("2026-03-19T16:00:00Z"), false));

        var thursday = performance
                .look(fresh.actor(), null, "2026-03-19", NOON)
                .shops()
                .getFirst()
                .figures();

        assertThat(thursday.tally().closedByHand()).isEqualTo(1);
        assertThat(thursday.tally().closedBySystem()).isEqualTo(1);
        assertThat(closedOn("2026-03-18", NOON)).isEqualTo(1);
    }

    @Test
    void nobodyCountsTheClosingsOfAnotherEnterprise() {
        tell(closing(NOON, false));

        var other = enterprises.open();

        assertThat(performance
                        .look(other.actor(), null, null, NOON)
                        .shops()
                        .getFirst()
                        .figures()
                        .tally()
                        .closed())
                .isZero();
    }

    @Test
    void whatBuyersGaveIsToldOnceAndOnAverage() {
        var five = rating(5);

        tell(five, five, rating(4));
        tell(five);

        var tally = performance
                .look(fresh.actor(), null, null, NOON)
                .shops()
                .getFirst()
                .figures()
                .tally();
        assertThat(tally.ratings()).isEqualTo(2);
        assertThat(tally.rating()).hasValue(new BigDecimal("4.50"));
    }

    @Test
    void anAnswerAfterTwelveHoursToTheMomentIsInTimeAndCreditedToWhoGaveIt() {
        var ben = enterprises.agent(fresh, "ben");
        var inTime = NOON.minusSeconds(60);
        answered(ben, inTime, inTime.plus(Duration.ofHours(12)));
        answered(ben, inTime, inTime.plus(Duration.ofHours(12)).plusNanos(1_000));

        var board = performance.look(fresh.actor(), null, "2026-03-19", NOON.plus(Duration.ofDays(1)));

        assertThat(board.shops().getFirst().figures().tally().inTime()).isOne();
        assertThat(board.agents())
                .filteredOn(row -> row.figures().tally().opened() > 0)
                .extracting(
                        row -> row.member().id(), row -> row.figures().tally().inTime())
                .containsExactlyInAnyOrder(tuple(amy, 0), tuple(ben, 1));
    }

    @Test
    void whoeverGetsAConversationAfterTwelveHoursToTheMomentIsCreditedWithIt() {
        var ben = enterprises.agent(fresh, "ben");
        var chat = new ConversationId(ids.next());
        begun(chat, NOON, amy, NOON);
        begun(chat, NOON, ben, NOON.plus(Duration.ofHours(12)));

        assertThat(performance
                        .look(fresh.actor(), null, "2026-03-19", NOON.plus(Duration.ofDays(1)))
                        .agents())
                .filteredOn(row -> row.figures().tally().opened() > 0)
                .extracting(row -> row.member().id())
                .containsExactly(ben);
    }

    @Test
    void whatAFigureMissedCanBeToldFromTheRest() {
        var begun = NOON.minusSeconds(60);
        answered(amy, begun, begun.plusSeconds(30));
        answered(amy, begun, begun.plus(Duration.ofHours(13)));
        begun(new ConversationId(ids.next()), begun, amy, begun);
        tell(closing(NOON, false), closing(NOON, true), closing(fresh.shop(), NOON, true, true));

        var person = people.look(fresh.actor(), amy.toString(), null, "2026-03-19", NOON.plus(Duration.ofDays(1)));

        assertThat(person.sums().tally().unanswered()).isOne();
        assertThat(person.sums().tally().inTime()).isOne();
        assertThat(person.deeds())
                .filteredOn(Deed::missed)
                .extracting(Deed::kind)
                .containsExactlyInAnyOrder(Deed.Kind.CLOSED, Deed.Kind.OPENED, Deed.Kind.OPENED);
    }

    @Test
    void aPersonIsFollowedIntoOneShopOnItsOwnDay() {
        var tienda = shops.create(fresh.actor(), "Tienda", "CL", true, NOON);
        var evening = Instant.parse("2026-03-19T23:00:00Z"); // on Thursday still in Chile, on Friday in Taipei
        begun(new ConversationId(ids.next()), NOON, amy, NOON);
        tell(closing(NOON, false), closing(tienda.id(), evening, false, false));

        var person = people.look(fresh.actor(), amy.toString(), "Tienda", "2026-03-19", NOON.plus(Duration.ofDays(1)));

        assertThat(person.only()).isEqualTo(tienda);
        assertThat(person.timeline().day().zone()).isEqualTo(tienda.zone());
        assertThat(person.sums().tally().closed()).isOne();
        assertThat(person.deeds()).extracting(Deed::shop).containsExactly(tienda.id());
        assertThat(person.days().getLast().sums().tally().closed()).isOne();
    }

    private void answered(MemberId by, Instant begun, Instant answered) {
        var chat = new ConversationId(ids.next());
        begun(chat, begun, amy, begun);
        transaction.executeWithoutResult(status -> facts.keep(
                new AgentReplied(
                        fresh.enterprise(),
                        fresh.shop(),
                        new BuyerId(ids.next()),
                        chat,
                        new MessageId(ids.next()),
                        2,
                        by,
                        true,
                        null,
                        answered),
                new Wait(begun, true)));
    }

    private void begun(ConversationId chat, Instant at, MemberId to, Instant assigned) {
        var assignment = new Assignment(chat, fresh.shop(), null, to, Trigger.MESSAGE, Reason.GROUP, false);
        transaction.executeWithoutResult(status -> facts.keep(
                new Assigned(fresh.enterprise(), List.of(assignment), List.of(), assigned),
                List.of(new Arrival(chat, fresh.shop(), ChatSource.OTHER, false, at))));
    }

    private ConversationRated rating(int stars) {
        return new ConversationRated(
                fresh.enterprise(),
                fresh.shop(),
                new BuyerId(ids.next()),
                new ConversationId(ids.next()),
                amy,
                stars,
                NOON);
    }

    private ConversationClosed closing(Instant at, boolean bySystem) {
        return closing(fresh.shop(), at, bySystem, false);
    }

    private ConversationClosed closing(ShopId shop, Instant at, boolean bySystem, boolean unanswered) {
        return new ConversationClosed(
                fresh.enterprise(),
                shop,
                new BuyerId(ids.next()),
                new ConversationId(ids.next()),
                amy,
                bySystem,
                unanswered,
                at);
    }

    private Assigned batchOf(int size) {
        return new Assigned(
                fresh.enterprise(),
                Stream.generate(() -> assignment(fresh.shop(), null))
                        .limit(size)
                        .toList(),
                List.of(),
                NOON);
    }

    private Assignment assignment(ShopId shop, @Nullable MemberId to) {
        return new Assignment(
                new ConversationId(ids.next()), shop, null, to, Trigger.MESSAGE, Reason.NOBODY_ONLINE, false);
    }

    private void tell(Object... facts) {
        transaction.executeWithoutResult(status -> List.of(facts).forEach(events::publishEvent));
    }

    private int closedOn(String date, Instant now) {
        return performance
                .look(fresh.actor(), null, date, now)
                .shops()
                .getFirst()
                .figures()
                .tally()
                .closed();
    }

    private int assignments() {
        return transaction.execute(
                status -> jdbc.sql("select count(*) from analytics_assignment where enterprise_id = ?")
                        .param(fresh.enterprise().value())
                        .query(Integer.class)
                        .single());
    }
}
