package dev.fenliu.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.fenliu.webchat.DeskWindows.mark;
import static dev.fenliu.webchat.DeskWindows.pictures;
import static dev.fenliu.webchat.DeskWindows.row;
import static java.util.Objects.requireNonNull;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.fenliu.accounts.DueWork;
import dev.fenliu.accounts.Presence;
import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.routing.Desks;
import dev.fenliu.webchat.application.Acting;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.ForwardConversations;
import dev.fenliu.webchat.application.Target;
import dev.fenliu.webchat.domain.Received;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** The list of the desk: what it shows, how it is gone through, and how it calls for attention. */
@FenliuTest
class DeskListInTheBrowserTests {
    @RegisterExtension
    final Browser browser = new Browser();

    private final Workplace workplace;
    private final Desks desks;
    private final ForwardConversations forwards;
    private final AnswerConversations answers;
    private final DueWork closing;
    private final Clock clock;
    private Workplace.Opened place;

    @Autowired
    DeskListInTheBrowserTests(
            Workplace workplace,
            Desks desks,
            ForwardConversations forwards,
            AnswerConversations answers,
            @Qualifier("closeQuietConversations") DueWork closing,
            Clock clock) {
        this.workplace = workplace;
        this.desks = desks;
        this.forwards = forwards;
        this.answers = answers;
        this.closing = closing;
        this.clock = clock;
    }

    @BeforeEach
    void open() {
        place = workplace.open();
    }

    @Test
    void aRowThatChangesWhileItsChatIsAskedForOpensItAllTheSame() {
        var amy = desk("amy");
        write("林小圓", "請問這款還有藍色 M 號嗎?");
        var held = new AtomicReference<@Nullable Route>();
        amy.route(Pattern.compile(".*/webchat/conversations/\\d+"), held::set);

        row(amy, "林小圓").locator("a").press("Enter");
        amy.waitForCondition(() -> held.get() != null);
        write("林小圓", "還有嗎?");
        assertThat(row(amy, "林小圓")).hasAttribute("data-unread", "2");
        requireNonNull(held.get()).resume();

        assertThat(mark(amy, "message")).hasCount(2);
        assertThat(amy.locator("#pane")).hasCount(1);
        assertThat(amy).hasURL(Pattern.compile(".*/webchat/conversations/\\d+"));
    }

    @Test
    void aSwipeOnATelephoneGoesBackToTheList() {
        var amy = browser.phone();
        browser.signIn(amy, place.login("amy"));
        amy.navigate("/webchat");
        write("林小圓", "請問這款還有藍色 M 號嗎?");
        row(amy, "林小圓").locator("a").click();
        assertThat(mark(amy, "composer")).isVisible();
        assertThat(amy.locator("#conversations")).isHidden();

        swipe(amy, 40, 300, 60, 500);
        assertThat(mark(amy, "composer")).isVisible();
        swipe(amy, 40, 300, 240, 320);

        assertThat(amy.locator("#conversations")).isVisible();
        assertThat(mark(amy, "composer")).hasCount(0);
    }

    private static void swipe(Page page, int x, int y, int toX, int toY) {
        var fingers = page.context().newCDPSession(page);
        touch(fingers, "touchStart", x, y);
        touch(fingers, "touchMove", (x + toX) / 2, (y + toY) / 2);
        touch(fingers, "touchMove", toX, toY);
        touch(fingers, "touchEnd");
        fingers.detach();
    }

    private static void touch(CDPSession fingers, String what, int... at) {
        var touch = new JsonObject();
        var points = new JsonArray();
        if (at.length == 2) {
            var point = new JsonObject();
            point.addProperty("x", at[0]);
            point.addProperty("y", at[1]);
            points.add(point);
        }
        touch.addProperty("type", what);
        touch.add("touchPoints", points);
        fingers.send("Input.dispatchTouchEvent", touch);
    }

    @Test
    void whatEndedUnansweredIsSaidUntilItWasNoticed() {
        var amy = desk("amy");
        var chat = write("林小圓", "請問這款還有藍色 M 號嗎?");
        var me = new Acting(place.fresh().actor(), place.amy());
        assertThat(mark(amy, "conversation")).hasCount(1);
        answers.read(me, chat.conversation(), null, clock.instant());

        closing.doDue(clock.instant().plus(Duration.ofMinutes(31)));

        assertThat(mark(amy, "unanswered")).containsText("林小圓");
        browser.axe(amy);
        amy.reload();
        assertThat(mark(amy, "unanswered")).containsText("林小圓");
        mark(amy, "unanswered-noticed").press("Enter");
        assertThat(mark(amy, "unanswered")).hasCount(0);
        amy.reload();
        assertThat(mark(amy, "unanswered")).hasCount(0);
    }

