package dev.fenliu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.fenliu.accounts.MemberId;
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

/** The main path of each screen of the platform, by the keyboard alone. */
@FenliuTest
class KeyboardTests {
    @RegisterExtension
    final Browser browser = new Browser();

    @Autowired
    FreshEnterprises enterprises;

    @LocalServerPort
    int port;

    private Fresh fresh;
    private MemberId amy;
    private Page page;
    private Hands hands;

    @BeforeEach
    void signIn() {
        fresh = enterprises.open();
        amy = enterprises.agent(fresh, "amy");
        page = browser.window();
        hands = new Hands(page);
        page.navigate("/login");
        hands.write(page.locator("[name=username]"), fresh.code() + ":main")
                .write(page.locator("[name=password]"), "fenliu-demo")
                .press("Enter");
        page.waitForURL("**/seller");
    }

    @Test
    void theFirstTabPassesOverWhatEveryPageHas() {
        page.navigate("/platform/members");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip-link")).isFocused();

        page.keyboard().press("Enter");
        page.keyboard().press("Tab");

        assertThat(page.locator("#content :focus")).hasCount(1);
    }

    @Test
    void aMemberIsCreatedGivenARoleAndDisabled() {
        page.navigate("/platform/members");
        hands.follow("member-new");
        hands.write("member-login", "ben").write("member-name", "阿本");
        hands.tick(page.getByLabel("所有賣場：聊聊客服"));
        hands.follow("member-save");
        assertThat(page.getByTestId("once-password")).isVisible();

        hands.tick(page.getByLabel("所有賣場：財務"));
        hands.follow("roles-save");
        assertThat(page.locator("#notices")).containsText("已儲存");
        hands.follow("member-disable");
        hands.follow("member-disable-confirm");
        assertThat(page.getByTestId("member-status")).hasText("停用");

        page.navigate("/platform/members");
        hands.write("member-search", "amy");
        assertThat(page.getByTestId("member-row")).hasCount(1);
        assertThat(page.getByTestId("member-search")).isFocused();
        hands.follow(page.locator(".who-name"));
        assertThat(page.getByTestId("member-chats")).hasText("0");
    }

    @Test
    void aRoleIsMadeAndDeleted() {
        page.navigate("/platform/roles");
        hands.follow("role-new");
        hands.write("role-name", "夜班");
        hands.tick(page.locator("[value=CHAT]"));
        hands.follow("role-save");
        assertThat(page.getByTestId("roles-count")).hasText("1 / 20");

        hands.follow(page.locator(".who-name", new Page.LocatorOptions().setHasText("夜班")));
        hands.follow("role-delete");
        hands.follow("role-delete-confirm");
        assertThat(page.getByTestId("roles-count")).hasText("0 / 20");
    }

    @Test
    void aShopIsAuthorisedAndDisabled() {
        page.navigate("/platform/shops");
        hands.follow("shop-new");
        hands.write("shop-name", "東京店");
        hands.to("shop-region").press("j");
        hands.follow("shop-save");
        assertThat(page.getByTestId("shop-row")).hasCount(2);

        hands.follow(page.getByTestId("shop-disable").last());
        hands.follow("shop-status-confirm");
        assertThat(page.getByTestId("shop-row").last()).containsText("停用");
    }

    @Test
    void aGroupIsMadeInTwoStepsAndDistributionTurnedOnAndTuned() {
        page.navigate("/platform/chat-groups");
        hands.follow(page.getByTestId("shop-row").first().locator("a").first());
        hands.follow("new-group");
        // With a name the second step comes by itself.
        hands.write("group-name", "夜班");
        hands.tick(page.getByTestId("group-source").and(page.locator("[value=CART]")));
        hands.tick(page.getByTestId("group-member").and(page.locator("[value='%s']".formatted(amy))));
        hands.follow("group-save");
        assertThat(page.getByTestId("group-card")).hasAttribute("data-total", "1");

        hands.tick(page.getByTestId("distribution-switch"));
        assertThat(page.getByTestId("distribution-switch")).isChecked();
        assertThat(page.getByTestId("distribution-switch")).isFocused();
        hands.follow(page.locator("#tab-settings"));
        hands.write("cap", "12");
        hands.follow("settings-save");
        assertThat(page.getByTestId("cap")).hasValue("12");

        page.navigate("/platform/chat-groups/" + fresh.shop());
        hands.follow("group-edit");
        hands.follow("group-delete");
        hands.follow("group-delete-confirm");
        assertThat(page.getByTestId("group-card")).hasCount(0);
    }

