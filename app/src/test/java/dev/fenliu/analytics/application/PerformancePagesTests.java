package dev.fenliu.analytics.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.ManageShops;
import dev.fenliu.accounts.domain.MemberWish;
import dev.fenliu.analytics.domain.Facts;
import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.app.Pictures;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.WebchatEvent.ConversationClosed;
import dev.fenliu.webchat.application.ReceiveMessages;
import dev.fenliu.webchat.domain.IncomingMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Performance data (表現數據) in a real browser. */
@FenliuTest
class PerformancePagesTests {
    @RegisterExtension
    private final Browser browser = new Browser();

    private final FreshEnterprises enterprises;
    private final Facts facts;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final ManageMembers members;
    private final ManageShops shops;
    private final ReceiveMessages messages;
    private final Clock clock;
    private Fresh fresh;
    private MemberId amy;
    private ShopId second;

    @Autowired
    PerformancePagesTests(
            FreshEnterprises enterprises,
            Facts facts,
            JdbcClient jdbc,
            Ids ids,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            ManageMembers members,
            ManageShops shops,
            ReceiveMessages messages,
            Clock clock) {
        this.enterprises = enterprises;
        this.facts = facts;
        this.jdbc = jdbc;
        this.ids = ids;
        this.transaction = transaction;
        this.events = events;
        this.members = members;
        this.shops = shops;
        this.messages = messages;
        this.clock = clock;
    }

    @BeforeEach
    void workForAWeek() {
        fresh = enterprises.open();
        amy = enterprises.agent(fresh, "amy");
        var agents = List.of(amy, enterprises.agent(fresh, "ben"), enterprises.agent(fresh, "cara"));
        second = enterprises.shop(fresh, "蝦蝦的店");
        var shops = List.of(fresh.shop(), second);
        var begin = clock.instant().minus(Duration.ofDays(11));
        var days = new RandomDays(9, fresh, shops, agents, begin, Duration.ofDays(8));
        transaction.executeWithoutResult(status -> days.happen(400, facts, jdbc, ids));
    }

    @Test
    void theDashboardFollowsWithoutReloadAndLeadsToThePerson() {
        var main = browser.signedIn(fresh.code() + ":main");
        main.navigate("/platform/performance?sort=name&dir=asc");
        assertThat(main.locator("#performance")).hasAttribute("data-connection", "open");
        main.evaluate("() => { window.neverReloaded = true; }");
        var row = main.locator("[data-testid=agent-row][data-member='%s']".formatted(amy));
        assertThat(row.locator("[data-figure=closed] b")).hasText("0");

        closeOneOf(amy);

        assertThat(row.locator("[data-figure=closed] b")).hasText("1");
        assertThat(main.locator("[data-testid=tile-closed]")).hasText("1");
        org.assertj.core.api.Assertions.assertThat(main.evaluate("() => window.neverReloaded"))
                .isEqualTo(true);
        picture(main, "performance-live");

        row.locator("[data-figure=closed] a").click();
        assertThat(main).hasURL(Pattern.compile(".*/details\\?by=agents&row=" + amy + "&kind=closed&.*"));
        assertThat(main.locator("[data-testid=deed]")).hasCount(1);
        assertThat(main.locator("[data-testid=deed][data-kind=closed]")).hasCount(1);
        main.goBack();
        row.locator(".member-name").click();
        assertThat(main.locator("h1")).containsText("amy");
        for (var day = 1; day <= 4; day++) {
            main.locator("[rel=prev]").click();
        }
        main.locator("[data-kind=replied].tab").click();
        var answers = Integer.parseInt(main.locator("[data-kind=replied].tab").getAttribute("data-value"));
        org.assertj.core.api.Assertions.assertThat(answers).isPositive();
        assertThat(main.locator("[data-testid=deed]")).hasCount(answers);
        look(main, "performance-person");
    }

