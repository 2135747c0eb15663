package dev.fenliu.chatgroups;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.fenliu.chatgroups.ChatSource.ORDER_PAGE;
import static dev.fenliu.chatgroups.ChatSource.PRODUCT_PAGE;
import static dev.fenliu.chatgroups.application.LastMember.TURN_OFF;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.NewMember;
import dev.fenliu.accounts.application.NewMember.WishedRole;
import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.chatgroups.application.GroupWish;
import dev.fenliu.chatgroups.application.ManageChatGroups;
import dev.fenliu.chatgroups.application.ManageDistribution;
import dev.fenliu.chatgroups.application.ManageDistribution.Wish;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@FenliuTest
class ChatGroupPagesTests {
    @RegisterExtension
    Browser browser = new Browser();

    private final ManageChatGroups groups;
    private final ManageDistribution distribution;
    private final ManageMembers members;
    private final FreshEnterprises enterprises;
    private final Clock clock;
    private Fresh fresh;
    private MemberId amy;
    private MemberId ben;

    @Autowired
    ChatGroupPagesTests(
            ManageChatGroups groups,
            ManageDistribution distribution,
            ManageMembers members,
            FreshEnterprises enterprises,
            Clock clock) {
        this.groups = groups;
        this.distribution = distribution;
        this.members = members;
        this.enterprises = enterprises;
        this.clock = clock;
    }

    @BeforeEach
    void openTheShop() {
        fresh = enterprises.open();
        amy = enterprises.agent(fresh, "amy");
        ben = enterprises.agent(fresh, "ben");
    }

