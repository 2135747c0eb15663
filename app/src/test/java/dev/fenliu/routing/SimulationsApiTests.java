package dev.fenliu.routing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Scope;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.NewMember;
import dev.fenliu.accounts.application.NewMember.WishedRole;
import dev.fenliu.accounts.application.Tokens;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@FenliuTest
@TestInstance(PER_CLASS)
class SimulationsApiTests {
    private static final String MADE =
            "{\"made\": {\"chats\": 60, \"minutes\": 60, \"sources\": {\"PRODUCT_PAGE\": 1}}}";

    private final RestTestClient http;
    private final FreshEnterprises enterprises;
    private final Crowd crowd;
    private final ManageMembers members;
    private final Tokens tokens;
    private final JdbcClient jdbc;
    private final Clock clock;
    private Fresh fresh;
    private String token;
    private MemberId amy;
    private MemberId ben;

    @Autowired
    SimulationsApiTests(
            RestTestClient http,
            FreshEnterprises enterprises,
            Crowd crowd,
            ManageMembers members,
            Tokens tokens,
            JdbcClient jdbc,
            Clock clock) {
        this.http = http;
        this.enterprises = enterprises;
        this.crowd = crowd;
        this.members = members;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Share(
            String member,
            @Nullable String group,
            int assigned,
            BigDecimal share,
            int maxLoad,
            int unread,
            long onlineSeconds) {}

    record Waits(
            @Nullable Long median,
            @Nullable Long p90,
            @Nullable Long longest,
            int staged,
            int neverAssigned) {}

    record ReasonCount(String reason, int count) {}

    record Answer(int chats, int assigned, int waiting, List<Share> shares, Waits waits, List<ReasonCount> reasons) {
        Share of(MemberId member) {
            return shares.stream()
                    .filter(it -> it.member().equals(member.toString()))
                    .findFirst()
                    .orElseThrow();
        }

        Map<String, Integer> byReason() {
            var counts = new TreeMap<String, Integer>();
            reasons.forEach(it -> counts.put(it.reason(), it.count()));
            return counts;
        }
    }

    /** Once: nothing that is tried leaves a trace. */
    @BeforeAll
    void openTheShop() {
        fresh = enterprises.open();
        amy = enterprises.agent(fresh, "amy");
        ben = enterprises.agent(fresh, "ben");
        var finn = new NewMember("finn", "Finn", null, null, null, List.of(new WishedRole("*", "財務")));
        members.create(fresh.actor(), finn, clock.instant());
        crowd.distribute(fresh, fresh.shop(), List.of(amy), 100);
    }

    @BeforeEach
    void giveTheToken() {
        token = tokens.create(fresh.enterprise(), "test", Set.of(Scope.CHAT_GROUPS), clock.instant());
    }

    @Test
    void whatTheShopHasIsTriedWhereNothingElseIsDrafted() {
        var answer = simulate("{\"traffic\": %s}".formatted(MADE));

        assertThat(answer.chats()).isEqualTo(60);
        assertThat(answer.assigned()).isEqualTo(60);
        assertThat(answer.byReason()).isEqualTo(Map.of("GROUP", 60));
        assertThat(answer.of(amy).group()).isEqualTo("售前客服");
        assertThat(answer.of(amy).share()).isEqualByComparingTo("1");
        assertThat(answer.of(amy).onlineSeconds()).isEqualTo(3600);
        assertThat(answer.of(ben)).isEqualTo(new Share(ben.toString(), null, 0, new BigDecimal("0.0000"), 0, 0, 3600));
        assertThat(answer.shares())
                .extracting(Share::member)
                .startsWith(fresh.main().toString());
        assertThat(answer.waits()).isEqualTo(new Waits(0L, 0L, 0L, 0, 0));
    }

    @Test
    void draftedGroupsAndSettingsTakeThePlaceOfTheShopsOwn() {
        var answer = simulate("""
                {"settings": {"cap": 10, "tieBreak": "LEAST_RECENTLY_ASSIGNED"},
                 "groups": [{"name": "夜班", "sources": ["PRODUCT_PAGE"], "members": ["ben", "%s"]}],
                 "traffic": {"made": {"chats": 60, "minutes": 60, "sources": {"PRODUCT_PAGE": 1},
                                      "readAfterSeconds": 86400, "seed": 3}}}""".formatted(amy));

        assertThat(answer.assigned()).isEqualTo(20);
        assertThat(answer.waiting()).isEqualTo(40);
        assertThat(answer.of(amy).maxLoad()).isEqualTo(10);
        assertThat(answer.of(ben).unread()).isEqualTo(10);
        assertThat(answer.of(ben).group()).isEqualTo("夜班");
        assertThat(answer.waits().staged()).isEqualTo(40);
        assertThat(answer.byReason()).isEqualTo(Map.of("GROUP", 20, "ALL_AT_CAP", 40));
    }

    @Test
    void whoIsThereAndWhenCanBeDrafted() {
        var answer = simulate("""
                {"agents": [{"member": "ben", "online": [{"from": "00:30"}]}, {"member": "amy", "online": []}],
                 "traffic": %s}""".formatted(MADE));

        assertThat(answer.of(ben).assigned()).isEqualTo(60);
        assertThat(answer.of(ben).onlineSeconds()).isEqualTo(1800);
        assertThat(answer.of(amy).onlineSeconds()).isZero();
        assertThat(answer.waits().staged()).isBetween(20, 40);
        assertThat(requireNonNull(answer.waits().longest())).isBetween(1_500L, 1_800L);
    }

    @Test
    void theMainAccountCanBeTriedAsAnAgentLikeTheOthers() {
        var answer = simulate("""
                {"settings": {"includeMain": true}, "groups": [{"sources": ["PRODUCT_PAGE"], "members": ["main"]}],
                 "agents": [{"member": "main"}], "traffic": %s}""".formatted(MADE));

        assertThat(answer.of(fresh.main()).assigned()).isEqualTo(60);
        assertThat(answer.byReason()).isEqualTo(Map.of("GROUP", 60));
    }

    @Test
    void withoutDistributionTheMainAccountGetsAll() {
        var answer = simulate("{\"settings\": {\"enabled\": false}, \"traffic\": %s}".formatted(MADE));

        assertThat(answer.byReason()).isEqualTo(Map.of("DISTRIBUTION_OFF", 60));
        // As in the shop: nobody is left in a group, and distribution turns off.
        assertThat(simulate("{\"groups\": [], \"traffic\": %s}".formatted(MADE)).byReason())
                .isEqualTo(Map.of("DISTRIBUTION_OFF", 60));
    }

    @Test
    void theSameSeedHasTheSameAnswer() {
        var body = """
                {"settings": {"cap": 2}, "traffic": {"made": {"chats": 300, "minutes": 90,
                 "sources": {"PRODUCT_PAGE": 3, "ORDER_PAGE": 1}, "readAfterSeconds": 45, "seed": %d}}}""";

        assertThat(simulate(body.formatted(7))).isEqualTo(simulate(body.formatted(7)));
        assertThat(simulate(body.formatted(7))).isNotEqualTo(simulate(body.formatted(8)));
    }

    @Test
    void aDayOnWhichNothingCameHasNothingToDistribute() {
        var answer = simulate("{\"traffic\": {\"recorded\": {\"date\": \"%s\"}}}".formatted(today().minusDays(400)));

        assertThat(answer.chats()).isZero();
        assertThat(answer.waits().median()).isNull();
    }

    @Test
    void nothingIsWritten() {
        var before = contents();

        simulate("{\"settings\": {\"enabled\": false}, \"traffic\": %s}".formatted(MADE));
        simulate("{\"groups\": [], \"traffic\": {\"recorded\": {\"date\": \"%s\"}}}".formatted(today()));

        assertThat(contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"settings": {"cap": 0}, "traffic": MADE}                   | cap-out-of-range        | settings.cap
            {"settings": {"cap": 1001}, "traffic": MADE}                | cap-out-of-range        | settings.cap
            {"settings": {"cap": 99999999999}, "traffic": MADE}         | cap-out-of-range        | settings.cap
            {"settings": {"cap": "many"}, "traffic": MADE}              | malformed               | settings.cap
            {"settings": {"enabled": "perhaps"}, "traffic": MADE}       | malformed               | settings.enabled
            {"settings": {"includeMain": 7.5}, "traffic": MADE}         | malformed               | settings.includeMain
            {"settings": {"tieBreak": "COIN_TOSS"}, "traffic": MADE}    | malformed               | settings.tieBreak
            {"settings": [], "traffic": MADE}                           | malformed               | settings
            {"groups": {}, "traffic": MADE}                             | malformed               | groups
            {"groups": [null], "traffic": MADE}                         | required                | groups[0]
            {"groups": [{"members": ["amy"]}], "traffic": MADE}         | no-source               | groups[0].sources
            {"groups": [{"sources": []}], "traffic": MADE}              | no-source               | groups[0].sources
            {"groups": [{"sources": ["FAX"]}], "traffic": MADE}         | unknown-source          | groups[0].sources
            {"groups": [{"sources": [null]}], "traffic": MADE}          | required                | groups[0].sources[0]
            {"groups": [{"sources": ["CART"], "name": " "}], "traffic": MADE} | group-name-missing | groups[0].name
            {"groups": [{"sources": ["CART"], "name": "123456789012345678901234567890123456789012345678901"}], "traffic": MADE} | group-name-too-long | groups[0].name
            {"groups": [{"sources": ["CART"], "members": ["nobody"]}], "traffic": MADE}  | unknown-member | groups[0].members
            {"groups": [{"sources": ["CART"], "members": [null]}], "traffic": MADE}      | required       | groups[0].members[0]
            {"groups": [{"sources": ["CART"]}, {"sources": ["CART"], "members": ["finn"]}], "traffic": MADE} | no-chat-permission | groups[1].members
            {"groups": [{"sources": ["CART"], "members": ["amy"]}, {"sources": ["OTHER"], "members": ["amy"]}], "traffic": MADE} | member-in-two-groups | groups[1].members
            {"agents": "amy", "traffic": MADE}                          | malformed               | agents
            {"agents": [null], "traffic": MADE}                         | required                | agents[0]
            {"agents": [{}], "traffic": MADE}                           | required                | agents[0].member
            {"agents": [{"member": "nobody"}], "traffic": MADE}         | unknown-member          | agents[0].member
            {"agents": [{"member": "amy"}, {"member": "finn"}], "traffic": MADE} | agent-may-not-answer | agents[1].member
            {"agents": [{"member": "amy", "online": [null]}], "traffic": MADE} | required         | agents[0].online[0]
            {"agents": [{"member": "amy", "online": [{"from": "noon"}]}], "traffic": MADE} | malformed | agents[0].online[0].from
            {"agents": [{"member": "amy", "online": [{"to": "25:00"}]}], "traffic": MADE}  | malformed | agents[0].online[0].to
            {"agents": [{"member": "amy", "online": [{}, {"from": "00:20", "to": "00:10"}]}], "traffic": MADE} | shift-ends-before-it-begins | agents[0].online[1].to
            {}                                                          | required                | traffic
            {"traffic": {}}                                             | traffic-unclear         | traffic
            {"traffic": {"recorded": {"date": "2026-03-19"}, "made": {"chats": 1, "minutes": 1, "sources": {"CART": 1}}}} | traffic-unclear | traffic
            {"traffic": {"recorded": {}}}                               | required                | traffic.recorded.date
            {"traffic": {"recorded": {"date": "yesterday"}}}            | malformed               | traffic.recorded.date
            {"traffic": {"recorded": {"date": "TOMORROW"}}}             | day-out-of-reach        | traffic.recorded.date
            {"traffic": {"recorded": {"date": "LONG_AGO"}}}             | day-out-of-reach        | traffic.recorded.date
            {"traffic": {"made": {"minutes": 1, "sources": {"CART": 1}}}}                     | required            | traffic.made.chats
            {"traffic": {"made": {"chats": 0, "minutes": 1, "sources": {"CART": 1}}}}         | number-out-of-range | traffic.made.chats
            {"traffic": {"made": {"chats": 5001, "minutes": 1, "sources": {"CART": 1}}}}      | number-out-of-range | traffic.made.chats
            {"traffic": {"made": {"chats": "x", "minutes": 1, "sources": {"CART": 1}}}}       | malformed           | traffic.made.chats
            {"traffic": {"made": {"chats": 1, "sources": {"CART": 1}}}}                       | required            | traffic.made.minutes
            {"traffic": {"made": {"chats": 1, "minutes": 0, "sources": {"CART": 1}}}}         | number-out-of-range | traffic.made.minutes
            {"traffic": {"made": {"chats": 1, "minutes": 1441, "sources": {"CART": 1}}}}      | number-out-of-range | traffic.made.minutes
            {"traffic": {"made": {"chats": 1, "minutes": 1}}}                                 | required            | traffic.made.sources
            {"traffic": {"made": {"chats": 1, "minutes": 1, "sources": {}}}}                  | traffic-without-source | traffic.made.sources
            {"traffic": {"made": {"chats": 1, "minutes": 1, "sources": {"CART": 0}}}}         | traffic-without-source | traffic.made.sources
            {"traffic": {"made": {"chats": 1, "minutes": 1, "sources": {"CART": -1}}}}        | number-out-of-range | traffic.made.sources.CART
            {"traffic": {"made": {"chats": 1, "minutes": 1, "sources": {"CART": 1001}}}}      | number-out-of-range | traffic.made.sources.CART
            {"traffic": {"made": {"chats": 1, "minutes": 1, "sources": {"CART": null}}}}      | required            | traffic.made.sources[CART]
            {"traffic": {"made": {"chats": 1, "minutes": 1, "sources": {"FAX": 1}}}}          | malformed           | traffic.made.sources
            {"traffic": {"made": {"chats": 1, "minutes": 1, "sources": {"CART": 1}, "readAfterSeconds": -1}}}    | number-out-of-range | traffic.made.readAfterSeconds
            {"traffic": {"made": {"chats": 1, "minutes": 1, "sources": {"CART": 1}, "readAfterSeconds": 86401}}} | number-out-of-range | traffic.made.readAfterSeconds
            {"traffic": {"made": {"chats": 1, "minutes": 1, "sources": {"CART": 1}, "seed": "seven"}}}           | malformed           | traffic.made.seed
            """)
    void whatMakesNoSenseIsRefusedWithItsField(String body, String code, String field) {
        refused(
                send(body.replace(": MADE", ": " + MADE)
                        .replace("TOMORROW", today().plusDays(1).toString())
                        .replace("LONG_AGO", today().minusDays(401).toString())),
                422,
                code,
                field);
    }

    @Test
    void whatASettingCouldNotBecomeIsNotTriedEither() {
        refused(
                send("{\"settings\": {\"enabled\": true}, \"groups\": [], \"traffic\": %s}".formatted(MADE)),
                409,
                "no-group-member",
                "settings.enabled");
        refused(send("""
                        {"groups": [{"name": "A", "sources": ["CART"]}, {"name": "a", "sources": ["CART"]}],
                         "traffic": %s}""".formatted(MADE)), 409, "group-name-taken", "groups[1].name");
    }

    @Test
    void shopsAndMembersOfAnotherEnterpriseAreAbsent() {
        var strangers = enterprises.open();
        var zoe = enterprises.agent(strangers, "zoe");

        refused(
                send("{\"agents\": [{\"member\": \"%s\"}], \"traffic\": %s}".formatted(zoe, MADE)),
                422,
                "unknown-member",
                "agents[0].member");
        refused(
                send("{\"groups\": [{\"sources\": [\"CART\"], \"members\": [\"%s\"]}], \"traffic\": %s}"
                        .formatted(zoe, MADE)),
                422,
                "unknown-member",
                "groups[0].members");
        token = enterprises.token(strangers);
        refused(send("{\"traffic\": %s}".formatted(MADE)), 404, "unknown-shop", "shop");
    }

    @Test
    void aTokenForSomethingElseDoesNotOpenSimulations() {
        token = tokens.create(fresh.enterprise(), "another", Set.of(Scope.CHATS, Scope.SHOPS), clock.instant());

        send("{\"traffic\": %s}".formatted(MADE)).expectStatus().isForbidden();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Taipei"));
    }

    /** How many rows of the enterprise every table has. */
    private Map<String, Long> contents() {
        var contents = new TreeMap<String, Long>();
        jdbc.sql("""
                        select table_name from information_schema.columns
                        where table_schema = database() and column_name = 'enterprise_id'
                        """)
                .query(String.class)
                .list()
                .forEach(table -> contents.put(
                        table, crowd.count(fresh, "select count(*) from " + table + " where enterprise_id = ?")));
        return contents;
    }

    private Answer simulate(String body) {
        return requireNonNull(send(body)
                .expectStatus()
                .isOk()
                .expectBody(Answer.class)
                .returnResult()
                .getResponseBody());
    }

    private static void refused(ResponseSpec answer, int status, String code, String field) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.field")
                .isEqualTo(field);
    }

    private ResponseSpec send(String body) {
        return http.method(HttpMethod.POST)
                .uri("/api/v1/shops/" + fresh.shop() + "/simulations")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }
}
