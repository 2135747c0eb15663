package dev.fenliu.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.fenliu.webchat.DeskWindows.mark;
import static dev.fenliu.webchat.DeskWindows.pictures;
import static dev.fenliu.webchat.DeskWindows.row;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import dev.fenliu.accounts.Presence;
import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.routing.Desks;
import dev.fenliu.webchat.domain.Card;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Agents hand chats to each other and hide, each in a window of their own. */
@FenliuTest
class DeskForwardInTheBrowserTests {
    @RegisterExtension
    final Browser browser = new Browser();

    private final Workplace workplace;
    private final FreshEnterprises enterprises;
    private final Desks desks;
    private final Clock clock;
    private Workplace.Opened place;

    @Autowired
    DeskForwardInTheBrowserTests(Workplace workplace, FreshEnterprises enterprises, Desks desks, Clock clock) {
        this.workplace = workplace;
        this.enterprises = enterprises;
        this.desks = desks;
        this.clock = clock;
    }

    @BeforeEach
    void open() {
        place = workplace.open();
    }

    @Test
    void aChatIsForwardedByTheKeyboardAloneAndTheSecondOfTwoIsTold() {
        var cara = enterprises.agent(place.fresh(), "cara");
        desks.choose(place.fresh().enterprise(), cara, Presence.ONLINE, clock.instant());
        workplace.group(place, "售後客服", place.ben());
        var amy = desk("amy");
        workplace.write(place, "b-1", "林小圓", "請問這款還有藍色 M 號嗎?", new Card(Card.Type.PRODUCT, "linen-shirt", "亞麻寬版襯衫"));
        assertThat(row(amy, "林小圓")).hasAttribute("data-unread", "1");
        var ben = desk("ben");
        var other = browser.window();
        other.context().addCookies(amy.context().cookies());
        for (var window : new Page[] {amy, other}) {
            window.navigate("/webchat");
            row(window, "林小圓").locator("a").click();
            assertThat(mark(window, "message")).hasCount(1);
            assertThat(mark(window, "why")).hasCount(1);
            window.keyboard().press("Escape");
            window.keyboard().press("f");
            assertThat(mark(window, "forward-target")).hasCount(3);
            assertThat(window.locator("[data-forward-search] input")).isFocused();
        }
        browser.axe(amy);
        pictures(amy, "forward");

        amy.keyboard().type("售後");
        assertThat(mark(amy, "forward-target").locator("visible=true")).hasCount(1);
        amy.keyboard().press("Tab");
        amy.keyboard().press("Tab");
        amy.keyboard().type("想換 M 號,麻煩接手");
        amy.keyboard().press("Shift+Tab");
        amy.keyboard().press("Shift+Tab");
        amy.keyboard().press("Enter");

        assertThat(row(ben, "林小圓")).hasAttribute("data-forwarded", "true");
        assertThat(amy.locator("#notices")).containsText("已轉發給 ben");
        assertThat(row(amy, "林小圓")).hasCount(0);
        assertThat(amy.locator("#sheet")).isHidden();
        row(ben, "林小圓").locator("a").click();
        assertThat(ben.locator("#thread")).containsText("想換 M 號,麻煩接手");
        assertThat(ben.locator("#thread")).containsText("amy 轉給你");

        browser.expect("409");
        mark(other, "forward-target")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("cara"))
                .click();
        mark(other, "forward-submit").click();
        assertThat(other.locator("#sheet [role=alert]")).containsText("不在你手上");
        assertThat(other.locator("#sheet")).containsText("現在由 ben 處理");
        assertThat(mark(ben, "message")).hasCount(2);
        pictures(other, "forward-lost");
        pictures(ben, "forwarded");

        mark(ben, "composer").fill("您好,我是 Ben");
        mark(ben, "composer").press("Enter");
        assertThat(row(ben, "林小圓")).hasAttribute("data-forwarded", "false");
    }

    @Test
    void whoeverHidesIsAskedAboutUnreadChatsAndStaysHiddenInEveryWindow() {
        var amy = desk("amy");
        workplace.write(place, "b-1", "林小圓", "還有藍色嗎?", null);
        workplace.write(place, "b-2", "陳柏宇", "什麼時候到貨?", null);
        assertThat(mark(amy, "conversation")).hasCount(2);
        var ben = desk("ben");
        var second = amy.context().newPage();
        second.navigate("/webchat");

        mark(amy, "presence").click();
        mark(amy, "presence-hide").click();

        assertThat(mark(amy, "presence")).hasAttribute("data-state", "HIDDEN");
        assertThat(amy.locator("#unread-panel")).containsText("還有 2 個未讀對話");
        assertThat(mark(second, "presence")).hasAttribute("data-state", "HIDDEN");
        browser.axe(amy);
        pictures(amy, "hidden");
        second.reload();
        second.waitForLoadState(LoadState.LOAD);
        assertThat(second.locator("#desk")).hasAttribute("data-connection", "open");
        assertThat(mark(second, "presence")).hasAttribute("data-state", "HIDDEN");

        row(amy, "林小圓").locator("a").click();
        mark(amy, "composer").fill("有的");
        mark(amy, "composer").press("Enter");
        assertThat(row(amy, "林小圓")).hasAttribute("data-unread", "0");
        mark(amy, "forward-target")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("ben"))
                .click();
        mark(amy, "forward-submit").click();
        assertThat(row(ben, "陳柏宇")).hasAttribute("data-forwarded", "true");
        assertThat(amy.locator("#unread-panel section")).hasCount(0);
        assertThat(mark(amy, "conversation")).hasCount(1);

        mark(amy, "presence").click();
        mark(amy, "presence-show").click();
        assertThat(mark(second, "presence")).hasAttribute("data-state", "ONLINE");

        ben.locator("[popovertarget=person-menu]").click();
        ben.locator("#person-menu form.menu-end button").click();
        assertThat(ben.locator("#unread-panel")).containsText("登出前，還有 1 個未讀對話");
        mark(ben, "unread-leave").click();
        ben.waitForURL("**/login?out");
    }

    private Page desk(String member) {
        var page = browser.signedIn(place.login(member));
        page.navigate("/webchat");
        assertThat(page.locator("#desk")).hasAttribute("data-connection", "open");
        return page;
    }
}