    @Test
    void theShopsAreFoundByStateAndName() {
        enterprises.shop(fresh, "蝦蝦的店");
        var page = manager();
        page.navigate("/platform/chat-groups");
        assertThat(page.getByTestId("shop-row")).hasCount(2);

        page.locator("#shop-search").fill("蝦蝦");
        assertThat(page.getByTestId("shop-row")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*search=.*"));

        page.locator("#shop-status").selectOption("DISABLED");
        assertThat(page.getByTestId("shop-row")).hasCount(0);
        assertThat(page.getByText("沒有符合的賣場")).isVisible();
        browser.axe(page);
    }

    @Test
    void aGroupIsMadeInTwoStepsWithoutLeavingThePage() {
        var page = manager();
        page.navigate(shopPath());
        page.evaluate("window.stillHere = true");

        page.getByTestId("new-group").click();
        page.getByTestId("group-name").fill("夜班 <b>🦐</b>");
        page.getByTestId("group-next").click();
        page.getByTestId("group-source").and(page.locator("[value=CART]")).check();
        choice(page, amy).check();
        page.getByTestId("group-save").click();

        var card = page.getByTestId("group-card");
        assertThat(card).hasCount(1);
        assertThat(card.getByRole(AriaRole.HEADING)).hasText("夜班 <b>🦐</b>");
        assertThat(card).hasAttribute("data-total", "1");
        assertThat(card).hasAttribute("data-online", "0");
        assertThat(page.locator("#notices")).containsText("已建立群組");
        assertThat(page).hasURL(Pattern.compile(".*" + shopPath()));
        assertThat(page.evaluate("window.stillHere")).isEqualTo(true);
    }

    @Test
    void whatRefreshesItselfNeitherTakesALinkFromWhoeverFollowsItNorWaitsForIt() {
        var page = manager();
        page.clock().install();
        page.navigate(shopPath());
        var form = new AtomicReference<@Nullable Route>();
        var refresh = new AtomicReference<@Nullable Route>();
        page.route("**/groups/new", form::set);

        page.getByTestId("new-group").click();
        page.waitForCondition(() -> form.get() != null);
        page.clock().fastForward(15_000);
        page.waitForTimeout(500);
        requireNonNull(form.get()).resume();
        assertThat(page.getByTestId("group-name")).isVisible();
        assertThat(page.getByRole(AriaRole.BANNER)).hasCount(1);

        page.unrouteAll();
        page.navigate(shopPath());
        page.route("**" + shopPath(), refresh::set);
        page.clock().fastForward(15_000);
        page.waitForCondition(() -> refresh.get() != null);
        page.getByTestId("new-group").click();
        assertThat(page.getByTestId("group-name")).isVisible();
        requireNonNull(refresh.get()).resume();
        page.waitForTimeout(500);
        assertThat(page.getByTestId("group-name")).isVisible();
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        var page = browser.window(options -> options.setJavaScriptEnabled(false));
        browser.signIn(page, fresh.code() + ":main");
        page.navigate(shopPath());

        page.getByTestId("new-group").click();
        page.getByTestId("group-name").fill("夜班");
        page.getByTestId("group-next").click();
        page.getByTestId("group-source").and(page.locator("[value=CART]")).check();
        choice(page, amy).check();
        page.getByTestId("group-save").click();
        assertThat(page.getByTestId("group-card")).hasAttribute("data-total", "1");

        page.getByTestId("distribution-switch").click();
        assertThat(page.getByTestId("distribution-switch")).isChecked();
        page.getByTestId("main-switch").click();
        assertThat(page.getByTestId("main-switch")).isChecked();
        assertThat(page.locator("[data-scenario]")).hasAttribute("data-scenario", "C");

        page.getByTestId("group-edit").click();
        page.getByTestId("group-delete").click();
        assertThat(page.locator("main")).containsText("聊聊分流會隨之關閉");
        page.getByTestId("group-delete-confirm").click();
        assertThat(page.getByTestId("group-card")).hasCount(0);
        assertThat(page.getByTestId("distribution-switch")).not().isChecked();

        page.locator("#tab-settings").click();
        page.getByTestId("cap").fill("12");
        page.getByTestId("settings-save").click();
        assertThat(page.getByTestId("cap")).hasValue("12");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost() {
        browser.expect("422");
        create("售前客服", PRODUCT_PAGE);
        var page = manager();
        page.navigate(shopPath() + "/groups/new");

        page.getByTestId("group-name").fill("售前客服");
        assertThat(page.locator("#name-problem")).containsText("已經有");
        page.getByTestId("group-name").fill("售後客服");
        choice(page, ben).check();
        page.getByTestId("group-save").click();

        assertThat(page.locator("#sources-problem")).hasText("請至少選擇一個聊聊來源。");
        assertThat(page.getByTestId("group-name")).hasValue("售後客服");
        assertThat(choice(page, ben)).isChecked();
        browser.axe(page);
    }

    @Test
    void choosingSomebodyOfAnotherGroupSaysFromWhereTheyMove() {
        create("售前客服", PRODUCT_PAGE, amy);
        var page = manager();
        page.navigate(shopPath() + "/groups/new?name=夜班");
        assertThat(row(page, amy)).containsText("目前在「售前客服」");

        choice(page, amy).check();

        assertThat(row(page, amy).getByText("儲存後會離開「售前客服」")).isVisible();
        page.getByTestId("group-source").first().check();
        page.getByTestId("group-save").click();
        assertThat(page.locator("[data-name=售前客服]")).hasAttribute("data-total", "0");
        assertThat(page.locator("[data-name=夜班]")).hasAttribute("data-total", "1");
    }

    @Test
    void whoMayNotAnswerIsGreyedWithTheReason() {
        var wish = new NewMember("finn", "Finn", null, null, null, List.of(new WishedRole("*", "財務")));
        var finn = members.create(fresh.actor(), wish, clock.instant()).member().id();
        var page = manager();
        page.navigate(shopPath() + "/groups/new?name=夜班");

        assertThat(choice(page, finn)).isDisabled();
        assertThat(row(page, finn)).containsText("沒有這個賣場的聊聊權限");
    }

    @Test
    void takingTheLastMemberAwayIsAskedAboutFirst() {
        browser.expect("422");
        create("售前客服", PRODUCT_PAGE, amy);
        turnOn();
        var page = manager();
        page.navigate(shopPath());
        page.getByTestId("group-edit").click();

        choice(page, amy).uncheck();
        page.getByTestId("group-save").click();
        assertThat(page.locator("main")).containsText("聊聊分流會隨之關閉");
        assertThat(choice(page, amy)).not().isChecked();
        browser.axe(page);

        page.getByTestId("group-save").click();
        assertThat(page.getByTestId("distribution-switch")).not().isChecked();
        assertThat(page.getByTestId("group-card")).hasAttribute("data-total", "0");
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsNotOverwrittenUnseen() {
        browser.expect("422");
        create("售前客服", PRODUCT_PAGE);
        var one = manager();
        var other = manager();
        for (var page : List.of(one, other)) {
            page.navigate(shopPath());
            page.getByTestId("group-edit").click();
            assertThat(page.getByTestId("group-save")).isVisible();
        }
        choice(one, amy).check();
        one.getByTestId("group-save").click();
        assertThat(one.getByTestId("group-card")).hasAttribute("data-total", "1");

        choice(other, ben).check();
        other.getByTestId("group-save").click();

        assertThat(other.locator("main")).containsText("其他人剛剛變更了「售前客服」");
        choice(other, amy).check();
        other.getByTestId("group-save").click();
        assertThat(other.getByTestId("group-card")).hasAttribute("data-total", "2");
    }

    @Test
    void theSwitchCannotBeTurnedOnWithoutAMemberAndSaysWhy() {
        create("售前客服", PRODUCT_PAGE);
        var page = manager();
        page.navigate(shopPath());

        page.getByTestId("distribution-switch").focus();
        page.keyboard().press("Space");

        assertThat(page.locator(".field-error")).containsText("至少要有一位成員在群組中");
        assertThat(page.getByTestId("distribution-switch")).not().isChecked();
        assertThat(page.getByTestId("distribution-switch")).isFocused();
    }

    @Test
    void excludingTheMainAccountAsTheOnlyMemberIsAskedAboutFirst() {
        distribution.change(fresh.actor(), fresh.shop(), new Wish(null, true, null, null), TURN_OFF, clock.instant());
        create("售前客服", PRODUCT_PAGE, fresh.main());
        turnOn();
        var page = manager();
        page.navigate(shopPath());
        assertThat(page.locator("[data-scenario]")).hasAttribute("data-scenario", "D");

        page.getByTestId("main-switch").click();
        assertThat(page.getByTestId("main-confirm")).isFocused();
        assertThat(page.getByTestId("main-switch")).isChecked();

        page.getByTestId("main-confirm").click();
        assertThat(page.getByTestId("main-switch")).not().isChecked();
        assertThat(page.getByTestId("distribution-switch")).not().isChecked();
        assertThat(page.getByTestId("group-card")).hasAttribute("data-total", "0");
    }

    @Test
    void everyPageIsFitForEverybodyAndForATelephone() {
        create("售前客服", PRODUCT_PAGE, amy, fresh.main());
        create("售後客服", ORDER_PAGE);
        turnOn();
        var phone = browser.phone();
        browser.signIn(phone, fresh.code() + ":main");
        for (var path : List.of("", "/settings", "/groups/new", "/groups/new?name=夜班")) {
            phone.navigate(shopPath() + path);
            browser.axe(phone);
            assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(390);
        }
    }

    @Test
    void anAgentIsNotLetInAndAStrangersShopDoesNotExist() {
        browser.expect("40[34]");
        var stranger = enterprises.open();
        var wish = new NewMember("zoe", "Zoe", null, null, "fenliu-demo", List.of(new WishedRole("*", "聊聊客服")));
        members.create(fresh.actor(), wish, clock.instant());
        var agent = browser.signedIn(fresh.code() + ":zoe");
        var foreigner = browser.signedIn(stranger.code() + ":main");

        assertThat(agent.navigate("/platform/chat-groups").status()).isEqualTo(403);
        assertThat(agent.navigate(shopPath()).status()).isEqualTo(403);
        assertThat(foreigner.navigate(shopPath()).status()).isEqualTo(404);
    }

    private Page manager() {
        return browser.signedIn(fresh.code() + ":main");
    }

    private String shopPath() {
        return "/platform/chat-groups/" + fresh.shop();
    }

    private static Locator choice(Page page, MemberId member) {
        return page.getByTestId("group-member").and(page.locator("[value='" + member + "']"));
    }

    private static Locator row(Page page, MemberId member) {
        return page.locator("label").filter(new Locator.FilterOptions().setHas(choice(page, member)));
    }

    private void create(String name, ChatSource source, MemberId... members) {
        var texts = List.of(members).stream().map(MemberId::toString).toList();
        groups.create(fresh.actor(), fresh.shop(), new GroupWish(name, List.of(source), texts), clock.instant());
    }

    private void turnOn() {
        distribution.change(fresh.actor(), fresh.shop(), new Wish(true, null, null, null), TURN_OFF, clock.instant());
    }
}