    @Test
    void theListIsFilteredAndSearchedAndKeepsDrafts() {
        var amy = desk("amy");
        desks.choose(place.fresh().enterprise(), place.ben(), Presence.ONLINE, clock.instant());
        write("林小圓", "請問這款還有藍色 M 號嗎?");
        write("陳柏宇", "我的包裹顯示已送達但沒收到");
        write("王美惠", "這件的尺寸偏大嗎?");
        assertThat(mark(amy, "conversation")).hasCount(3);
        var handed = write("黃大維", "想改地址");
        assertThat(mark(amy, "conversation")).hasCount(4);
        forwards.forward(
                new Acting(place.fresh().actor(), place.amy()),
                handed.conversation(),
                Target.of(place.ben()),
                null,
                clock.instant());
        assertThat(mark(amy, "conversation")).hasCount(3);
        forwards.forward(
                new Acting(place.fresh().actor(), place.ben()),
                handed.conversation(),
                Target.of(place.amy()),
                "他只找你",
                clock.instant());
        assertThat(row(amy, "黃大維")).hasAttribute("data-forwarded", "true");

        row(amy, "林小圓").locator("a").click();
        assertThat(row(amy, "林小圓")).hasAttribute("data-unread", "0");
        mark(amy, "composer").fill("您好,藍色 M 號");
        row(amy, "陳柏宇").locator("a").click();
        assertThat(amy.locator("#thread h2")).hasText("陳柏宇");
        assertThat(row(amy, "林小圓").locator(".row-chat-draft")).isVisible();
        mark(amy, "composer").fill("已幫您聯絡物流");
        mark(amy, "composer").press("Enter");
        assertThat(figure(amy, "awaiting")).hasText("3");
        browser.axe(amy);
        pictures(amy, "list");

        amy.locator(".desk-filters .tab").nth(1).click();
        assertThat(visible(amy)).hasCount(2);
        amy.locator(".desk-filters .tab").nth(2).click();
        assertThat(visible(amy)).hasCount(3);
        amy.locator(".desk-filters .tab").nth(3).click();
        assertThat(visible(amy)).hasCount(1);
        assertThat(visible(amy)).containsText("黃大維");

        amy.locator("#search").pressSequentially("尺寸");
        assertThat(visible(amy)).hasCount(1);
        assertThat(visible(amy).locator("mark")).hasText("尺寸");
        write("吳思穎", "謝謝!");
        assertThat(figure(amy, "open")).hasText("5");
        assertThat(visible(amy)).hasCount(1);
        browser.axe(amy);
        pictures(amy, "search");
        amy.locator("#search").fill("找不到的字");
        assertThat(amy.locator(".desk-found")).containsText("找不到「找不到的字」");
        amy.locator("#search").fill("");
        assertThat(visible(amy)).hasCount(5);

        row(amy, "林小圓").locator("a").click();
        assertThat(mark(amy, "composer")).hasValue("您好,藍色 M 號");
        amy.reload();
        assertThat(mark(amy, "composer")).hasValue("您好,藍色 M 號");
        amy.goBack();
        assertThat(amy.locator("#thread h2")).not().hasText("林小圓");
        amy.locator("[popovertarget=person-menu]").click();
        amy.locator("#person-menu form.menu-end button").click();
        mark(amy, "unread-leave").click();
        amy.waitForURL("**/login?out");
        amy.waitForFunction("() => !Object.keys(localStorage).some(key => key.startsWith('fenliu-draft'))");
    }

