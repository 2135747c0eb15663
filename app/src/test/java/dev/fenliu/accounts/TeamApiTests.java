package dev.fenliu.accounts;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.application.KeepActivity;
import dev.fenliu.accounts.domain.ActivityLog.Filter;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.scenarios.Api;
import dev.fenliu.webchat.Surfer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Members, roles and shops through the API. */
@FenliuTest
class TeamApiTests {
    @Autowired
    FreshEnterprises enterprises;

    @Autowired
    KeepActivity activity;

    @LocalServerPort
    int port;

    private Fresh fresh;
    private Api api;

    @BeforeEach
    void openTheEnterprise() {
        fresh = enterprises.open();
        api = new Api(port, enterprises.token(fresh));
    }

    @Test
    void aMemberIsRenamedGivenOtherRolesDisabledAndLetInAgain() {
        var amy = enterprises.agent(fresh, "amy").toString();

        var renamed = api.patch("/members/" + amy, Map.of("name", "艾咪")).as(200);
        assertThat(renamed.text("name")).isEqualTo("艾咪");
        assertThat(renamed.text("status")).isEqualTo("ACTIVE");

        var grants = List.of(Map.of("shop", "賣場S", "role", "財務"), Map.of("shop", "*", "role", "營運"));
        var changed = api.patch("/members/" + amy, Map.of("grants", grants)).as(200);
        assertThat(changed.body().path("grants").values())
                .extracting(it -> it.path("roleName").asString())
                .containsExactlyInAnyOrder("財務", "營運");

        assertThat(api.patch("/members/" + amy, Map.of("status", "DISABLED"))
                        .as(200)
                        .text("status"))
                .isEqualTo("DISABLED");
        assertThat(api.get("/members/" + amy).as(200).text("status")).isEqualTo("DISABLED");
        assertThat(api.patch("/members/" + amy, Map.of("status", "ACTIVE"))
                        .as(200)
                        .text("status"))
                .isEqualTo("ACTIVE");

        var lines = activity.lines(fresh.actor(), new Filter(null, "member-changed", null, null, null, null), 10);
        assertThat(lines).hasSize(4);
        assertThat(lines.getLast().before()).isEqualTo(Map.of("name", "amy"));
        assertThat(lines.getLast().after()).isEqualTo(Map.of("name", "艾咪"));
        assertThat(lines.getFirst().before()).isEqualTo(Map.of("status", "DISABLED"));
    }

    @Test
    void whoeverIsDisabledIsOutAtTheNextRequestAndTheirStreamCloses() {
        var amy = enterprises.agent(fresh, "amy").toString();
        var browser = Surfer.signedIn(port, fresh.code() + ":amy");
        assertThat(browser.get("/webchat").status()).isEqualTo(200);
        var stream = browser.follow("/webchat/stream").opened();

        api.patch("/members/" + amy, Map.of("status", "DISABLED")).as(200);

        assertThat(browser.get("/seller").status()).isEqualTo(302);
        await().atMost(Duration.ofSeconds(5)).until(stream::hasEnded);
    }

    @Test
    void theMainAccountStaysWhatItIs() {
        var main = "/members/" + fresh.main();

        assertThat(api.patch(main, Map.of("status", "DISABLED")).as(403).text("code"))
                .isEqualTo("may-not-edit-member");
        var grants = List.of(Map.of("shop", "*", "role", "財務"));
        assertThat(api.patch(main, Map.of("grants", grants)).as(403).text("code"))
                .isEqualTo("may-not-edit-member");
    }

    @Test
    void whatMakesNoSenseIsRefusedWithItsFieldAndChangesNothing() {
        var amy = "/members/" + enterprises.agent(fresh, "amy");
        var before = api.get(amy).as(200).body();

        assertThat(api.patch(amy, Map.of("name", " ")).as(422).text("field")).isEqualTo("name");
        assertThat(api.patch(amy, Map.of("name", "x".repeat(101))).as(422).text("field"))
                .isEqualTo("name");
        assertThat(api.patch(amy, Map.of("status", "GONE")).as(422).text("field"))
                .isEqualTo("status");
        var unknown = List.of(Map.of("shop", "*", "role", "船長"));
        assertThat(api.patch(amy, Map.of("grants", unknown)).as(422).text("code"))
                .isEqualTo("unknown-role");
        api.patch("/members/999", Map.of("name", "x")).as(404);
        var other = enterprises.open();
        api.patch("/members/" + other.main(), Map.of("name", "x")).as(404);

        assertThat(api.get(amy).as(200).body()).isEqualTo(before);
    }

    @Test
    void aRoleIsMadeChangedAndDeletedAndItsHoldersLoseIt() {
        var made = api.post("/roles", Map.of("name", "夜班", "permissions", List.of("CHAT", "REASSIGN")))
                .as(201);
        assertThat(made.body().path("builtIn").asBoolean()).isFalse();
        var role = "/roles/" + made.text("id");
        var ben = "/members/" + enterprises.agent(fresh, "ben");
        api.patch(ben, Map.of("grants", List.of(Map.of("shop", "*", "role", "夜班"))))
                .as(200);

        var changed = api.patch(role, Map.of("description", "晚上十點以後", "permissions", List.of("CHAT")))
                .as(200);
        assertThat(changed.text("name")).isEqualTo("夜班");
        assertThat(changed.body().path("permissions").values())
                .extracting(JsonNode::asString)
                .containsExactly("CHAT");

        api.delete(role).as(204);
        assertThat(api.get(ben).as(200).body().path("grants").size()).isZero();
        api.delete(role).as(404);
    }

    @Test
    void builtInRolesStayAndNamesAreTakenOnce() {
        var agent = api.get("/roles").as(200).items().stream()
                .filter(it -> it.path("name").asString().equals("聊聊客服"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();

        assertThat(api.patch("/roles/" + agent, Map.of("name", "x")).as(409).text("code"))
                .isEqualTo("role-built-in");
        assertThat(api.delete("/roles/" + agent).as(409).text("code")).isEqualTo("role-built-in");
        assertThat(api.post("/roles", Map.of("name", "聊聊客服", "permissions", List.of()))
                        .as(409)
                        .text("code"))
                .isEqualTo("role-name-taken");
        assertThat(api.post("/roles", Map.of("name", "x", "permissions", List.of("FLY")))
                        .as(422)
                        .text("field"))
                .startsWith("permissions");
    }

    @Test
    void thereAreTwentyRolesOfOnesOwnAndNoMore() {
        for (var count = 0; count < 20; count++) {
            api.post("/roles", Map.of("name", "角色" + count, "permissions", List.of()))
                    .as(201);
        }

        assertThat(api.post("/roles", Map.of("name", "多", "permissions", List.of()))
                        .as(409)
                        .text("code"))
                .isEqualTo("too-many-roles");
    }

    @Test
    void aListGoesOnWhereItWasWhileMembersAreAdded() {
        for (var count = 0; count < 5; count++) enterprises.agent(fresh, "a" + count);
        var seen = new HashSet<String>();
        var first = api.get("/members?limit=3").as(200);
        first.items().forEach(it -> seen.add(it.path("id").asString()));
        enterprises.agent(fresh, "later");

        var second = api.get("/members?limit=10&cursor=" + first.text("next")).as(200);

        assertThat(second.items().stream().map(it -> it.path("id").asString()).collect(toSet()))
                .hasSize(4)
                .allMatch(seen::add);
    }
}
