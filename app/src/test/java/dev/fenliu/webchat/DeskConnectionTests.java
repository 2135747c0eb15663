package dev.fenliu.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.fenliu.webchat.DeskWindows.mark;
import static dev.fenliu.webchat.DeskWindows.pictures;
import static dev.fenliu.webchat.DeskWindows.row;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.zaxxer.hikari.HikariDataSource;
import dev.fenliu.FenliuApplication;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.database.ChildProgram;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Desks;
import dev.fenliu.webchat.application.Acting;
import dev.fenliu.webchat.application.ForwardConversations;
import dev.fenliu.webchat.application.Target;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A connection that is lost is shown and repaired; nothing is lost with it, and nothing comes twice. */
@FenliuTest
class DeskConnectionTests {
    @RegisterExtension
    final Browser browser = new Browser();

    private final Workplace workplace;
    private final Desks desks;
    private final ForwardConversations forwards;
    private final Clock clock;
    private final HikariDataSource database;
    private Workplace.Opened place;

    @Autowired
    DeskConnectionTests(
            Workplace workplace, Desks desks, ForwardConversations forwards, Clock clock, DataSource database)
            throws SQLException {
        this.workplace = workplace;
        this.desks = desks;
        this.forwards = forwards;
        this.clock = clock;
        this.database = database.unwrap(HikariDataSource.class);
    }

    @BeforeEach
    void open() {
        place = workplace.open();
    }

    @Test
    void aLostNetworkLosesNothing() {
        browser.expect("ERR_INTERNET_DISCONNECTED");
        browser.expect("htmx:(sendError|afterRequest)");
        var amy = threadOf("林小圓");

        amy.context().setOffline(true);
        assertThat(amy.locator("#desk")).hasAttribute("data-connection", "lost");
        assertThat(amy.locator(".desk-lost")).isVisible();
        mark(amy, "composer").fill("第一句");
        mark(amy, "composer").press("Enter");
        mark(amy, "composer").fill("第二句");
        mark(amy, "composer").press("Enter");
        assertThat(amy.locator(".line-pending[data-state=failed]").first()).containsText("再試一次");
        browser.axe(amy);
        pictures(amy, "offline");
        workplace.write(place, "林小圓", "你還在嗎?");
        row(amy, "林小圓").locator("a").focus();

        amy.context().setOffline(false);
        assertThat(amy.locator("#desk")).hasAttribute("data-connection", "open");
        assertThat(amy.locator(".line-pending")).hasCount(0);
        assertThat(mark(amy, "message")).hasCount(4);
        for (var text : List.of("第一句", "第二句", "你還在嗎?")) {
            assertThat(amy.locator("#lines .line-text").getByText(text)).hasCount(1);
        }
    }

    @Test
    void whatCouldNotBeSentIsSentAlthoughAnotherChatIsOpenMeanwhile() {
        browser.expect("ERR_FAILED");
        var amy = threadOf("林小圓");
        workplace.write(place, "陳柏宇", "在嗎?");
        assertThat(mark(amy, "conversation")).hasCount(2);
        amy.route("**/messages", route -> route.abort());
        mark(amy, "composer").fill("這句先送不出去");
        mark(amy, "composer").press("Enter");
        assertThat(amy.locator(".line-pending[data-state=failed]")).hasCount(1);

        row(amy, "陳柏宇").locator("a").click();
        assertThat(amy.locator("#thread h2")).hasText("陳柏宇");
        amy.unroute("**/messages");
        amy.evaluate("() => dispatchEvent(new Event('online'))");

        assertThat(row(amy, "林小圓")).containsText("這句先送不出去");
        row(amy, "林小圓").locator("a").click();
        assertThat(amy.locator("#lines .line-text").getByText("這句先送不出去")).hasCount(1);
        assertThat(amy.locator(".line-pending")).hasCount(0);
    }

    @Test
    void whatIsRefusedWhileAnotherChatIsOpenIsSaidAndKept() {
        browser.expect("ERR_FAILED");
        browser.expect("409");
        var amy = threadOf("林小圓");
        var lost = workplace.write(place, "林小圓", "還在嗎?");
        workplace.write(place, "陳柏宇", "在嗎?");
        assertThat(mark(amy, "conversation")).hasCount(2);
        amy.route("**/messages", route -> route.abort());
        mark(amy, "composer").fill("這句會被拒絕");
        mark(amy, "composer").press("Enter");
        assertThat(amy.locator(".line-pending[data-state=failed]")).hasCount(1);
        row(amy, "陳柏宇").locator("a").click();
        assertThat(amy.locator("#thread h2")).hasText("陳柏宇");
        assertThat(row(amy, "林小圓").locator(".row-chat-unsent")).isVisible();
        give(lost.conversation(), place.ben());
        assertThat(row(amy, "林小圓")).hasCount(0);

        amy.unroute("**/messages");
        amy.evaluate("() => dispatchEvent(new Event('online'))");

        assertThat(amy.locator("#notices")).containsText("林小圓");
        assertThat(amy.locator("#notices")).containsText("不在你手上");
        amy.locator("#notices a").click();
        assertThat(amy.locator("#composer-unsent")).hasValue("這句會被拒絕");
    }