    @Test
    void theKeyboardAloneIsEnough() {
        var amy = desk("amy");
        write("甲", "第一個");
        write("乙", "第二個");
        write("丙", "第三個");
        assertThat(mark(amy, "conversation")).hasCount(3);

        amy.keyboard().press("j");
        assertThat(amy.locator("#thread h2")).hasText("丙");
        assertThat(row(amy, "丙").locator("a")).isFocused();
        amy.keyboard().press("j");
        amy.keyboard().press("j");
        assertThat(amy.locator("#thread h2")).hasText("甲");
        assertThat(row(amy, "乙")).hasAttribute("data-unread", "1");
        amy.keyboard().press("k");
        assertThat(amy.locator("#thread h2")).hasText("乙");
        assertThat(row(amy, "乙")).hasAttribute("data-unread", "0");
        assertThat(row(amy, "乙").locator("a")).isFocused();
        workplace.write(place, "甲", "還在嗎?");
        assertThat(mark(amy, "conversation").first()).containsText("還在嗎?");
        assertThat(row(amy, "乙").locator("a")).isFocused();

        amy.keyboard().press("r");
        assertThat(mark(amy, "composer")).isFocused();
        amy.keyboard().type("jkfc?/ 都是字");
        assertThat(mark(amy, "composer")).hasValue("jkfc?/ 都是字");
        amy.keyboard().press("Enter");
        assertThat(mark(amy, "message")).hasCount(2);
        amy.keyboard().press("Escape");
        assertThat(row(amy, "乙").locator("a")).isFocused();
        amy.keyboard().press("f");
        assertThat(amy.locator("#sheet")).isVisible();
        amy.keyboard().press("Escape");
        assertThat(amy.locator("#sheet")).isHidden();
        amy.keyboard().press("?");
        assertThat(amy.locator("#keys")).isVisible();
        browser.axe(amy);
        pictures(amy, "keys");
        amy.keyboard().press("Escape");
        amy.keyboard().press("/");
        assertThat(amy.locator("#search")).isFocused();
        amy.keyboard().press("Escape");
        amy.keyboard().press("c");
        assertThat(row(amy, "乙")).hasCount(0);

        amy.locator(".desk-bell").click();
        amy.locator("[data-setting=keys]").uncheck();
        amy.keyboard().press("Escape");
        amy.keyboard().press("?");
        assertThat(amy.locator("#keys")).isHidden();
        amy.locator(".desk-bell").click();
        browser.axe(amy);
        pictures(amy, "settings");
    }

    @Test
    void aKeyPressedOnTheWayToAChatMeansThatChat() {
        var amy = desk("amy");
        for (var buyer : List.of("甲", "乙", "丙")) {
            var chat = write(buyer, "在嗎?");
            assertThat(row(amy, buyer)).hasCount(1);
            answers.reply(
                    new Acting(place.fresh().actor(), place.amy()), chat.conversation(), "在", null, clock.instant());
            assertThat(row(amy, buyer)).hasAttribute("data-awaiting", "false");
        }
        assertThat(mark(amy, "conversation")).hasCount(3);
        amy.keyboard().press("j");
        assertThat(amy.locator("#thread h2")).hasText("丙");

        amy.keyboard().press("j");
        amy.keyboard().press("c");
        assertThat(amy.locator("#thread h2")).hasText("乙");
        amy.keyboard().press("j");
        amy.keyboard().press("r");
        assertThat(amy.locator("#thread h2")).hasText("甲");
        assertThat(mark(amy, "composer")).isFocused();

        assertThat(mark(amy, "conversation")).hasCount(3);
        amy.keyboard().press("Escape");
        amy.keyboard().press("k");
        assertThat(amy.locator("#thread h2")).hasText("乙");
        assertThat(mark(amy, "why")).containsText("乙");
        amy.keyboard().press("c");
        assertThat(row(amy, "乙")).hasCount(0);
        assertThat(row(amy, "甲").locator("a")).isFocused();
    }

    @Test
    void ofTwoChatsThatAreOpenedQuicklyTheLaterIsShown() {
        var amy = desk("amy");
        write("甲", "第一個");
        var slow = write("乙", "第二個");
        assertThat(mark(amy, "conversation")).hasCount(2);
        amy.route("**/webchat/conversations/" + slow.conversation(), route -> {
            amy.waitForTimeout(400);
            route.resume();
        });

        row(amy, "乙").locator("a").click();
        row(amy, "甲").locator("a").click();

        assertThat(amy.locator("#thread h2")).hasText("甲");
        amy.waitForTimeout(600);
        assertThat(amy.locator("#thread h2")).hasText("甲");
        assertThat(row(amy, "甲").locator("a")).hasAttribute("aria-current", "true");
    }

