package dev.fenliu.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.fenliu.accounts.application.KeepActivity;
import dev.fenliu.accounts.application.NoteUses;
import dev.fenliu.accounts.domain.ActivityLog.Filter;
import dev.fenliu.accounts.domain.ActivityLog.Line;
import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.webchat.Surfer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A member's own account: profile, language, password, sign-ins and API tokens. */
@FenliuTest
class OwnAccountTests {
    @RegisterExtension
    final Browser browser = new Browser();

    private final FreshEnterprises enterprises;
    private final KeepActivity activity;
    private final NoteUses uses;
    private final RestTestClient api;
    private Fresh fresh;

    @LocalServerPort
    int port;

    @Autowired
    OwnAccountTests(FreshEnterprises enterprises, KeepActivity activity, NoteUses uses, RestTestClient api) {
        this.enterprises = enterprises;
        this.activity = activity;
        this.uses = uses;
        this.api = api;
    }

    @BeforeEach
    void openTheEnterprise() {
        fresh = enterprises.open();
        enterprises.agent(fresh, "amy");
    }

    @Test
    void aMemberChangesTheirProfileAndOnlyAnotherMailAddressNeedsThePassword() {
        browser.expect("422");
        var page = browser.signedIn(fresh.code() + ":amy");
        page.navigate("/platform/account");
        mark(page, "profile-name").fill("艾咪");
        mark(page, "profile-name").press("Enter");
        assertThat(page.locator(".person-name")).hasText("艾咪");

        mark(page, "profile-email").fill("amy@example.com");
        mark(page, "profile-email").press("Enter");
        assertThat(page.locator("#current-problem")).hasText("目前的密碼不正確。");
        assertThat(mark(page, "profile-email")).hasValue("amy@example.com");
        page.locator("#current").fill("fenliu-demo");
        page.locator("#current").press("Enter");
        assertThat(page.locator("#notices")).containsText("已儲存個人資料");

        assertThat(lines("profile-changed")).hasSize(2).first().satisfies(line -> {
            assertThat(line.before()).doesNotContainKey("email");
            assertThat(line.after()).containsEntry("email", "amy@example.com");
        });
        browser.axe(page);
    }

    @Test
    void theChosenLanguageHoldsForTheNextSignInOnAnyDevice() {
        var page = browser.signedIn(fresh.code() + ":amy");
        page.navigate("/platform/account");
        mark(page, "language-en").check();
        mark(page, "language-save").click();
        assertThat(page.locator("h1")).hasText("My account");

        var elsewhere = browser.signedIn(fresh.code() + ":amy");
        elsewhere.navigate("/platform/account/sessions");

        assertThat(elsewhere.locator("h1")).hasText("My account");
        assertThat(elsewhere.locator("main")).not().containsText(Pattern.compile("[\\u4e00-\\u9fff]"));
        assertThat(mark(elsewhere, "session")).hasCount(2);
        browser.axe(elsewhere);
    }

    @Test
    void aChangedPasswordIsAskedForAtOnceAndEndsTheSignInsElsewhere() {
        browser.expect("422");
        var elsewhere = Surfer.signedIn(port, fresh.code() + ":amy");
        var page = browser.signedIn(fresh.code() + ":amy");
        page.navigate("/platform/account/security");

        change(page, "wrong-password", "a long walk by the sea", "a long walk by the sea");
        assertThat(page.locator("#current-problem")).hasText("目前的密碼不正確。");
        change(page, "fenliu-demo", "password123", "password123");
        assertThat(page.locator("#password-problem")).containsText("太容易被猜中");
        change(page, "fenliu-demo", "a long walk by the sea", "a long walk by the see");
        assertThat(page.locator("#repeated-problem")).containsText("不一樣");
        browser.axe(page);
        change(page, "fenliu-demo", "a long walk by the sea", "a long walk by the sea");
        assertThat(page.locator("#notices")).containsText("已變更密碼");

        assertThat(elsewhere.get("/seller").status()).isEqualTo(302);
        page.reload();
        assertThat(page.locator("h1")).hasText("我的帳戶");
        var surfer = new Surfer(port);
        surfer.get("/login");
        assertThat(signIn(surfer, "fenliu-demo").status()).isEqualTo(401);
        assertThat(signIn(surfer, "a long walk by the sea").status()).isEqualTo(302);
        assertThat(lines("password-changed"))
                .singleElement()
                .satisfies(line -> assertThat(line.toString()).doesNotContain("sea"));
    }

    @Test
    void whoeverGuessesThePresentPasswordHasToWait() {
        var surfer = Surfer.signedIn(port, fresh.code() + ":amy");
        surfer.get("/platform/account/security");
        var form = Map.of(
                "current", "guess", "new-password", "a long walk by the sea", "repeated", "a long walk by the sea");
        for (var tries = 0; tries < 10; tries++) {
            assertThat(surfer.submit("/platform/account/security/password", form)
                            .body())
                    .contains("目前的密碼不正確");
        }

        var refused = surfer.submit("/platform/account/security/password", form);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsKey("retry-after");
        assertThat(refused.body()).contains("次數過多");
    }