    @Test
    void aPersonsDayFollowsTooAndKeepsWhatIsOpenAndChosen() {
        wasOnlineFor(Duration.ofMinutes(40));
        var main = browser.signedIn(fresh.code() + ":main");
        var asked = new AtomicInteger();
        main.onRequest(request -> {
            if (request.url().contains("/agents/") && request.headers().containsKey("hx-request")) {
                asked.incrementAndGet();
            }
        });
        main.navigate("/platform/performance/agents/" + amy + "?kind=closed");
        var page = main.locator("#person");
        var tab = main.locator("[data-kind=closed].tab");
        assertThat(page).hasAttribute("data-connection", "open");
        assertThat(main.locator("#performance-status").getByText("即時", exactly()))
                .isVisible();
        assertThat(tab).hasAttribute("data-value", "0");
        main.evaluate("() => { window.neverReloaded = true; }");
        main.locator("#person-parts summary").click();
        main.waitForCondition(() -> asked.get() == 1);

        closeOneOf(amy);
        assertThat(tab).hasAttribute("data-value", "1", soon());
        main.locator("[data-testid=deed] a").focus();
        closeOneOf(amy);

        assertThat(tab).hasAttribute("data-value", "2", soon());
        assertThat(main.locator("[data-testid=deed]")).hasCount(2);
        assertThat(main.locator("[data-testid=deed] a").nth(1)).isFocused();
        assertThat(main.locator("#person-parts")).hasAttribute("open", "");
        assertThat(tab).hasAttribute("aria-current", "true");
        org.assertj.core.api.Assertions.assertThat(main.evaluate("() => window.neverReloaded"))
                .isEqualTo(true);

        var dan = enterprises.agent(fresh, "dan");
        var time = main.locator("#performance-time");
        var fetched = time.innerText();
        closeOneOf(dan);
        main.waitForTimeout(6_000);
        assertThat(time).hasText(fetched);
        org.assertj.core.api.Assertions.assertThat(asked.get())
                .as("what others do is no news here")
                .isEqualTo(3);
        main.locator("#performance-refresh").click();
        main.waitForCondition(() -> asked.get() == 4);
        assertThat(time).not().hasText(fetched);
        assertThat(time).hasAttribute("title", Pattern.compile("[-\\d]{10} " + time.innerText() + " .*"));
        main.evaluate("() => { const now = Date.now; Date.now = () => now() + 61_000; }");
        closeOneOf(dan);
        main.waitForCondition(() -> asked.get() == 5);
        wasOnlineFor(Duration.ofMinutes(60));
        main.locator("#tile-online").focus();
        closeOneOf(amy);
        assertThat(tab).hasAttribute("data-value", "3", soon());
        assertThat(main.locator("#tile-online")).isFocused();
        look(main, "performance-person-today");

        main.locator("[rel=prev]").click();
        assertThat(main.locator("#performance-status")).hasCount(0);
        assertThat(main.locator("#person-tiles")).isVisible();
    }

