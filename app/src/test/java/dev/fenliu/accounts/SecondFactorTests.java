package dev.fenliu.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import dev.fenliu.accounts.application.AuthenticatorCodes;
import dev.fenliu.accounts.domain.Authenticators;
import dev.fenliu.accounts.domain.Octets;
import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.app.Hands;
import dev.fenliu.scenarios.Api;
import dev.fenliu.webchat.Surfer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What members prove beside their password: codes of an authenticator app, recovery codes and passkeys. */
@FenliuTest
class SecondFactorTests {
    private static final Pattern RECOVERY = Pattern.compile("data-testid=\"recovery-code\">([^<]+)<");
    private static final Pattern KEY = Pattern.compile("data-testid=\"authenticator-key\">([^<]+)<");

    @RegisterExtension
    final Browser browser = new Browser();

    private final FreshEnterprises enterprises;
    private final AuthenticatorCodes codes;
    private final Clock clock;
    private Fresh fresh;
    private MemberId amy;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Authenticators authenticators;

    @Autowired
    SecondFactorTests(FreshEnterprises enterprises, AuthenticatorCodes codes, Clock clock) {
        this.enterprises = enterprises;
        this.codes = codes;
        this.clock = clock;
    }

    @BeforeEach
    void openTheEnterprise() {
        fresh = enterprises.open();
        amy = enterprises.agent(fresh, "amy");
    }

    @Test
    void anAuthenticatorAppIsSetUpWithTheKeyboardAndAskedForAtTheNextSignIn() {
        browser.expect("401");
        var page = browser.signedIn(fresh.code() + ":amy");
        var hands = new Hands(page);
        page.navigate("/platform/account/security");
        hands.follow("authenticator");
        hands.write("authenticator-password", "fenliu-demo").press("Enter");
        assertThat(page.locator("svg.qr path")).hasCount(1);
        browser.axe(page);
        AccountPictures.take(page, "account-authenticator");
        var secret = secret(page.getByTestId("authenticator-key").textContent());
        hands.write("authenticator-code", codes.now(secret, clock.instant())).press("Enter");
        assertThat(page.getByTestId("recovery-code")).hasCount(10);
        browser.axe(page);
        AccountPictures.take(page, "account-recovery-codes");
        hands.follow("codes-kept");
        assertThat(page.getByTestId("factor-on")).isVisible();

        var elsewhere = browser.window();
        var fingers = new Hands(elsewhere);
        elsewhere.navigate("/login");
        fingers.write(elsewhere.locator("[name=username]"), fresh.code() + ":amy")
                .write(elsewhere.locator("[name=password]"), "fenliu-demo")
                .press("Enter");
        assertThat(elsewhere.locator("h1")).hasText("第二步驗證");
        browser.axe(elsewhere);
        AccountPictures.take(elsewhere, "sign-in-code");
        fingers.write("code", "000000").press("Enter");
        assertThat(elsewhere.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .containsText("驗證碼不正確");
        fingers.write("code", codes.now(secret, clock.instant().plusSeconds(30)))
                .press("Enter");
        assertThat(elsewhere.locator("h1")).hasText("賣家中心");
    }

    @Test
    void aRightPasswordAloneOpensNothing() {
        setUp();
        var half = new Surfer(port);
        half.get("/login");
        var answer = password(half);
        assertThat(answer.headers().get("location")).endsWith("/login/code");

        for (var path : List.of("/seller", "/webchat", "/platform/account", "/platform/account/security")) {
            assertThat(half.get(path).headers().get("location")).as(path).endsWith("/login");
        }
    }

    @Test
    void aCodeIsGoodOnceAlsoForTwoWhoShowItAtTheSameTime() throws Exception {
        var secret = setUp().secret();
        var surfers = IntStream.range(0, 8)
                .mapToObj(_ -> {
                    var surfer = new Surfer(port);
                    surfer.get("/login");
                    password(surfer);
                    surfer.get("/login/code");
                    return surfer;
                })
                .toList();
        var code = codes.now(secret, clock.instant().plusSeconds(30));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = surfers.stream()
                    .map(it -> (Callable<Integer>)
                            () -> it.submit("/login/code", Map.of("code", code)).status())
                    .toList();
            var answers =
                    threads.invokeAll(tries).stream().map(it -> it.resultNow()).toList();
            assertThat(answers).filteredOn(status -> status == 302).hasSize(1);
            assertThat(answers).filteredOn(status -> status == 401).hasSize(7);
        }
    }

