package dev.fenliu.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.scenarios.Api;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 我的團隊 and 我的賣場 in the browser, with the keyboard alone where people would use it. */
@FenliuTest
class TeamPagesTests {
    @RegisterExtension
    final Browser browser = new Browser();

    @Autowired
    FreshEnterprises enterprises;

    @LocalServerPort
    int port;

    private Fresh fresh;

    @BeforeEach
    void openTheEnterprise() {
        fresh = enterprises.open();
    }

    @Test
    void aMemberBeginsWithAPasswordThatIsGoodOnce() {
        browser.expect("422");
        var page = browser.signedIn(fresh.code() + ":main");
        page.navigate("/platform/members");
        follow(page, "member-new");
        page.getByTestId("member-login").press("Enter");
        assertThat(page.locator("#loginId-problem")).isVisible();
        page.getByTestId("member-login").fill("amy");
        page.getByTestId("member-name").fill("艾咪 <b>A</b>");
        page.getByLabel("所有賣場：聊聊客服").press("Space");
        browser.axe(page);
        AccountPictures.take(page, "member-new");
        page.getByTestId("member-save").press("Enter");

        var password = page.getByTestId("once-password").textContent();
        assertThat(page.locator("h1")).hasText("艾咪 <b>A</b>");
        browser.axe(page);
        AccountPictures.take(page, "member-once");
        page.reload();
        assertThat(page.getByTestId("once-password")).hasCount(0);

        var amy = browser.phone();
        amy.navigate("/login");
        amy.locator("[name=username]").fill(fresh.code() + ":amy");
        amy.locator("[name=password]").fill(password);
        amy.locator("[name=password]").press("Enter");
        assertThat(amy).hasURL(Pattern.compile(".*/password"));
        amy.navigate("/webchat");
        assertThat(amy).hasURL(Pattern.compile(".*/password"));
        browser.axe(amy);
        AccountPictures.take(amy, "first-password-390");
        amy.getByTestId("password-new").fill("shrimp noodles at noon");
        amy.getByTestId("password-repeated").fill("shrimp noodles at noon");
        amy.getByTestId("password-repeated").press("Enter");
        assertThat(amy).hasURL(Pattern.compile(".*/seller"));
        amy.navigate("/webchat");
        assertThat(amy).hasURL(Pattern.compile(".*/webchat"));
    }

