package dev.fenliu.chatgroups;

import static dev.fenliu.accounts.Presence.HIDDEN;
import static dev.fenliu.accounts.Presence.ONLINE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Scope;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.NewMember;
import dev.fenliu.accounts.application.NewMember.WishedRole;
import dev.fenliu.accounts.application.Tokens;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.routing.Desks;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@FenliuTest
class ChatGroupsApiTests {
    private final RestTestClient http;
    private final FreshEnterprises enterprises;
    private final ManageMembers members;
    private final Tokens tokens;
    private final Desks desks;
    private final Clock clock;
    private Fresh fresh;
    private String token;
    private MemberId amy;
    private MemberId ben;

    @Autowired
    ChatGroupsApiTests(
            RestTestClient http,
            FreshEnterprises enterprises,
            ManageMembers members,
            Tokens tokens,
            Desks desks,
            Clock clock) {
        this.http = http;
        this.enterprises = enterprises;
        this.members = members;
        this.tokens = tokens;
        this.desks = desks;
        this.clock = clock;
    }

    @BeforeEach
    void openTheShop() {
        fresh = enterprises.open();
        amy = enterprises.agent(fresh, "amy");
        ben = enterprises.agent(fresh, "ben");
        token = tokens.create(fresh.enterprise(), "test", Set.of(Scope.CHAT_GROUPS), clock.instant());
    }

    record Group(String id, String name, List<String> sources, List<String> members, int online) {}

    record Groups(List<Group> items, @Nullable String next) {}

    record Distribution(boolean enabled, boolean includeMain, int cap, String tieBreak) {}

    @Test
    void aGroupIsCreatedChangedListedAndDeleted() {
        var created = group(send(HttpMethod.POST, "/groups", """
                {"name": " 售前客服 ", "sources": ["CART", "PRODUCT_PAGE", "CART"], "members": ["%s", "%s:ben"]}""".formatted(amy, fresh.code()))
                .expectStatus()
                .isCreated());
        assertThat(created.name()).isEqualTo("售前客服");
        assertThat(created.sources()).containsExactlyInAnyOrder("CART", "PRODUCT_PAGE");
        assertThat(created.members()).containsExactly(amy.toString(), ben.toString());
        assertThat(created.online()).isZero();

        var changed = group(send(HttpMethod.PUT, "/groups/" + created.id(), """
                {"name": "售前", "sources": ["OTHER"], "members": ["amy"]}""")
                .expectStatus()
                .isOk());
        assertThat(changed).isEqualTo(new Group(created.id(), "售前", List.of("OTHER"), List.of(amy.toString()), 0));
        assertThat(groups()).containsExactly(changed);

        send(HttpMethod.DELETE, "/groups/" + created.id(), "").expectStatus().isNoContent();
        assertThat(groups()).isEmpty();
        send(HttpMethod.DELETE, "/groups/" + created.id(), "").expectStatus().isNotFound();
    }

    @Test
    void whatAChangeLeavesOutStaysAsItIs() {
        var created = create("售前客服", "amy");

        var renamed = group(send(HttpMethod.PUT, "/groups/" + created.id(), "{\"name\": \"售前\"}"));

        assertThat(renamed.sources()).isEqualTo(created.sources());
        assertThat(renamed.members()).isEqualTo(created.members());
    }

    @Test
    void onlineCountsWhoIsOnlineAndMayAnswer() {
        desks.connected(fresh.enterprise(), amy, clock.instant());
        desks.connected(fresh.enterprise(), ben, clock.instant());
        desks.connected(fresh.enterprise(), fresh.main(), clock.instant());
        var created = create("售前客服", "amy", "ben", "main");
        assertThat(created.online()).isEqualTo(2);
        assertThat(created.members()).contains(fresh.main().toString());

        send(HttpMethod.PUT, "/distribution", "{\"includeMain\": true}")
                .expectStatus()
                .isOk();
        desks.choose(fresh.enterprise(), ben, HIDDEN, clock.instant());
        assertThat(groups().getFirst().online()).isEqualTo(2);

        desks.choose(fresh.enterprise(), ben, ONLINE, clock.instant());
        assertThat(groups().getFirst().online()).isEqualTo(3);
    }

    @Test
    void aShopIsNamedByItsIdOrItsName() {
        create("售前客服");

        request(HttpMethod.GET, "/api/v1/shops/賣場S/groups", "")
                .expectStatus()
                .isOk()
                .expectBody(Groups.class)
                .value(it -> assertThat(requireNonNull(it).items()).hasSize(1));
    }