    @Test
    void aRecoveryCodeLetsInOnceHoweverItIsTyped() {
        var recovery = setUp().recovery().getFirst();
        assertThat(second(recovery.toUpperCase(java.util.Locale.ROOT).replace("-", " "))
                        .status())
                .isEqualTo(302);

        assertThat(second(recovery).status()).isEqualTo(401);
    }

    @Test
    void codesAreGuessedNoFasterThanPasswordsHoweverManyGuessAtOnce() throws Exception {
        setUp();
        var surfer = new Surfer(port);
        surfer.get("/login");
        password(surfer);
        surfer.get("/login/code");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 32)
                    .mapToObj(number -> (Callable<Integer>) () -> surfer.submit(
                                    "/login/code", Map.of("code", "%06d".formatted(number)))
                            .status())
                    .toList();
            var answers =
                    threads.invokeAll(tries).stream().map(it -> it.resultNow()).toList();
            assertThat(answers).filteredOn(status -> status == 401).hasSizeLessThanOrEqualTo(10);
            assertThat(answers).filteredOn(status -> status == 429).hasSizeGreaterThanOrEqualTo(22);
            assertThat(answers).doesNotContain(500);
        }
    }

    @Test
    void whatProtectsAnAccountIsNotTakenAwayWithoutThePassword() {
        var secret = setUp().secret();
        var amy = new Surfer(port);
        signIn(amy, codes.now(secret, clock.instant().plusSeconds(30)));
        amy.get("/platform/account/authenticator");

        var refused = amy.submit("/platform/account/authenticator/removal", Map.of("current", "guess"));
        assertThat(refused.status()).isEqualTo(422);
        var removed = amy.submit("/platform/account/authenticator/removal", Map.of("current", "fenliu-demo"));
        assertThat(removed.status()).isEqualTo(302);

        var again = new Surfer(port);
        again.get("/login");
        assertThat(password(again).headers().get("location")).endsWith("/seller");
    }

    @Test
    void whoeverHasLostThePhoneIsLetInAgainByWhoeverManagesThem() {
        var secret = setUp().secret();
        var lost = new Surfer(port);
        signIn(lost, codes.now(secret, clock.instant().plusSeconds(30)));
        var main = Surfer.signedIn(port, fresh.code());
        var card = "/platform/members/" + amy;
        assertThat(main.get(card).body()).contains("data-testid=\"member-factor\"");

        assertThat(main.submit(card + "/second-factor", Map.of()).status()).isEqualTo(302);

        assertThat(lost.get("/seller").headers().get("location")).endsWith("/login");
        var again = new Surfer(port);
        again.get("/login");
        assertThat(password(again).headers().get("location")).endsWith("/seller");
        assertThat(main.get(card).body()).doesNotContain("data-testid=\"member-factor\"");
        assertThat(main.get("/platform/activity").body()).contains("移除成員的第二步驗證");
    }

    @Test
    void theSharedSecretLiesSealedInTheDatabaseAndOneFromBeforeIsSealedSoon() {
        var secret = setUp().secret();
        assertThat(stored()).hasSizeGreaterThan(32).isNotEqualTo(secret.toArray());

        transaction.executeWithoutResult(
                _ -> jdbc.sql("update account_authenticator set secret = ? where member_id = ?")
                        .params(secret.toArray(), amy.value())
                        .update());
        transaction.executeWithoutResult(_ -> authenticators.sealOld());

        assertThat(stored()).hasSizeGreaterThan(32);
        signIn(new Surfer(port), codes.now(secret, clock.instant().plusSeconds(30)));
    }

    @Test
    void nobodyTakesASecondStepFromThemselvesTheMainAccountOrWhoeverHoldsMore() {
        setUp();
        var api = new Api(port, enterprises.token(fresh));
        api.post("/roles", Map.of("name", "人資", "permissions", List.of("MANAGE_MEMBERS")))
                .as(201);
        var grants = List.of(Map.of("shop", "*", "role", "人資"));
        var tom = api.post(
                        "/members",
                        Map.of("loginId", "tom", "name", "Tom", "password", "fenliu-demo", "grants", grants))
                .as(201);
        var surfer = Surfer.signedIn(port, fresh.code() + ":tom");
        var before = stored();

        assertThat(surfer.get("/platform/members/" + amy).body()).doesNotContain("data-testid=\"member-factor\"");
        for (var whose : List.of(amy.toString(), fresh.main().toString(), tom.text("id"))) {
            assertThat(surfer.submit("/platform/members/" + whose + "/second-factor", Map.of())
                            .status())
                    .isEqualTo(403);
        }

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void whatTheKeyNoLongerOpensIsStillTakenAway() {
        setUp();
        transaction.executeWithoutResult(
                _ -> jdbc.sql("update account_authenticator set secret = ? where member_id = ?")
                        .params(new byte[64], amy.value())
                        .update());
        var main = Surfer.signedIn(port, fresh.code());
        var card = "/platform/members/" + amy;

        assertThat(main.get(card).body()).contains("data-testid=\"member-factor\"");
        assertThat(main.submit(card + "/second-factor", Map.of()).status()).isEqualTo(302);

        var again = new Surfer(port);
        again.get("/login");
        assertThat(password(again).headers().get("location")).endsWith("/seller");
    }

    private byte[] stored() {
        return jdbc.sql("select secret from account_authenticator where member_id = ?")
                .param(amy.value())
                .query(byte[].class)
                .single();
    }

    @Test
    void aPasskeyIsAddedAndSignsInByItself() {
        browser.expect("422");
        browser.expect("401");
        var page = browser.signedIn(fresh.code() + ":amy");
        plugIn(page);
        var hands = new Hands(page);
        page.navigate("/platform/account/passkeys");
        hands.write("passkey-label", "我的手機");
        hands.write("passkey-password", "wrong").press("Enter");
        assertThat(page.locator("[data-passkey-password]")).isVisible();
        hands.write("passkey-password", "fenliu-demo").press("Enter");
        assertThat(page.getByTestId("passkey")).containsText("我的手機");
        browser.axe(page);
        AccountPictures.take(page, "account-passkeys");

        page.context().clearCookies();
        page.navigate("/login");
        browser.axe(page);
        AccountPictures.take(page, "sign-in");
        hands.follow("passkey-sign-in");
        assertThat(page.locator("h1")).hasText("賣家中心");

        page.navigate("/platform/account/passkeys");
        assertThat(page.getByTestId("passkey")).containsText("最後使用");
        hands.follow("passkey-remove");
        hands.follow(page.locator("#confirm button[value=yes]"));
        assertThat(page.getByTestId("passkey")).hasCount(0);
        page.context().clearCookies();
        page.navigate("/login");
        page.getByTestId("passkey-sign-in").click();
        assertThat(page.locator("[data-passkey-failed]")).isVisible();
    }

    @Test
    void aPasskeyTakesThePlaceOfPasswordAndCode() {
        var page = browser.signedIn(fresh.code() + ":amy");
        plugIn(page);
        page.navigate("/platform/account/passkeys");
        page.getByTestId("passkey-label").fill("手機");
        page.getByTestId("passkey-password").fill("fenliu-demo");
        page.getByTestId("passkey-password").press("Enter");
        assertThat(page.getByTestId("passkey")).hasCount(1);
        setUp();

        page.context().clearCookies();
        page.navigate("/login");
        page.locator("[name=username]").fill(fresh.code() + ":amy");
        page.locator("[name=password]").fill("fenliu-demo");
        page.locator("[name=password]").press("Enter");
        page.getByTestId("passkey-sign-in").click();

        assertThat(page.locator("h1")).hasText("賣家中心");
    }

    private record SetUp(Octets secret, List<String> recovery) {}

    /** Amy has an authenticator app, confirmed with the code of the half minute before. */
    private SetUp setUp() {
        var amy = Surfer.signedIn(port, fresh.code() + ":amy");
        amy.get("/platform/account/authenticator");
        amy.submit("/platform/account/authenticator", Map.of("current", "fenliu-demo"));
        var secret = secret(
                found(KEY, amy.get("/platform/account/authenticator").body()).getFirst());
        var code = codes.now(secret, clock.instant().minus(Duration.ofSeconds(30)));
        var answer = amy.submit("/platform/account/authenticator/confirmation", Map.of("code", code));
        var made = new SetUp(secret, found(RECOVERY, answer.body()));
        assertThat(made.recovery()).hasSize(10);
        return made;
    }

    private void signIn(Surfer surfer, String code) {
        surfer.get("/login");
        password(surfer);
        surfer.get("/login/code");
        assertThat(surfer.submit("/login/code", Map.of("code", code)).status()).isEqualTo(302);
    }

    private Surfer.Answer second(String code) {
        var surfer = new Surfer(port);
        surfer.get("/login");
        password(surfer);
        surfer.get("/login/code");
        return surfer.submit("/login/code", Map.of("code", code));
    }

    private Surfer.Answer password(Surfer surfer) {
        return surfer.submit("/login", Map.of("username", fresh.code() + ":amy", "password", "fenliu-demo"));
    }

    private static Octets secret(String shown) {
        return new Octets(Base32.decode(shown.replace(" ", "")));
    }

    private static List<String> found(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(it -> it.group(1)).toList();
    }

    private static void plugIn(Page page) {
        var devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var request = new JsonObject();
        request.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", request);
    }
}
