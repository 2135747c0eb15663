package dev.fenliu.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.NewMember;
import dev.fenliu.accounts.application.NewMember.WishedRole;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.scenarios.Api;
import dev.fenliu.webchat.Surfer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Forms of the team without a browser: what they ask for, and where they lead. */
@FenliuTest
class TeamFormsTests {
    private static final Pattern AGREED = Pattern.compile("name=\"agreed\" value=\"([^\"]+)\"");

    @Autowired
    FreshEnterprises enterprises;

    @Autowired
    ManageMembers members;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private Fresh fresh;

    @BeforeEach
    void open() {
        fresh = enterprises.open();
    }

    @Test
    void whoeverAgreesToALossAgreesToWhatWasSaidAndToNothingElse() {
        var role = "/platform/roles/" + role("夜班", "CHAT");
        member("amy", "夜班");
        var main = Surfer.signedIn(port, fresh.code() + ":main");
        main.get(role);
        var wish = Map.of("name", "夜班", "description", "");

        var asked = main.submit(role, wish);
        assertThat(asked.status()).isEqualTo(422);
        var print = AGREED.matcher(asked.body());
        assertThat(print.find()).isTrue();

        assertThat(main.submit(role, with(wish, "true")).status()).isEqualTo(422);
        assertThat(main.submit(role, with(wish, print.group(1))).status()).isEqualTo(302);
    }

    @Test
    void whoeverMayOnlyReassignFindsTheStagingArea() {
        role("領班", "REASSIGN");
        member("amy", "領班");

        assertThat(Surfer.signedIn(port, fresh.code() + ":amy").get("/seller").body())
                .contains("data-testid=\"seller-staging\"");
        enterprises.agent(fresh, "ben");
        assertThat(Surfer.signedIn(port, fresh.code() + ":ben").get("/seller").body())
                .doesNotContain("data-testid=\"seller-staging\"");
    }

    @Test
    void whoeverAnswersIsLedToTheirOwnFigures() {
        role("領班", "REASSIGN");
        member("amy", "領班");
        enterprises.agent(fresh, "ben");

        var ben = Surfer.signedIn(port, fresh.code() + ":ben");
        assertThat(ben.get("/seller").body()).contains("seller-performance", "menu-performance");
        assertThat(ben.get("/webchat").body()).contains("menu-performance");
        assertThat(ben.get("/platform/performance").body()).contains("rail-performance");
        assertThat(Surfer.signedIn(port, fresh.code() + ":amy").get("/seller").body())
                .doesNotContain("seller-performance", "menu-performance");
    }

    @Test
    void builtInRolesAreKnownByTheirEnglishNamesToo() {
        assertThat(member("amy", "Chat agent").status()).isEqualTo(200);
    }

    @Test
    void theLanguageIsChangedAlsoWhereAFormCameBack() {
        var main = Surfer.signedIn(port, fresh.code() + ":main");
        main.get("/platform/account");

        var answer = main.ask(
                "POST",
                "/language",
                Map.of(
                        "Referer",
                        "http://localhost:" + port + "/platform/account/profile",
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                "language=en");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().get("location")).endsWith("/platform/account");
    }

    private static Map<String, String> with(Map<String, String> wish, String agreed) {
        return Map.of("name", wish.get("name"), "description", "", "agreed", agreed);
    }

    private String role(String name, String permission) {
        return new Api(port, enterprises.token(fresh))
                .post("/roles", Map.of("name", name, "permissions", List.of(permission)))
                .as(201)
                .text("id");
    }

    /** Signed in once, so that what the role opens can be asked for. */
    private Surfer.Answer member(String login, String role) {
        members.create(
                fresh.actor(),
                new NewMember(login, login, null, null, "fenliu-demo", List.of(new WishedRole("*", role))),
                clock.instant());
        return Surfer.signedIn(port, fresh.code() + ":" + login).get("/seller");
    }
}