    @Test
    void distributionIsReadAndWrittenAndKeepsWhatIsLeftOut() {
        create("售前客服", "amy");
        assertThat(distribution()).isEqualTo(new Distribution(false, false, 100, "OLDEST_ACCOUNT"));

        send(HttpMethod.PUT, "/distribution", "{\"enabled\": true, \"cap\": 1000}")
                .expectStatus()
                .isOk();
        send(HttpMethod.PUT, "/distribution", "{\"tieBreak\": \"LEAST_RECENTLY_ASSIGNED\"}")
                .expectStatus()
                .isOk();

        assertThat(distribution()).isEqualTo(new Distribution(true, false, 1000, "LEAST_RECENTLY_ASSIGNED"));
    }

    @Test
    void distributionCannotBeOnWithoutAMember() {
        create("售前客服");
        refused(send(HttpMethod.PUT, "/distribution", "{\"enabled\": true}"), 409, "no-group-member", "enabled");

        create("主帳號", "main");
        refused(send(HttpMethod.PUT, "/distribution", "{\"enabled\": true}"), 409, "no-group-member", "enabled");

        send(HttpMethod.PUT, "/distribution", "{\"enabled\": true, \"includeMain\": true}")
                .expectStatus()
                .isOk();
        refused(
                send(HttpMethod.PUT, "/distribution", "{\"enabled\": true, \"includeMain\": false}"),
                409,
                "no-group-member",
                "enabled");
        assertThat(distribution().includeMain()).isTrue();
    }

    @Test
    void takingTheLastMemberAwayTurnsDistributionOffUnasked() {
        var group = create("售前客服", "amy");
        send(HttpMethod.PUT, "/distribution", "{\"enabled\": true}")
                .expectStatus()
                .isOk();

        send(HttpMethod.PUT, "/groups/" + group.id(), "{\"members\": []}")
                .expectStatus()
                .isOk();

        assertThat(distribution().enabled()).isFalse();
    }

    @Test
    void aMemberWhoIsAddedElsewhereMovesThere() {
        var preSales = create("售前客服", "amy", "ben");
        var afterSales = create("售後客服", "amy");

        assertThat(groups())
                .filteredOn(it -> it.id().equals(preSales.id()))
                .singleElement()
                .satisfies(it -> assertThat(it.members()).containsExactly(ben.toString()));
        assertThat(afterSales.members()).containsExactly(amy.toString());
    }

    @Test
    void whoMayNotAnswerCannotBeChosen() {
        var wish = new NewMember("finn", "Finn", null, null, null, List.of(new WishedRole("*", "財務")));
        members.create(fresh.actor(), wish, clock.instant());

        refused(send(HttpMethod.POST, "/groups", body("夜班", "CART", "finn")), 422, "no-chat-permission", "members");
        assertThat(groups()).isEmpty();
    }

    @Test
    void aNameIsGivenOnlyOnceInAShopAndFreeInTheNext() {
        create("Night");
        refused(send(HttpMethod.POST, "/groups", body("NIGHT", "CART")), 409, "group-name-taken", "name");

        var second = enterprises.shop(fresh, "蝦蝦的店");
        request(HttpMethod.POST, "/api/v1/shops/" + second + "/groups", body("Night", "CART"))
                .expectStatus()
                .isCreated();
    }