    @Test
    void whatWaitsIsReassigned() {
        var api = distributing();
        api.put("/shops/" + fresh.shop() + "/distribution", Map.of("cap", 1)).as(200);
        api.put("/members/" + amy + "/presence", Map.of("state", "ONLINE")).as(200);
        for (var buyer : List.of("b1", "b2")) {
            var message = Map.of(
                    "externalId", buyer, "buyer", Map.of("externalId", buyer), "source", "PRODUCT_PAGE", "text", "在嗎?");
            api.post("/shops/" + fresh.shop() + "/messages", message).as(202);
        }

        page.navigate("/platform/chat-groups/" + fresh.shop());
        hands.follow("staging-open");
        hands.tick(page.getByTestId("staged").locator("input"));
        hands.to("staging-to").press("ArrowDown");
        hands.follow("staging-move");

        assertThat(page.getByTestId("staged")).hasCount(0);
    }

    @Test
    void theLogsAreSifted() {
        distributing();
        page.navigate("/platform/activity");
        hands.to("activity-action").press("End");
        assertThat(page).hasURL(Pattern.compile(".*action=.*"));
        assertThat(page.getByTestId("activity-action")).isFocused();

        page.navigate("/platform/chat-groups/" + fresh.shop());
        hands.follow(page.locator("#tab-decisions"));
        hands.to("decision-reason").press("End");
        assertThat(page).hasURL(Pattern.compile(".*reason=.*"));
    }

    @Test
    void onesAccountIsKept() {
        page.navigate("/platform/account");
        hands.write("profile-name", "老闆").press("Enter");
        assertThat(page.locator(".person-name")).hasText("老闆");

        page.navigate("/platform/account/tokens");
        hands.write("token-name", "倉庫系統");
        hands.tick(page.getByTestId("scope-SHOPS"));
        hands.follow("token-give");
        assertThat(page.getByTestId("token-secret")).isVisible();

        page.navigate("/seller");
        hands.follow(page.locator(".person"));
        hands.follow(page.locator(".language button"));
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void figuresAreSortedAndOpened() {
        page.navigate("/platform/performance?by=agents");
        hands.follow(page.locator("#sort-name"));
        assertThat(page.locator("#performance-head th").first())
                .hasAttribute("aria-sort", Pattern.compile("ascending|descending"));
        assertThat(page.locator("#sort-name")).isFocused();
        hands.follow(page.locator("#agent-" + amy));
        assertThat(page.locator("h1")).containsText("amy");

        page.navigate("/platform/performance/statistics?by=agents");
        hands.follow(page.locator("#statistics-ranking thead .sorter").first());
        assertThat(page.locator("#statistics-ranking thead th[aria-sort=ascending], thead th[aria-sort=descending]"))
                .hasCount(1);
    }

    @Test
    void helpIsFound() {
        page.navigate("/help");
        hands.write("help-search", "轉發").press("Enter");
        assertThat(page.getByTestId("help-found").first()).isVisible();
        hands.follow(page.getByTestId("help-section").first().locator("a").first());
        assertThat(page).hasURL(Pattern.compile(".*/help.*#.+"));
    }

    private Api distributing() {
        var api = new Api(port, enterprises.token(fresh));
        var shop = "/shops/" + fresh.shop();
        var group = Map.of("name", "售前客服", "sources", List.of("PRODUCT_PAGE"), "members", List.of(amy.toString()));
        api.post(shop + "/groups", group).as(201);
        api.put(shop + "/distribution", Map.of("enabled", true)).as(200);
        return api;
    }
}
