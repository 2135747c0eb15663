package dev.fenliu.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.NewMember;
import dev.fenliu.accounts.application.NewMember.WishedRole;
import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.Hands;
import dev.fenliu.app.Pictures;
import dev.fenliu.webchat.application.KeepReplies;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A thread and what surrounds it in a real browser: an agent, a second agent and a buyer at once. */
@FenliuTest
class ThreadBrowserTests {
    private static final String SECRET = "只給客服看的暗號";
    private static final Locator.PressSequentiallyOptions SLOWLY = new Locator.PressSequentiallyOptions().setDelay(400);

    @RegisterExtension
    final Browser browser = new Browser();

    private final Workplace workplace;
    private final ManageMembers members;
    private final KeepReplies replies;
    private final Clock clock;
    private Workplace.Opened place;

    @Autowired
    ThreadBrowserTests(Workplace workplace, ManageMembers members, KeepReplies replies, Clock clock) {
        this.workplace = workplace;
        this.members = members;
        this.replies = replies;
        this.clock = clock;
    }

    @BeforeEach
    void open() {
        place = workplace.open();
    }

    @Test
    void agentAndBuyerTalkAndEachSeesWhatIsTheirs() {
        replies.add(place.fresh().actor(), place.fresh().shop(), "出貨時間", "{buyer} 您好,{shop} 三點前下單當天出貨。");
        var amy = desk("amy");
        var ben = desk("ben");
        var buyer = buyer("products/linen-shirt");
        say(buyer, "請問這款還有藍色 M 號嗎?");
        mark(amy, "conversation").locator("a").click();

        assertThat(amy.locator("#lines .line-card")).containsText("NT$ 690");
        assertThat(amy.locator("#lines .line-card img"))
                .hasAttribute("src", java.util.regex.Pattern.compile(".*linen-shirt.*"));
        assertThat(amy.locator("[data-testid=source-page]"))
                .hasAttribute("href", place.store() + "/products/linen-shirt");

        mark(buyer, "chat-text").pressSequentially("我再看看", SLOWLY);
        assertThat(amy.locator("#typing .typing-says")).isVisible();
        mark(amy, "composer").pressSequentially("您", SLOWLY);
        assertThat(buyer.locator("#chat-typing .typing-says")).isVisible();

        mark(amy, "composer").fill("/出貨");
        mark(amy, "composer").press("Enter");
        assertThat(mark(amy, "composer")).hasValue(java.util.regex.Pattern.compile(".* 您好,賣場S 三點前下單當天出貨。"));
        mark(amy, "composer").fill("有的,請看 https://shop.example/m?x=1 。");
        picture(amy, "thread-writing");
        mark(amy, "composer").press("Enter");
        assertThat(buyer.locator(".line-link")).hasAttribute("rel", "noopener noreferrer nofollow ugc");
        assertThat(amy.locator("li[data-sender=AGENT]").last()).hasAttribute("data-read", "true");

        mark(amy, "composer-note").check();
        mark(amy, "composer").fill(SECRET);
        mark(amy, "send").click();
        assertThat(amy.locator(".line-internal")).containsText(SECRET);
        mark(amy, "composer-note").uncheck();
        mark(amy, "buyer-note-text").fill("偏好宅配;不喜歡電話聯絡。");
        mark(amy, "buyer-note-add").click();
        assertThat(mark(amy, "buyer-note")).containsText("偏好宅配");
        pictures(amy, "thread");
        browser.axe(amy);

        mark(amy, "composer").fill("還有需要幫忙的嗎?");
        mark(amy, "composer").press("Enter");
        assertThat(mark(buyer, "chat-line").last()).containsText("還有需要幫忙的嗎?");
        mark(amy, "close").click();
        assertThat(mark(amy, "message").last()).containsText("結束了對話");
        buyer.locator(".stars-choice label").first().click();
        buyer.locator("[name=comment]").fill("很快!");
        pictures(buyer, "panel-rating");
        browser.axe(buyer);
        mark(buyer, "chat-rate").click();
        assertThat(mark(buyer, "chat-thanks")).containsText("謝謝");
        assertThat(buyer.content()).doesNotContain(SECRET, "amy");
        buyer.reload();
        assertThat(buyer.content()).doesNotContain(SECRET, "amy");

        say(buyer, "對了,洗的時候會縮水嗎?");
        mark(amy, "conversation").locator("a").click();
        assertThat(mark(amy, "earlier")).containsText("★ 5");
        mark(amy, "earlier").click();
        assertThat(mark(amy, "earlier-lines")).containsText("藍色 M 號");
        pictures(amy, "earlier");
        assertThat(mark(ben, "conversation")).hasCount(0);
    }