    @Test
    void membersAreFoundOrderedAndDisabledAfterItWasSaidWhatHappens() {
        for (var login : List.of("amy", "ben", "cara")) enterprises.agent(fresh, login);
        var page = browser.signedIn(fresh.code() + ":main");
        page.navigate("/platform/members");
        assertThat(page.getByTestId("member-row")).hasCount(4);
        AccountPictures.take(page, "members");
        page.getByTestId("sort-name").press("Enter");
        page.getByTestId("sort-name").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*sort=NAME&dir=desc"));
        assertThat(page.getByTestId("member-row").last()).containsText("amy");

        page.getByTestId("member-search").fill("BEN");
        assertThat(page.getByTestId("member-row")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*search=BEN.*"));
        page.reload();
        assertThat(page.getByTestId("member-row")).hasCount(1);
        browser.axe(page);

        page.locator(".who-name").press("Enter");
        assertThat(page.getByTestId("member-chats")).hasText("0");
        AccountPictures.take(page, "member");
        browser.axe(page);
        follow(page, "member-disable");
        assertThat(page.getByTestId("effects")).containsText("立即登出");
        AccountPictures.take(page, "member-status");
        page.getByTestId("member-disable-confirm").press("Enter");
        assertThat(page.getByTestId("member-status")).hasText("停用");
        page.getByTestId("member-enable").press("Enter");
        assertThat(page.getByTestId("member-status")).hasText("啟用");
    }

    @Test
    void whatAMemberHasOpenIsReassignedOrRoutedAgainWhenTheyAreDisabled() {
        var amy = enterprises.agent(fresh, "amy");
        var ben = enterprises.agent(fresh, "ben");
        var api = new Api(port, enterprises.token(fresh));
        var shop = "/shops/" + fresh.shop();
        var group = Map.of("name", "售前客服", "sources", List.of("PRODUCT_PAGE"), "members", List.of(amy.toString()));
        api.post(shop + "/groups", group).as(201);
        api.put(shop + "/distribution", Map.of("enabled", true)).as(200);
        api.put("/members/" + amy + "/presence", Map.of("state", "ONLINE")).as(200);
        var first = chat(api, "b1");
        var second = chat(api, "b2");
        await().untilAsserted(() -> assertThat(owner(api, second)).isEqualTo(amy.toString()));
        api.put("/members/" + ben + "/presence", Map.of("state", "ONLINE")).as(200);

        var page = browser.signedIn(fresh.code() + ":main");
        page.navigate("/platform/members/" + amy);
        assertThat(page.getByTestId("member-chats")).hasText("2");
        follow(page, "member-disable");
        assertThat(page.getByTestId("effects")).containsText("2 則對話會立即重新分配");
        page.goBack();
        follow(page, "member-reassign");
        browser.axe(page);
        AccountPictures.take(page, "reassignments");
        page.locator("[name=to]").first().press("Space");
        page.getByTestId("reassign-submit").press("Enter");
        assertThat(page.locator("#notices")).containsText("已改派 2 則對話");
        assertThat(owner(api, first)).isEqualTo(ben.toString());

        page.navigate("/platform/members/" + ben + "/status");
        page.getByTestId("member-disable-confirm").press("Enter");
        await().untilAsserted(() -> assertThat(owner(api, first)).isEqualTo(amy.toString()));
        var decisions =
                api.get("/conversations/" + first + "/decisions").as(200).items();
        assertThat(decisions.getFirst().path("trigger").asString()).isEqualTo("ACCESS_LOST");
    }

    private String chat(Api api, String buyer) {
        var message = Map.of(
                "externalId", buyer, "buyer", Map.of("externalId", buyer), "source", "PRODUCT_PAGE", "text", "你好");
        return api.post("/shops/" + fresh.shop() + "/messages", message).as(202).text("conversation");
    }

    private static String owner(Api api, String conversation) {
        return api.get("/conversations/" + conversation).as(200).text("owner");
    }

    @Test
    void rolesAreGivenInATableAndWhatCannotBeGivenIsClosed() {
        var amy = enterprises.agent(fresh, "amy");
        var manager = enterprises.agent(fresh, "boss");
        var api = new Api(port, enterprises.token(fresh));
        api.post("/roles", Map.of("name", "組長", "permissions", List.of("MANAGE_MEMBERS", "CHAT")))
                .as(201);
        api.patch("/members/" + manager, Map.of("grants", List.of(Map.of("shop", "賣場S", "role", "組長"))))
                .as(200);

        var page = browser.signedIn(fresh.code() + ":boss");
        page.navigate("/platform/members/" + amy);
        assertThat(page.getByTestId("member-reset")).hasCount(0);
        assertThat(page.getByLabel("賣場S：管理員")).isDisabled();
        assertThat(page.getByLabel("所有賣場：聊聊客服")).isDisabled();
        page.getByLabel("賣場S：聊聊客服").press("Space");
        page.getByTestId("roles-save").press("Enter");
        assertThat(page.locator("#notices")).containsText("已儲存");
        assertThat(page.getByLabel("賣場S：聊聊客服")).isChecked();
        assertThat(page.getByLabel("所有賣場：聊聊客服")).isChecked();

        page.navigate("/platform/shops");
        assertThat(page.locator("h1")).not().hasText("我的賣場");
        assertThat(page.locator(".rail a[href='/platform/shops']")).hasCount(0);
        browser.expect("403");
    }

    @Test
    void aRoleOfOnesOwnIsMadeGivenAndDeletedAfterItWasSaidWhoLosesWhat() {
        var amy = enterprises.agent(fresh, "amy");
        var page = browser.signedIn(fresh.code() + ":main");
        page.navigate("/platform/roles");
        AccountPictures.take(page, "roles");
        browser.axe(page);
        follow(page, "role-new");
        page.getByTestId("role-name").fill("夜班");
        page.locator("[value=CHAT]").press("Space");
        browser.axe(page);
        AccountPictures.take(page, "role-new");
        page.getByTestId("role-save").press("Enter");
        assertThat(page.getByTestId("roles-count")).hasText("1 / 20");

        new Api(port, enterprises.token(fresh))
                .patch("/members/" + amy, Map.of("grants", List.of(Map.of("shop", "*", "role", "夜班"))))
                .as(200);
        page.locator(".who-name", new Page.LocatorOptions().setHasText("夜班")).press("Enter");
        assertThat(page.getByTestId("role-holder")).hasCount(1);
        follow(page, "role-delete");
        assertThat(page.getByTestId("losses")).containsText("amy");
        assertThat(page.getByTestId("losses")).containsText("回覆聊聊");
        browser.axe(page);
        AccountPictures.take(page, "role-deletion");
        page.getByTestId("role-delete-confirm").press("Enter");
        assertThat(page.getByTestId("roles-count")).hasText("0 / 20");
    }

    @Test
    void aShopIsAuthorisedRenamedAndDisabledAfterItWasSaidWhatHappens() {
        browser.expect("422");
        var page = browser.signedIn(fresh.code() + ":main");
        page.navigate("/platform/shops");
        follow(page, "shop-new");
        page.getByTestId("shop-name").fill("賣場S");
        page.getByTestId("shop-save").press("Enter");
        assertThat(page.locator("#name-problem")).containsText("已經存在");
        page.getByTestId("shop-name").fill("東京店");
        page.getByTestId("shop-region").selectOption("JP");
        page.getByTestId("shop-save").press("Enter");
        assertThat(page.getByTestId("shop-row")).hasCount(2);
        assertThat(page.getByTestId("shop-row").last()).containsText("Asia/Tokyo");
        browser.axe(page);
        AccountPictures.take(page, "my-shops");

        page.getByTestId("shop-disable").last().press("Enter");
        assertThat(page.getByTestId("effects")).containsText("0 則");
        page.getByTestId("shop-status-confirm").press("Enter");
        assertThat(page.getByTestId("shop-row").last()).containsText("停用");
    }

    @Test
    void everyPageFitsATelephoneAndSpeaksEnglish() {
        var amy = enterprises.agent(fresh, "amy");
        var page = browser.phone();
        browser.signIn(page, fresh.code() + ":main");
        page.navigate("/seller");
        page.locator(".person").press("Enter");
        page.locator(".language button").press("Enter");
        for (var path : List.of(
                "/platform/members",
                "/platform/members/new",
                "/platform/members/" + amy,
                "/platform/roles",
                "/platform/roles/new",
                "/platform/shops",
                "/platform/shops/" + fresh.shop())) {
            page.navigate(path);
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(390);
            assertThat(page.locator("main").textContent()).as(path).doesNotContain("??");
            AccountPictures.take(
                    page, "390" + path.replaceAll("/[0-9]+$", "-one").replace('/', '-'));
        }
    }

    /** Goes on with the keyboard. */
    private static void follow(Page page, String mark) {
        Locator link = page.getByTestId(mark);
        link.focus();
        link.press("Enter");
    }
}