    @Test
    void anEndedSignInIsRefusedAndItsStreamCloses() {
        var lost = Surfer.signedIn(port, fresh.code() + ":amy");
        try (var stream = lost.follow("/webchat/stream").opened()) {
            var page = browser.signedIn(fresh.code() + ":amy");
            page.navigate("/platform/account/sessions");
            var other = page.locator("[data-testid=session][data-present=false]");
            assertThat(other).hasCount(1);
            other.getByTestId("session-end").press("Enter");
            assertThat(page.locator("#notices")).containsText("已結束這次登入");
            assertThat(other).hasCount(0);

            await().until(stream::hasEnded);
            assertThat(lost.get("/webchat").headers().get("location")).endsWith("/login");
            assertThat(lost.getPart("/webchat/stream").status()).isEqualTo(401);
            assertThat(lines("sessions-ended")).hasSize(1);
        }
    }

    @Test
    void allOtherSignInsEndAtOnceAndNobodyEndsThoseOfSomebodyElse() {
        var first = Surfer.signedIn(port, fresh.code() + ":amy");
        var second = Surfer.signedIn(port, fresh.code() + ":amy");
        var main = Surfer.signedIn(port, fresh.code() + ":main");
        var page = main.get("/platform/account/sessions").body();
        var session = Pattern.compile("data-session=\"(\\d+)\"")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow();

        first.get("/platform/account/sessions");
        assertThat(first.submit("/platform/account/sessions/" + session.group(1) + "/closure", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(first.submit("/platform/account/sessions/closure", Map.of()).status())
                .isEqualTo(302);

        assertThat(second.get("/seller").status()).isEqualTo(302);
        assertThat(first.get("/seller").status()).isEqualTo(200);
        assertThat(main.get("/seller").status()).isEqualTo(200);
    }

    @Test
    void aTokenIsShownOnceOpensItsScopeAndNothingOnceItIsTakenBack() {
        var page = browser.signedIn(fresh.code() + ":main");
        page.navigate("/platform/account/tokens");
        mark(page, "token-name").fill("倉庫系統");
        mark(page, "scope-SHOPS").check();
        mark(page, "token-give").click();
        var secret = mark(page, "token-secret").textContent();
        browser.axe(page);
        assertThat(asked("/api/v1/shops", secret)).isEqualTo(200);
        assertThat(asked("/api/v1/members", secret)).isEqualTo(403);

        uses.writeDown();
        page.navigate("/platform/account/tokens");
        assertThat(page.locator("main")).not().containsText(secret);
        assertThat(mark(page, "token")).containsText("最後使用");

        mark(page, "token-revoke").click();
        page.locator("#confirm button[value=yes]").click();
        assertThat(mark(page, "token")).hasCount(0);
        assertThat(asked("/api/v1/shops", secret)).isEqualTo(401);
        assertThat(lines("token-given"))
                .singleElement()
                .satisfies(line -> assertThat(line.toString()).doesNotContain(secret));
        assertThat(lines("token-taken-back")).hasSize(1);
    }

    @Test
    void nobodyButWhoMayDoEverythingEverywhereGivesTokens() {
        var amy = Surfer.signedIn(port, fresh.code() + ":amy");
        assertThat(amy.get("/platform/account/tokens").body()).contains("主帳號與管理員");

        var refused = amy.submit("/platform/account/tokens", Map.of("name", "mine", "scopes", "MEMBERS"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(lines("token-given")).isEmpty();
    }

    @Test
    void theAccountFitsATelephone() {
        var phone = browser.phone();
        browser.signIn(phone, fresh.code() + ":main");
        for (var path : List.of("", "/security", "/sessions", "/tokens", "/webhooks")) {
            phone.navigate("/platform/account" + path);
            assertThat((Integer) phone.evaluate("() => document.documentElement.scrollWidth"))
                    .as("width of %s", path)
                    .isLessThanOrEqualTo(390);
            browser.axe(phone);
            AccountPictures.take(phone, "account" + path.replace('/', '-') + "-phone");
        }
    }

    private static com.microsoft.playwright.Locator mark(Page page, String name) {
        return page.getByTestId(name);
    }

    private static void change(Page page, String current, String wish, String repeated) {
        mark(page, "password-current").fill(current);
        mark(page, "password-new").fill(wish);
        mark(page, "password-repeated").fill(repeated);
        mark(page, "password-repeated").press("Enter");
        page.waitForLoadState();
    }

    private Surfer.Answer signIn(Surfer surfer, String password) {
        return surfer.submit("/login", Map.of("username", fresh.code() + ":amy", "password", password));
    }

    private int asked(String path, String token) {
        return api.get()
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }

    private List<Line> lines(String action) {
        return activity.lines(fresh.actor(), new Filter(null, action, null, null, null, null), 50);
    }
}