    @Test
    void earlierLinesComeByScrollingUpAndNothingMoves() {
        for (var line = 1; line <= 130; line++) {
            workplace.write(place, "長談", "第 " + line + " 句");
        }
        var amy = desk("amy");
        mark(amy, "conversation").locator("a").click();
        assertThat(mark(amy, "message")).hasCount(50);
        var oldest = amy.locator("#lines > li[data-sender]").first();
        var before = oldest.getAttribute("id");

        amy.locator(".thread-scroll").evaluate("it => { it.scrollTop = 0; }");

        assertThat(mark(amy, "message")).hasCount(100);
        var top = amy.locator("#" + before)
                .evaluate(
                        "it => it.getBoundingClientRect().top - it.closest('[data-scroller]').getBoundingClientRect().top");
        assertThat(((Number) top).doubleValue()).isBetween(0.0, 120.0);
        amy.locator(".thread-scroll").evaluate("it => { it.scrollTop = 0; }");
        assertThat(mark(amy, "message")).hasCount(130);
        assertThat(amy.locator(".thread-older")).hasCount(0);
    }

    @Test
    void whoeverOverseesLooksOnBlocksAndReassigns() {
        var wish = new NewMember("ops", "Ops", null, null, "fenliu-demo", List.of(new WishedRole("*", "營運")));
        members.create(place.fresh().actor(), wish, clock.instant());
        var amy = desk("amy");
        var ben = desk("ben");
        var buyer = buyer("products/canvas-tote");
        say(buyer, "在嗎?");
        assertThat(mark(amy, "conversation")).hasCount(1);
        var ops = browser.signedIn(place.login("ops"));
        ops.navigate("/platform/conversations");
        assertThat(mark(ops, "overview-row")).hasCount(1);
        pictures(ops, "overview");
        browser.axe(ops);
        mark(ops, "overview-row").locator("a").click();
        assertThat(mark(ops, "message").first()).containsText("在嗎?");
        assertThat(mark(ops, "composer")).hasCount(0);

        var hands = new Hands(ops);
        hands.follow("block");
        hands.follow(ops.locator("#confirm [data-confirm-yes]"));
        assertThat(mark(ops, "unblock")).isVisible();
        assertThat(ops.locator("#about-file")).isFocused();
        pictures(ops, "overseen");
        browser.axe(ops);
        assertThat(mark(buyer, "chat-blocked")).isVisible();
        assertThat(mark(buyer, "chat-text")).isHidden();
        hands.follow("unblock");
        assertThat(mark(ops, "block")).isVisible();
        buyer.reload();
        assertThat(mark(buyer, "chat-blocked")).isHidden();

        mark(ops, "reassign").click();
        mark(ops, "reassign-to").selectOption("member:" + place.ben());
        mark(ops, "reassign-submit").click();
        assertThat(mark(ben, "conversation")).hasAttribute("data-forwarded", "true");
        assertThat(mark(amy, "conversation")).hasCount(0);
    }

    private Page desk(String agent) {
        var page = browser.signedIn(place.login(agent));
        page.navigate("/webchat");
        assertThat(mark(page, "presence")).hasAttribute("data-state", "ONLINE");
        return page;
    }

    private Page buyer(String path) {
        var page = browser.window();
        page.navigate(place.store() + "/" + path);
        mark(page, "chat-open").click();
        return page;
    }

    private static void say(Page buyer, String text) {
        if (!mark(buyer, "chat-text").isVisible()) {
            mark(buyer, "chat-open").click();
        }
        mark(buyer, "chat-text").fill(text);
        mark(buyer, "chat-send").click();
        assertThat(buyer.locator("[data-testid=chat-line]").last()).containsText(text);
    }

    private static void pictures(Page page, String name) {
        if (!Pictures.wanted()) return;
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.setViewportSize(390, 844);
            picture(page, name + "-390-" + scheme);
            page.setViewportSize(1280, 800);
            picture(page, name + "-1280-" + scheme);
        }
    }

    private static void picture(Page page, String name) {
        Pictures.take(page, name);
    }

    private static Locator mark(Page page, String name) {
        return page.locator("[data-testid=" + name + "]");
    }
}