    @Test
    void whatAnEarlierPageCouldNotSendIsSentThoughItsChatIsNotOpened() {
        browser.expect("ERR_FAILED");
        var amy = threadOf("林小圓");
        amy.route("**/messages", route -> route.abort());
        mark(amy, "composer").fill("關掉視窗之前寫的");
        mark(amy, "composer").press("Enter");
        assertThat(amy.locator(".line-pending[data-state=failed]")).hasCount(1);

        amy.unroute("**/messages");
        amy.navigate("/webchat");

        assertThat(row(amy, "林小圓")).containsText("關掉視窗之前寫的");
        assertThat(row(amy, "林小圓").locator(".row-chat-unsent")).isHidden();
    }

    @Test
    void aNoteThatCouldNotBeSentComesBackAsANote() {
        browser.expect("ERR_FAILED");
        browser.expect("401");
        browser.expect("403");
        var amy = threadOf("林小圓");
        amy.route("**/messages", route -> route.abort());
        mark(amy, "composer").fill("這位很難纏");
        mark(amy, "composer-note").check();
        mark(amy, "composer").press("Enter");
        mark(amy, "composer-note").uncheck();
        mark(amy, "composer").fill("您好");
        mark(amy, "composer").press("Enter");
        assertThat(amy.locator(".line-pending")).hasCount(2);

        amy.context().clearCookies();
        amy.unroute("**/messages");
        amy.evaluate("() => dispatchEvent(new Event('online'))");
        amy.locator(".line-pending [data-retry]").first().click();

        assertThat(mark(amy, "composer")).hasValue("這位很難纏\n您好");
        assertThat(mark(amy, "composer-note")).isChecked();
    }

    private void give(ConversationId conversation, MemberId to) {
        desks.choose(place.fresh().enterprise(), to, Presence.ONLINE, clock.instant());
        forwards.forward(
                new Acting(place.fresh().actor(), place.amy()), conversation, Target.of(to), null, clock.instant());
    }

    @Test
    void theBuyersFileThatWasCutOffComesWhenTheConnectionIsBack() {
        browser.expect("ERR_FAILED");
        browser.expect("htmx:(sendError|afterRequest)");
        var amy = threadOf("林小圓");
        workplace.write(place, "陳柏宇", "在嗎?");
        amy.route("**/about", route -> route.abort());
        row(amy, "陳柏宇").locator("a").click();
        assertThat(amy.locator("#thread h2")).hasText("陳柏宇");
        assertThat(mark(amy, "why")).hasCount(0);

        amy.unroute("**/about");
        amy.evaluate("() => dispatchEvent(new Event('online'))");

        assertThat(mark(amy, "why")).hasCount(1);
    }

    @Test
    void whatCouldNotBeSentOutlivesThePageAndIsStoredOnce() {
        browser.expect("ERR_FAILED");
        var amy = threadOf("林小圓");
        // It is stored, but the answer is lost on its way.
        amy.route("**/messages", route -> {
            route.fetch();
            route.abort();
        });
        mark(amy, "composer").fill("這句存了兩次嗎");
        mark(amy, "composer").press("Enter");
        assertThat(amy.locator(".line-pending[data-state=failed]")).hasCount(1);

        amy.unroute("**/messages");
        amy.reload();

        assertThat(amy.locator(".line-pending")).hasCount(0);
        assertThat(mark(amy, "message")).hasCount(2);
        assertThat(amy.locator("#lines .line-text").getByText("這句存了兩次嗎")).hasCount(1);
        amy.waitForFunction("() => !Object.keys(localStorage).some(key => key.startsWith('fenliu-unsent'))");
    }

    @Test
    void aLaptopThatSleptAsksForWhatItMissed() {
        var amy = threadOf("林小圓");

        amy.waitForRequest("**/webchat/stream", () -> amy.evaluate("""
                () => {
                  const now = Date.now
                  Date.now = () => now() + 3_600_000
                  document.dispatchEvent(new Event('visibilitychange'))
                }
                """));

        assertThat(amy.locator("#desk")).hasAttribute("data-connection", "open");
        workplace.write(place, "林小圓", "早安");
        assertThat(mark(amy, "message").last()).containsText("早安");
    }