    @Test
    void aScriptInANameIsATextLikeAnyOther() {
        assertThat(create("<script>alert(1)</script>").name()).isEqualTo("<script>alert(1)</script>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"sources": ["CART"]}                                    | 422 | group-name-missing | name
            {"name": null, "sources": ["CART"]}                      | 422 | group-name-missing | name
            {"name": " \\u3000", "sources": ["CART"]}                | 422 | group-name-missing | name
            {"name": "123456789012345678901234567890123456789012345678901", "sources": ["CART"]} | 422 | group-name-too-long | name
            {"name": ["x"], "sources": ["CART"]}                     | 422 | malformed          | name
            {"name": "x"}                                            | 422 | no-source          | sources
            {"name": "x", "sources": []}                             | 422 | no-source          | sources
            {"name": "x", "sources": ["FAX"]}                        | 422 | unknown-source     | sources
            {"name": "x", "sources": ["cart"]}                       | 422 | unknown-source     | sources
            {"name": "x", "sources": [null]}                         | 422 | required           | sources[0]
            {"name": "x", "sources": "CART"}                         | 422 | malformed          | sources
            {"name": "x", "sources": ["CART"], "members": ["nobody"]} | 422 | unknown-member     | members
            {"name": "x", "sources": ["CART"], "members": ["1"]}     | 422 | unknown-member     | members
            {"name": "x", "sources": ["CART"], "members": [""]}      | 422 | unknown-member     | members
            {"name": "x", "sources": ["CART"], "members": [null]}    | 422 | required           | members[0]
            {"name": "x", "sources": ["CART"], "members": {}}        | 422 | malformed          | members
            """)
    void aGroupThatMakesNoSenseIsRefusedWithItsField(String body, int status, String code, String field) {
        refused(send(HttpMethod.POST, "/groups", body), status, code, field);

        assertThat(groups()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"cap": 0}                | 422 | cap-out-of-range | cap
            {"cap": 1001}             | 422 | cap-out-of-range | cap
            {"cap": -1}               | 422 | cap-out-of-range | cap
            {"cap": "many"}           | 422 | malformed        | cap
            {"cap": 99999999999}      | 422 | cap-out-of-range | cap
            {"enabled": "perhaps"}    | 422 | malformed        | enabled
            {"tieBreak": "COIN_TOSS"} | 422 | malformed        | tieBreak
            {"cap": 7                 | 400 | unreadable       |
            """)
    void settingsThatMakeNoSenseAreRefusedWithTheirField(String body, int status, String code, @Nullable String field) {
        refused(send(HttpMethod.PUT, "/distribution", body), status, code, field);

        assertThat(distribution()).isEqualTo(new Distribution(false, false, 100, "OLDEST_ACCOUNT"));
    }

    @Test
    void membersOfAnotherEnterpriseAreUnknown() {
        var strangers = enterprises.open();
        var stranger = enterprises.agent(strangers, "zoe");

        refused(
                send(HttpMethod.POST, "/groups", body("夜班", "CART", stranger.toString())),
                422,
                "unknown-member",
                "members");
    }

    @Test
    void shopsAndGroupsOfAnotherEnterpriseAreAbsent() {
        var group = create("售前客服", "amy");
        var strangers = enterprises.open();
        token = tokens.create(strangers.enterprise(), "test", Set.of(Scope.ALL), clock.instant());

        refused(send(HttpMethod.GET, "/groups", ""), 404, "unknown-shop", "shop");
        refused(send(HttpMethod.PUT, "/distribution", "{}"), 404, "unknown-shop", "shop");
        refused(
                request(
                        HttpMethod.PUT,
                        "/api/v1/shops/" + strangers.shop() + "/groups/" + group.id(),
                        "{\"name\": \"mine\"}"),
                404,
                "unknown-group",
                "group");
        request(HttpMethod.DELETE, "/api/v1/shops/" + strangers.shop() + "/groups/none", "")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aTokenForSomethingElseDoesNotOpenGroups() {
        token = tokens.create(fresh.enterprise(), "another", Set.of(Scope.MEMBERS), clock.instant());

        send(HttpMethod.GET, "/groups", "").expectStatus().isForbidden();
        send(HttpMethod.PUT, "/distribution", "{}").expectStatus().isForbidden();
    }

    private Group create(String name, String... members) {
        return group(send(HttpMethod.POST, "/groups", body(name, "CART", members))
                .expectStatus()
                .isCreated());
    }

    private static String body(String name, String source, String... members) {
        var quoted = List.of(members).stream().map(it -> '"' + it + '"').toList();
        return "{\"name\": \"%s\", \"sources\": [\"%s\"], \"members\": %s}".formatted(name, source, quoted);
    }

    private List<Group> groups() {
        return requireNonNull(send(HttpMethod.GET, "/groups", "")
                        .expectBody(Groups.class)
                        .returnResult()
                        .getResponseBody())
                .items();
    }

    private Distribution distribution() {
        return requireNonNull(send(HttpMethod.GET, "/distribution", "")
                .expectBody(Distribution.class)
                .returnResult()
                .getResponseBody());
    }

    private static Group group(ResponseSpec answer) {
        return requireNonNull(answer.expectBody(Group.class).returnResult().getResponseBody());
    }

    private static void refused(ResponseSpec answer, int status, String code, @Nullable String field) {
        var body = answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
        if (field == null) body.jsonPath("$.field").doesNotExist();
        else body.jsonPath("$.field").isEqualTo(field);
    }

    private ResponseSpec send(HttpMethod method, String path, String body) {
        return request(method, "/api/v1/shops/" + fresh.shop() + path, body);
    }

    private ResponseSpec request(HttpMethod method, String path, String body) {
        return http.method(method)
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }
}