    @Test
    void aMessageBelowWhatOneReadsIsNotReadBeforeItIsSeen() {
        var amy = desk("amy");
        for (var line = 1; line <= 30; line++) {
            workplace.write(place, "林小圓", "第 " + line + " 句");
        }
        row(amy, "林小圓").locator("a").click();
        assertThat(row(amy, "林小圓")).hasAttribute("data-unread", "0");
        amy.locator("#thread [data-scroller]").evaluate("it => it.scrollTo(0, 0)");

        workplace.write(place, "林小圓", "還有一句");
        assertThat(amy.locator("#newer")).isVisible();
        assertThat(row(amy, "林小圓")).hasAttribute("data-unread", "1");
        assertThat(amy.locator("#heard")).containsText("還有一句");
        browser.axe(amy);
        pictures(amy, "newer");

        amy.locator("#newer").click();
        assertThat(row(amy, "林小圓")).hasAttribute("data-unread", "0");
        assertThat(amy.locator("#newer")).isHidden();
    }

    @Test
    void aSlashThatFindsNoQuickReplyIsNoAnswer() {
        var amy = desk("amy");
        write("林小圓", "在嗎?");
        row(amy, "林小圓").locator("a").click();
        assertThat(mark(amy, "composer")).isFocused();

        amy.keyboard().type("/沒有這個");
        assertThat(amy.locator("#replies")).isVisible();
        amy.keyboard().press("Enter");

        assertThat(mark(amy, "composer")).hasValue("/沒有這個");
        assertThat(mark(amy, "message")).hasCount(1);
    }

    @Test
    void aMessageThatNobodyLooksAtCallsForAttentionAsTheAgentChose() {
        var amy = browser.window();
        amy.context().grantPermissions(List.of("notifications"));
        amy.addInitScript("""
                window.notices = []
                window.Notification = class {
                  static permission = 'default'
                  static async requestPermission() { return (Notification.permission = 'granted') }
                  constructor(title, options) { notices.push(title + '|' + options.body) }
                }
                document.hasFocus = () => false
                """);
        browser.signIn(amy, place.login("amy"));
        amy.navigate("/webchat");
        assertThat(amy.locator("#desk")).hasAttribute("data-connection", "open");

        write("林小圓", "第一則");
        assertThat(amy).hasTitle(Pattern.compile("\\(1\\).*"));
        assertThat(amy.locator("link[rel=icon]")).hasAttribute("href", Pattern.compile("data:image/svg.*"));
        assertThat(amy.locator("#heard")).containsText("林小圓 傳來訊息：第一則");
        assertThat(amy.locator("#desk")).hasAttribute("data-rang", "1");
        org.assertj.core.api.Assertions.assertThat(amy.evaluate("() => notices.length"))
                .isEqualTo(0);

        amy.locator(".desk-bell").click();
        amy.locator("[data-setting=notify]").check();
        assertThat(amy.locator("[data-setting=notify]")).isChecked();
        workplace.write(place, "林小圓", "第二則");
        amy.waitForFunction("() => notices.length === 1");
        amy.locator("[data-setting=text]").check();
        workplace.write(place, "林小圓", "第三則");
        amy.waitForFunction("() => notices.length === 2");
        org.assertj.core.api.Assertions.assertThat(amy.evaluate("() => notices.join()"))
                .isEqualTo("林小圓 傳來訊息|,林小圓 傳來訊息|第三則");

        assertThat(row(amy, "林小圓").locator("[data-overdue]")).hasCount(0);
        amy.evaluate("() => { desk.dataset.patience = 0; document.dispatchEvent(new Event('visibilitychange')) }");
        assertThat(row(amy, "林小圓").locator("[data-overdue]")).containsText("等很久了");
        amy.keyboard().press("Escape");
        pictures(amy, "overdue");
        browser.axe(amy);

        row(amy, "林小圓").locator("a").click();
        assertThat(amy).hasTitle(Pattern.compile("[^(].*"));
        assertThat(amy.locator("link[rel=icon]")).hasAttribute("href", Pattern.compile(".*icon.*svg"));
    }

    private Page desk(String member) {
        var page = browser.signedIn(place.login(member));
        page.navigate("/webchat");
        assertThat(page.locator("#desk")).hasAttribute("data-connection", "open");
        return page;
    }

    private Received write(String buyer, String text) {
        return workplace.write(place, buyer, text);
    }

    private static com.microsoft.playwright.Locator visible(Page page) {
        return mark(page, "conversation").locator("visible=true");
    }

    private static com.microsoft.playwright.Locator figure(Page page, String name) {
        return page.locator(".desk-filters [data-figure=" + name + "]");
    }
}
