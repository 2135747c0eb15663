package dev.fenliu.analytics.web;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.application.Board;
import dev.fenliu.analytics.domain.AgentRow;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Figures;
import dev.fenliu.analytics.domain.Hours;
import dev.fenliu.analytics.domain.ShopRow;
import dev.fenliu.analytics.domain.Tally;
import dev.fenliu.analytics.domain.Timeline;
import dev.fenliu.analytics.domain.Waits;
import dev.fenliu.routing.Staging.Waiting;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinksTests {
    private static final Instant EVENING = Instant.parse("2026-03-19T16:30:00Z");
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final Shop HERE = shop(1, "Asia/Taipei");
    private static final Shop THERE = shop(2, "Asia/Bangkok");
    private static final Figures SOME =
            new Figures(Tally.closings(1, 1, 0).plus(Tally.arrivals(3, 0, 2)).plus(replied()), 4, 5, null);
    private static final Figures NONE = new Figures(Tally.NONE, 0, 0, null);
    private static final Line AMY = amy(SOME);

    @Test
    void openOnesLeadToThoseReadAndUnreadOnesToThoseUnread() {
        var links = links("agents", board(HERE, Set.of(HERE, THERE), row(HERE, SOME, 0)));

        assertThat(links.open(AMY)).isEqualTo("/platform/conversations?state=READ&shop=1&agent=7");
        assertThat(links.unread(AMY)).isEqualTo("/platform/conversations?state=UNREAD&shop=1&agent=7");
        assertThat(links.open()).isEqualTo("/platform/conversations?state=READ&shop=1");
        assertThat(links.unread()).isEqualTo("/platform/conversations?state=UNREAD&shop=1");
        var shops = links("shops", board(null, Set.of(HERE), row(HERE, SOME, 0), row(THERE, SOME, 0)));
        assertThat(shops.unread(Line.of(row(HERE, SOME, 0)))).isEqualTo("/platform/conversations?state=UNREAD&shop=1");
        assertThat(shops.unread(Line.of(row(THERE, SOME, 0))))
                .as("who may not read them")
                .isNull();
    }

    @Test
    void ofSeveralShopsTheyLeadToAListOfJustThoseOrNowhere() {
        var both = new ShopRow[] {row(HERE, SOME, 0), row(THERE, SOME, 0)};

        assertThat(links("agents", board(null, Set.of(HERE, THERE), both)).unread(AMY))
                .isEqualTo("/platform/conversations?state=UNREAD&agent=7");
        assertThat(links("agents", board(null, Set.of(HERE), both)).unread(AMY)).isNull();
        assertThat(links("agents", board(null, Set.of(HERE, THERE), both[0])).unread(AMY))
                .isNull();
    }

    @Test
    void whoeverSeesOnlyTheirOwnIsLedToTheirDeskWhereItListsJustThose() {
        assertThat(links("agents", own(null)).unread(AMY)).isEqualTo("/webchat?filter=unread");
        assertThat(links("agents", own(null)).unread()).isEqualTo("/webchat?filter=unread");
        assertThat(links("agents", own(null)).open(AMY))
                .as("what is read is not told apart there")
                .isNull();
        assertThat(links("agents", own(HERE)).unread(AMY)).as("nor are shops").isNull();
        assertThat(links("agents", own(HERE)).open()).isNull();
    }

    @Test
    void aFigureThatCountsNothingLeadsNowhere() {
        var links = new Links(board(null, Set.of(HERE), row(HERE, NONE, 0)), address("shops"), NONE);
        var line = Line.of(row(HERE, NONE, 0));

        assertThat(Stream.of(
                        links.open(), links.unread(), links.staged(), links.closed(), links.first(), links.opened()))
                .containsOnlyNulls();
        assertThat(Stream.of(
                        links.open(line),
                        links.unread(line),
                        links.staged(line),
                        links.closed(line),
                        links.first(line),
                        links.opened(line)))
                .containsOnlyNulls();
    }

    @Test
    void theStagingAreaIsOpenedWhereItMayBeAndOfSeveralTheLongestIsShownFirst() {
        var one = links("shops", board(null, Set.of(HERE), row(HERE, SOME, 3), row(THERE, SOME, 0)));
        assertThat(one.staged(Line.of(row(HERE, SOME, 3)))).isEqualTo("/platform/chat-groups/1/staging");
        assertThat(one.staged()).isEqualTo("/platform/chat-groups/1/staging");

        var stranger = links("shops", board(null, Set.of(), row(HERE, SOME, 3)));
        assertThat(stranger.staged(Line.of(row(HERE, SOME, 3)))).isNull();
        assertThat(stranger.staged()).isNull();

        assertThat(links("agents", board(null, Set.of(HERE), row(HERE, SOME, 3), row(THERE, SOME, 1)))
                        .staged())
                .isEqualTo("/platform/performance?by=shops&sort=staged&dir=desc");
    }

    @Test
    void whatWasCountedOfAShopIsListedOfItsOwnDay() {
        var links = links("shops", board(null, Set.of(), row(HERE, SOME, 0), row(THERE, SOME, 0)));

        assertThat(links.closed(Line.of(row(HERE, SOME, 0))))
                .isEqualTo("/platform/performance/details?by=shops&row=1&kind=closed&from=2026-03-20&to=2026-03-20");
        assertThat(links.closed(Line.of(row(THERE, SOME, 0))))
                .isEqualTo("/platform/performance/details?by=shops&row=2&kind=closed&from=2026-03-19&to=2026-03-19");
        assertThat(links.closed())
                .as("their days differ: no one list has what both have closed")
                .isNull();
        assertThat(links("agents", links.board()).closed())
                .isEqualTo("/platform/performance/details?by=agents&kind=closed&from=2026-03-20&to=2026-03-20");
    }

    @Test
    void theSumsLeadToWhatTheyAreCountedOf() {
        var links = links("agents", board(HERE, Set.of(), row(HERE, SOME, 0)));
        var days = "&from=2026-03-20&to=2026-03-20&shop=1";

        assertThat(links.closed()).isEqualTo("/platform/performance/details?by=agents&kind=closed" + days);
        assertThat(links.opened()).isEqualTo("/platform/performance/details?by=agents&kind=opened" + days);
        assertThat(links.first()).isEqualTo("/platform/performance/details?by=agents&kind=first" + days);
        assertThat(links.first(AMY)).isEqualTo("/platform/performance/details?by=agents&row=7&kind=first" + days);
        assertThat(links.opened(AMY)).isEqualTo("/platform/performance/details?by=agents&row=7&kind=opened" + days);
        assertThat(links.closed(AMY)).isEqualTo("/platform/performance/details?by=agents&row=7&kind=closed" + days);
    }

    @Test
    void hoursLeadToTheHoursOfTheSameDay() {
        var worked = new Figures(Tally.NONE, 0, 0, new Hours(new BigDecimal("1.50"), new BigDecimal("0.00")));
        var day = "&from=2026-03-20&to=2026-03-20";

        var people = links("agents", board(HERE, Set.of(), row(HERE, SOME, 0)));
        assertThat(people.online(amy(worked)))
                .isEqualTo("/platform/performance/details/hours?by=agents&row=7" + day + "&shop=1");
        assertThat(people.hidden(amy(worked))).as("never hidden").isNull();
        assertThat(people.online(AMY)).as("whose hours are not told").isNull();

        var shops = links("shops", board(null, Set.of(), row(HERE, worked, 0), row(THERE, worked, 0)));
        assertThat(shops.online(Line.of(row(HERE, worked, 0))))
                .isEqualTo("/platform/performance/details/hours?by=shops&row=1" + day);
        assertThat(shops.online(Line.of(row(THERE, worked, 0))))
                .isEqualTo("/platform/performance/details/hours?by=shops&row=2&from=2026-03-19&to=2026-03-19");
    }

    @Test
    void whatNobodyHasHadYetIsInNoSumOfPeople() {
        var waiting = new Figures(SOME.tally().plus(Tally.arrivals(1, 0, 0)), 4, 5, null);

        assertThat(links("agents", board(HERE, Set.of(), row(HERE, waiting, 1))).opened())
                .isNull();
        assertThat(links("shops", board(null, Set.of(), row(HERE, waiting, 1))).opened())
                .isNotNull();
    }

    private static Links links(String by, Board board) {
        return new Links(board, address(by), SOME);
    }

    private static Address address(String by) {
        return Address.of(by, null, null, null, null, null);
    }

    /** A board for somebody who oversees, and tends the staging areas of, those shops. */
    private static Board board(@Nullable Shop only, Set<Shop> overseen, ShopRow... rows) {
        var ids = overseen.stream().map(Shop::id).collect(toSet());
        return new Board(EVENING, Day.at(EVENING, TAIPEI), false, only, List.of(), List.of(rows), List.of(), ids, ids);
    }

    private static Board own(@Nullable Shop only) {
        return new Board(
                EVENING, Day.at(EVENING, TAIPEI), true, only, List.of(), List.of(), List.of(), Set.of(), Set.of());
    }

    private static ShopRow row(Shop shop, Figures figures, int staged) {
        return new ShopRow(shop, 2, 1, staged == 0 ? null : new Waiting(staged, EVENING), figures);
    }

    private static Line amy(Figures figures) {
        var member = new Member(new MemberId(7), new EnterpriseId(1), "demo:amy", "Amy", false, true, Instant.EPOCH);
        return Line.of(new AgentRow(member, null, new Timeline(Day.at(EVENING, TAIPEI), List.of()), figures));
    }

    private static Tally replied() {
        return Tally.replies(Waits.of(40), Waits.of(40, 80));
    }

    private static Shop shop(long id, String zone) {
        return new Shop(new ShopId(id), new EnterpriseId(1), "S" + id, "TW", true, ZoneId.of(zone));
    }
}