    @Test
    void whoeverWasSignedOutSignsInAgainAndGoesOnWriting() {
        browser.expect("401");
        browser.expect("403");
        var amy = threadOf("林小圓");
        var address = amy.url();
        mark(amy, "composer").fill("寫到一半");
        amy.context().clearCookies();

        amy.evaluate("() => dispatchEvent(new Event('online'))");
        assertThat(amy.locator(".desk-expired")).isVisible();
        mark(amy, "composer").press("Enter");
        assertThat(amy.locator("#composer [role=alert]")).isVisible();
        assertThat(mark(amy, "composer")).hasValue("寫到一半");
        browser.axe(amy);
        pictures(amy, "expired");
        amy.locator(".desk-expired a").click();
        amy.locator("[name=username]").fill(place.login("amy"));
        amy.locator("[name=password]").fill("fenliu-demo");
        amy.locator("[name=password]").press("Enter");
        amy.waitForURL(address);

        assertThat(mark(amy, "composer")).hasValue("寫到一半");
        mark(amy, "composer").press("Enter");
        assertThat(amy.locator("#lines .line-text").getByText("寫到一半")).hasCount(1);
    }

    @Test
    void aServerThatStartsAgainFindsTheSameDesk() throws Exception {
        browser.expect("ERR_CONNECTION_REFUSED");
        browser.expect("htmx:(sendError|afterRequest)");
        browser.expect("ERR_INCOMPLETE_CHUNKED_ENCODING");
        browser.expect("ERR_CONNECTION_RESET");
        browser.expect("ERR_EMPTY_RESPONSE");
        var port = freePort();
        var amy = browser.window(options -> options.setViewportSize(1280, 800).setBaseURL("http://localhost:" + port));
        try (var first = start(port)) {
            browser.signIn(amy, place.login("amy"));
            workplace.write(place, "林小圓", "有貨嗎?");
            amy.navigate("/webchat");
            row(amy, "林小圓").locator("a").click();
            assertThat(mark(amy, "message")).hasCount(1);
            first.stop();
        }
        assertThat(amy.locator("#desk")).hasAttribute("data-connection", "lost");
        mark(amy, "composer").fill("重新啟動也不會不見");
        mark(amy, "composer").press("Enter");
        assertThat(amy.locator(".line-pending[data-state=failed]")).hasCount(1);
        workplace.write(place, "林小圓", "還在嗎?");

        try (var second = start(port)) {
            // It may have come back by itself already.
            amy.locator(".desk-lost [data-reconnect]").dispatchEvent("click");
            assertThat(amy.locator("#desk")).hasAttribute("data-connection", "open");
            assertThat(mark(amy, "message")).hasCount(3);
            assertThat(amy.locator(".line-pending")).hasCount(0);
            assertThat(amy.locator("#lines .line-text").getByText("重新啟動也不會不見")).hasCount(1);
            assertThat(mark(amy, "presence")).hasAttribute("data-state", "ONLINE");
            second.stop();
        }
    }

    /** The same program once more, on the same database. */
    private ChildProgram start(int port) throws Exception {
        var program = ChildProgram.start(
                FenliuApplication.class,
                "--server.port=" + port,
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(),
                "--fenliu.time-machine=true",
                "--fenliu.data-dir=target/fenliu-restart");
        program.awaitListening(port);
        return program;
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aDeskForWhichThereIsNoPlaceSaysSoUntilThereIs() {
        browser.expect("429");
        var amy = browser.signedIn(place.login("amy"));
        amy.route("**/webchat/stream*", route -> route.fulfill(new Route.FulfillOptions().setStatus(429)));
        amy.navigate("/webchat");
        assertThat(amy.locator(".desk-crowded")).isVisible();

        amy.unrouteAll();
        amy.locator(".desk-crowded [data-reconnect]").click();
        assertThat(amy.locator("#desk")).hasAttribute("data-connection", "open");
    }

    private Page threadOf(String buyer) {
        var amy = browser.signedIn(place.login("amy"));
        amy.navigate("/webchat");
        assertThat(amy.locator("#desk")).hasAttribute("data-connection", "open");
        workplace.write(place, buyer, "有貨嗎?");
        row(amy, buyer).locator("a").click();
        assertThat(mark(amy, "message")).hasCount(1);
        return amy;
    }
}