    private static LocatorAssertions.HasAttributeOptions soon() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(15_000);
    }

    /** As if amy had left her desk just now. */
    private void wasOnlineFor(Duration length) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into routing_stretch (id, enterprise_id, member_id, state, started_at, ended_at)
                        values (?, ?, ?, 'ONLINE', ?, ?)""")
                .params(ids.next(), fresh.enterprise().value(), amy.value(), now.minus(length), now)
                .update());
    }

    @Test
    void aFigureKeepsItsFocusWhereverItsRowGoesAndLeadsToWhatItCounts() {
        IntStream.range(0, 2).forEach(number -> write(fresh.shop(), "a" + number));
        write(second, "b0");
        var main = browser.signedIn(fresh.code() + ":main");
        main.navigate("/platform/performance?by=shops");
        assertThat(main.locator("#performance")).hasAttribute("data-connection", "open");
        var rows = main.locator("[data-testid=shop-row]");
        var unread = main.locator("#unread-" + second);
        assertThat(rows.first()).hasAttribute("data-shop", fresh.shop().toString());
        assertThat(unread).hasText("1");
        unread.focus();

        IntStream.range(1, 4).forEach(number -> write(second, "b" + number));

        assertThat(unread).hasText("4");
        assertThat(rows.first()).hasAttribute("data-shop", second.toString());
        assertThat(unread).isFocused();
        assertThat(main.locator("#tile-unread")).hasText("6");
        main.locator("#tile-unread").focus();
        write(second, "b4");
        assertThat(main.locator("#tile-unread")).hasText("7");
        assertThat(main.locator("#tile-unread")).isFocused();
        look(main, "performance-shops");

        main.locator("#unread-" + second).press("Enter");
        assertThat(main).hasURL(Pattern.compile(".*/platform/conversations\\?state=UNREAD&shop=" + second));
        assertThat(main.locator("[data-testid=overview-row]")).hasCount(5);
        assertThat(main.getByTestId("overview-total")).hasAttribute("data-total", "5");
        assertThat(main.locator("[name=state]")).hasValue("UNREAD");
        look(main, "overview-unread");
    }

    private void write(ShopId shop, String buyer) {
        messages.receive(
                fresh.enterprise(),
                shop,
                new IncomingMessage(buyer, null, null, ChatSource.OTHER, "在嗎?", null),
                clock.instant());
    }

    @Test
    void aFigureOfTheStatisticsLeadsToAsManyLinesAsItSays() {
        var main = browser.signedIn(fresh.code() + ":main");
        main.navigate("/platform/performance/statistics?by=sources");
        var unanswered = main.locator("[data-row=CART] [data-figure=unanswered]");
        var figure = number(unanswered.locator(".statistics-value"));
        org.assertj.core.api.Assertions.assertThat(figure).isPositive();

        unanswered.locator("a").click();
        assertThat(main.locator("[data-testid=deed][data-missed=true]")).hasCount(figure);
        assertThat(main.locator("#details-about")).hasText("購物車");
        assertThat(main.locator("[data-kind=unanswered][aria-current]"))
                .hasAttribute("data-value", Integer.toString(figure));

        main.locator("[data-kind=replied].tab").click();
        var answers = Integer.parseInt(main.locator("[data-kind=replied].tab").getAttribute("data-value"));
        assertThat(main.locator("[data-testid=deed][data-kind=replied]")).hasCount(answers);

        main.navigate("/platform/performance/statistics?by=agents");
        var online = main.locator("[data-member='%s'] [data-figure=online] a".formatted(amy));
        var hours = online.innerText();
        online.click();
        assertThat(main.locator(".details-sum")).containsText("在線 " + hours + " 小時");
        main.locator("[data-testid=hours] a").first().click();
        assertThat(main.locator("h1")).containsText("amy");
        main.goBack();
        look(main, "performance-hours");
        main.navigate("/platform/performance/details?kind=replied");
        look(main, "performance-details");

        main.navigate("/platform/performance/statistics?by=shops");
        main.locator("details[data-drawn] summary").click();
        var opened = main.locator("#statistics-days td a").first();
        var begun = number(opened);
        opened.click();
        assertThat(main.locator("[data-kind=opened].tab")).hasAttribute("data-value", Integer.toString(begun));
        assertThat(main.locator("[data-testid=deed]")).hasCount(begun);
    }

    private void closeOneOf(MemberId member) {
        transaction.executeWithoutResult(status -> events.publishEvent(new ConversationClosed(
                fresh.enterprise(),
                fresh.shop(),
                new BuyerId(ids.next()),
                new ConversationId(ids.next()),
                member,
                false,
                false,
                clock.instant())));
    }

    @Test
    void aLongListComesInPartsThatFollowTheFiguresToo() throws IOException {
        IntStream.range(0, 25).forEach(number -> enterprises.agent(fresh, "z%02d".formatted(number)));
        var main = browser.signedIn(fresh.code() + ":main");
        main.navigate("/platform/performance?by=agents&sort=name&dir=asc");
        var rows = main.locator("[data-testid=agent-row]");
        assertThat(rows).hasCount(25);
        assertThat(main.locator("#performance-pages")).containsText("1–25");

        main.locator("#performance-pages [rel=next]").press("Enter");

        assertThat(main.locator("#performance-pages")).containsText("26–29");
        assertThat(rows).hasCount(4);
        assertThat(main).hasURL(Pattern.compile(".*page=2.*"));
        assertThat(main.locator("#performance")).hasAttribute("data-connection", "open");
        var shown = rows.first();
        var member = MemberId.of(shown.getAttribute("data-member"));
        closeOneOf(member);
        assertThat(shown.locator("[data-figure=closed] b")).hasText("1");
        assertThat(rows).hasCount(4);
        look(main, "performance-part");
        var file = main.waitForDownload(() -> main.locator("#performance-file").click());
        org.assertj.core.api.Assertions.assertThat(Files.readAllLines(file.path()))
                .as("all of them, not the shown part alone")
                .hasSize(1 + 29);

        main.navigate("/platform/performance?by=agents&page=99");
        assertThat(main.locator("#performance-pages")).containsText("26–29");
        main.locator("#performance-words").fill("amy");
        assertThat(rows).hasCount(1);
        assertThat(main.locator("#performance-pages p")).hasCount(0);
    }

    @Test
    void aWindowThatNobodyLooksAtHoldsNoStreamAndCatchesUpWhenItIsShown() {
        var main = browser.signedIn(fresh.code() + ":main");
        main.navigate("/platform/performance?by=agents");
        var board = main.locator("#performance");
        var closed = main.locator("[data-testid=agent-row][data-member='%s'] [data-figure=closed] b".formatted(amy));
        assertThat(board).hasAttribute("data-connection", "open");

        show(main, false);
        assertThat(board).hasAttribute("data-connection", "resting");
        closeOneOf(amy);
        main.waitForTimeout(3_000);
        assertThat(closed).hasText("0");

        show(main, true);
        assertThat(board).hasAttribute("data-connection", "open");
        assertThat(closed).hasText("1");
    }

    private static void show(Page page, boolean shown) {
        page.evaluate(
                "hidden => Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })", !shown);
        page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
    }

    @Test
    void aBoardThatFollowsNoMoreSaysSoUntilItDoes() {
        browser.expect("ERR_INTERNET_DISCONNECTED");
        browser.expect("429");
        var main = browser.signedIn(fresh.code() + ":main");
        main.navigate("/platform/performance?by=agents");
        var status = main.locator("#performance-status");
        assertThat(status.getByText("即時", exactly())).isVisible();

        main.context().setOffline(true);
        assertThat(status.getByText("正在重新連線")).isVisible();
        assertThat(status.getByText("即時", exactly())).isHidden();
        browser.axe(main);
        main.context().setOffline(false);
        assertThat(status.getByText("即時", exactly())).isVisible();
        assertThat(status.getByText("正在重新連線")).isHidden();

        var asked = new AtomicInteger();
        main.route(Pattern.compile(".*/platform/performance/stream.*"), route -> {
            asked.incrementAndGet();
            route.fulfill(new Route.FulfillOptions().setStatus(429));
        });
        main.reload();
        assertThat(status.getByText("太多視窗")).isVisible();
        var before = asked.get();
        main.waitForTimeout(3_000);
        org.assertj.core.api.Assertions.assertThat(asked.get())
                .isEqualTo(before)
                .isLessThan(5);

        main.unrouteAll();
        main.evaluate("() => dispatchEvent(new Event('online'))");
        assertThat(status.getByText("即時", exactly())).isVisible();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    @Test
    void whatAPageMissesAsItIsOpenedComesByItself() {
        var main = browser.signedIn(fresh.code() + ":main");
        main.navigate("/platform/performance?by=agents");
        closeOneOf(amy);

        main.reload();

        assertThat(main.locator("[data-testid=agent-row][data-member='" + amy + "'] [data-figure=closed] b"))
                .hasText("1");
    }

    @Test
    void whatIsPushedMeanwhileTakesNoPageFromWhoeverAskedForIt() {
        IntStream.range(0, 25).forEach(number -> enterprises.agent(fresh, "z%02d".formatted(number)));
        var main = browser.signedIn(fresh.code() + ":main");
        main.navigate("/platform/performance?by=agents&sort=name&dir=asc");
        assertThat(main.locator("#performance")).hasAttribute("data-connection", "open");
        var held = new AtomicReference<@Nullable Route>();
        main.route(Pattern.compile(".*/platform/performance\\?.*page=2.*"), held::set);

        main.locator("#performance-pages [rel=next]").press("Enter");
        main.waitForCondition(() -> held.get() != null);
        closeOneOf(amy);
        assertThat(main.locator("[data-testid=agent-row][data-member='" + amy + "'] [data-figure=closed] b"))
                .hasText("1");
        requireNonNull(held.get()).resume();

        assertThat(main.locator("#performance-pages")).containsText("26–29");
        assertThat(main.locator("[data-testid=agent-row]")).hasCount(4);
    }

    @Test
    void daysThatAreNoneAreRefusedBesideTheirField() {
        browser.expect("422");
        var main = browser.signedIn(fresh.code() + ":main");
        main.navigate("/platform/performance/statistics?by=agents&from=2026-03-19&to=2026-03-01");
        assertThat(main.locator("#period-problem")).containsText("2026-03-19");
        assertThat(main.locator("[name=from]")).hasValue("2026-03-19");
        assertThat(main.locator("[name=to]")).hasValue("2026-03-01");
        assertThat(main.locator("[name=from]")).hasAttribute("aria-invalid", "true");
        assertThat(main.locator("#statistics-ranking")).isVisible();
        look(main, "performance-refused");

        main.navigate("/platform/performance/agents/" + amy + "?date=1999-12-31");
        assertThat(main.locator("#date-problem")).containsText("1999-12-31");
        assertThat(main.locator("[name=date]")).hasValue("1999-12-31");
        assertThat(main.locator("h1")).containsText("amy");
    }

    @Test
    void aShopsFiguresAreFollowedToItsPeopleAndTheirsToADay() {
        var main = browser.signedIn(fresh.code() + ":main");
        var day = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Taipei"));
        main.navigate("/platform/performance/statistics?by=shops&from=" + day + "&to=" + day);

        main.locator("[data-row='" + fresh.shop() + "'] a").click();
        assertThat(main).hasURL(Pattern.compile(".*by=agents&shop=" + fresh.shop() + "&from=" + day + "&to=" + day));
        main.locator("[data-testid=agent-row][data-member='" + amy + "'] a").click();

        assertThat(main).hasURL(Pattern.compile(".*/agents/" + amy + "\\?date=" + day + "&shop=" + fresh.shop()));
        assertThat(main.locator("h1")).containsText("amy");
    }

    @Test
    void theStatisticsAreRankedDrawnAndTakenAlong() throws IOException {
        members.change(fresh.actor(), amy, new MemberWish("=1+1", null, null, null, null), clock.instant());
        var main = browser.signedIn(fresh.code() + ":main");
        main.navigate("/platform/performance/statistics?by=agents");
        assertThat(main.locator("[data-testid=agent-row]")).hasCount(4 + nobody(main));
        main.locator("#statistics-ranking thead .sorter").first().click();
        assertThat(main.locator("#statistics-ranking thead th").nth(1)).hasAttribute("aria-sort", "ascending");
        var total = number(main.locator("tfoot [data-figure=opened] .statistics-value"));
        var rows = main.locator("#statistics-ranking tbody [data-figure=opened]").all().stream()
                .mapToInt(cell -> Integer.parseInt(cell.getAttribute("data-value")))
                .sum();
        org.assertj.core.api.Assertions.assertThat(rows).isEqualTo(total).isPositive();

        var file = main.waitForDownload(() -> main.locator("#statistics-file").click());
        org.assertj.core.api.Assertions.assertThat(file.suggestedFilename()).matches("performance-.*\\.csv");
        var told = Files.readString(file.path());
        org.assertj.core.api.Assertions.assertThat(told)
                .as("Excel takes it for UTF-8")
                .startsWith("\uFEFF");
        org.assertj.core.api.Assertions.assertThat(told)
                .contains("ben", "'=1+1")
                .doesNotContain(",=1+1");
        look(main, "performance-statistics");

        for (var by : List.of("shops", "groups", "sources")) {
            main.navigate("/platform/performance/statistics?by=" + by);
            assertThat(main.locator("#statistics-ranking tfoot [data-figure=opened]"))
                    .containsText(Integer.toString(total));
            browser.axe(main);
        }
    }

    @Test
    void theNamesStayInSightBesideAllFigures() {
        var main = browser.signedIn(fresh.code() + ":main");
        main.navigate("/platform/performance/statistics?by=agents");
        var name = main.locator("#statistics-ranking tbody th").first();
        var place = name.boundingBox().x;

        main.locator("#statistics-ranking tbody [data-figure=ratings]").first().scrollIntoViewIfNeeded();

        org.assertj.core.api.Assertions.assertThat(name.boundingBox().x).isEqualTo(place);
    }

    @Test
    void whatIsFilteredIsSaidAboveTheFigures() {
        var main = browser.signedIn(fresh.code() + ":main");
        main.navigate("/platform/performance/statistics?by=sources&shop=" + fresh.shop());
        var shop = main.locator("[name=shop] option:checked").innerText();

        assertThat(main.locator(".statistics-compared")).containsText("商店：" + shop + " · 分類：來源");
        main.navigate("/platform/performance/statistics");
        assertThat(main.locator(".statistics-compared")).not().containsText("商店：");
        assertThat(main.locator(".statistics-compared")).containsText(Pattern.compile("今天尚未結束，計至 \\d\\d:\\d\\d$"));
        assertThat(main.locator("#arrivals-clock")).hasCount(0);
        shops.create(fresh.actor(), "Tienda", "CL", true, clock.instant());
        main.navigate("/platform/performance/statistics?from=2026-03-19&to=2026-03-20");
        assertThat(main.locator(".statistics-compared")).not().containsText("今天");
        assertThat(main.locator("#arrivals-clock")).containsText("時段以台北時間為準");
    }

    @Test
    void whatIsPrintedIsDarkOnWhiteAndFitsThePaper() {
        var main = browser.window(it -> it.setColorScheme(ColorScheme.DARK).setViewportSize(1280, 800));
        browser.signIn(main, fresh.code() + ":main");
        for (var path : List.of(
                "/platform/performance",
                "/platform/performance/details?kind=replied",
                "/platform/performance/statistics",
                "/platform/performance/agents/" + amy)) {
            main.navigate(path);
            assertThat(main.locator("html")).hasAttribute("data-bs-theme", "dark");

            main.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(main.locator("html")).hasAttribute("data-bs-theme", "light");
            main.setViewportSize(718, 1_000);
            if (!path.endsWith("statistics")) {
                org.assertj.core.api.Assertions.assertThat(
                                main.evaluate(
                                        "() => Math.max(...[...document.querySelectorAll('table')].map(it => it.getBoundingClientRect().right)) <= innerWidth"))
                        .as("%s fits A4", path)
                        .isEqualTo(true);
            }
            picture(main, "performance-print-" + path.replaceAll(".*/([a-z]+).*", "$1"));

            main.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            main.setViewportSize(1280, 800);
            assertThat(main.locator("html")).hasAttribute("data-bs-theme", "dark");
        }
    }

    @Test
    void withoutScriptsTheTablesStandWhereNothingIsDrawn() {
        var main = browser.window(it -> it.setJavaScriptEnabled(false).setViewportSize(1280, 800));
        browser.signIn(main, fresh.code() + ":main");
        for (var path : List.of("statistics", "agents/" + amy)) {
            main.navigate("/platform/performance/" + path);
            assertThat(main.locator(".statistics-chart").first()).isHidden();
            assertThat(main.locator("#statistics-days, #person-days")).isVisible();
        }
    }

    private static int nobody(Page page) {
        return page.locator("[data-testid=agent-row]:not([data-row])").count();
    }

    private static int number(Locator figure) {
        return Integer.parseInt(figure.innerText().replace(",", "").strip());
    }

    /** Accessible, and as wide as the window, in both languages and on a telephone; with pictures to look at. */
    private void look(Page page, String name) {
        browser.axe(page);
        picture(page, name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.reload();
        picture(page, name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(390, 844);
        page.reload();
        org.assertj.core.api.Assertions.assertThat(
                        page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits a telephone", name)
                .isEqualTo(true);
        picture(page, name + "-phone");
        page.setViewportSize(1280, 800);
        page.context().addCookies(List.of(new Cookie("language", "en").setUrl(page.url())));
        page.reload();
        picture(page, name + "-english");
    }

    private static void picture(Page page, String name) {
        Pictures.takeWhole(page, name);
    }
}
