package dev.fenliu.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.app.SqlCounter;
import dev.fenliu.chatgroups.DraftedSetups.Draft;
import dev.fenliu.routing.application.AskWhatIf;
import dev.fenliu.routing.application.AskWhatIf.Chats;
import dev.fenliu.routing.application.AskWhatIf.Question;
import dev.fenliu.routing.application.QuietLanes;
import dev.fenliu.routing.domain.Findings;
import dev.fenliu.scenarios.Api;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A day is lived through by the program, and then tried again with nothing changed: it must go as it went. */
@FenliuTest
class WhatIfAgreementTests {
    private static final int STEPS = 60;
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private final FreshEnterprises enterprises;
    private final Crowd crowd;
    private final QuietLanes lanes;
    private final Desks desks;
    private final AskWhatIf whatIf;
    private final JdbcClient jdbc;
    private final Clock clock;

    @LocalServerPort
    int port;

    private Fresh fresh;
    private Api api;
    private List<MemberId> agents;
    private final Map<MemberId, Presence> presences = new HashMap<>();

    @Autowired
    WhatIfAgreementTests(
            FreshEnterprises enterprises,
            Crowd crowd,
            QuietLanes lanes,
            Desks desks,
            AskWhatIf whatIf,
            JdbcClient jdbc,
            Clock clock) {
        this.enterprises = enterprises;
        this.crowd = crowd;
        this.lanes = lanes;
        this.desks = desks;
        this.whatIf = whatIf;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void openTheShop() {
        fresh = enterprises.open();
        api = new Api(port, enterprises.token(fresh));
        agents = crowd.agents(fresh, 4);
        presences.clear();
        api.post("/shops/" + fresh.shop() + "/groups", group("售前客服", "PRODUCT_PAGE", agents.subList(0, 2)))
                .as(201);
        api.post("/shops/" + fresh.shop() + "/groups", group("售後客服", "ORDER_PAGE", agents.subList(2, 3)))
                .as(201);
    }

    @ParameterizedTest(name = "day {0}, cap {1}, {2}")
    @CsvSource({
        "1, 2, OLDEST_ACCOUNT",
        "2, 2, LEAST_RECENTLY_ASSIGNED",
        "3, 1, OLDEST_ACCOUNT",
        "4, 100, LEAST_RECENTLY_ASSIGNED"
    })
    void aDayThatIsTriedAgainGoesAsItWent(long seed, int cap, String tieBreak) {
        leaveTheEveningBehind();
        var day = today();
        api.put("/shops/" + fresh.shop() + "/distribution", Map.of("enabled", true, "cap", cap, "tieBreak", tieBreak))
                .as(200);
        var random = new Random(seed);
        for (var step = 0; step < STEPS; step++) {
            api.post("/time", Map.of("advance", "PT1S")).as(200);
            beat();
            live(random, step);
            lanes.await(fresh.enterprise());
        }
        beat();
        assertThat(today()).as("a day that is lived through in one go").isEqualTo(day);

        var findings = tryAgain(day);

        assertThat(counts("reason", "true")).isEqualTo(byReason(findings));
        assertThat(counts("member_id", "member_id is not null and reason <> 'LOYAL_HOLD'"))
                .isEqualTo(byMember(findings));
        assertThat(findings.chats()).isGreaterThan(8);
        assertThat(findings.waiting()).isEqualTo((int) crowd.count(
                fresh, "select count(*) from routing_staging where enterprise_id = ? and phase = 'WAITING'"));
    }

    @Test
    void aQuestionAsksTheDatabaseTheSameFewThingsHoweverMuchCame() {
        api.put("/shops/" + fresh.shop() + "/distribution", Map.of("enabled", true))
                .as(200);
        tryAgain(today());
        var little = SqlCounter.during(() -> tryAgain(today()));
        for (var buyer = 0; buyer < 30; buyer++) {
            write("b" + buyer, "CART");
        }
        crowd.awaitDecided(fresh);

        var much = SqlCounter.during(() -> assertThat(tryAgain(today()).chats()).isEqualTo(30));

        // The version of the enterprise, the shop's groups, the day's beginnings, its chats and who was there.
        assertThat(much.statements())
                .hasSize(5)
                .allSatisfy(sql -> assertThat(sql).startsWith("select"));
        assertThat(little.statements()).hasSizeLessThanOrEqualTo(5);
    }

    private void live(Random random, int step) {
        var conversations =
                api.get("/conversations?limit=200&shop=" + fresh.shop()).items();
        switch (random.nextInt(10)) {
            case 0, 1 -> choose(random);
            case 2, 3 ->
                pick(
                                random,
                                conversations,
                                it -> isTheirs(it) && it.get("unread").asInt() > 0)
                        .forEach(this::read);
            case 4, 5 ->
                pick(random, conversations, this::isTheirs).forEach(it -> {
                    read(it);
                    api.post("/conversations/" + it.get("id").asString() + "/closure", Map.of("as", owner(it)))
                            .as(204);
                });
            case 6 -> {
                if (step % 3 == 0) leaveAll();
            }
            default -> write("b" + random.nextInt(25), random.nextBoolean() ? "PRODUCT_PAGE" : "ORDER_PAGE");
        }
    }

    /** Six minutes in which nobody's desk is connected. */
    private void leaveAll() {
        beat();
        api.post("/time", Map.of("advance", "PT6M")).as(200);
        presences.clear();
    }

    private void choose(Random random) {
        var agent = agents.get(random.nextInt(agents.size()));
        // Whoever is gone counts as seen when they say so once more, and no stretch of time tells that.
        var choices = presences.getOrDefault(agent, Presence.OFFLINE) == Presence.OFFLINE
                ? List.of(Presence.ONLINE, Presence.ONLINE, Presence.HIDDEN)
                : List.of(Presence.ONLINE, Presence.OFFLINE, Presence.HIDDEN);
        var presence = choices.get(random.nextInt(choices.size()));
        api.put("/members/" + agent + "/presence", Map.of("state", presence)).as(200);
        presences.put(agent, presence);
    }

    private void beat() {
        desks.beat(
                presences.entrySet().stream()
                        .filter(it -> it.getValue() != Presence.OFFLINE)
                        .map(Map.Entry::getKey)
                        .toList(),
                clock.instant());
    }

    /** A buyer begins at most one conversation at a time. */
    private void write(String buyer, String source) {
        var open = crowd.count(fresh, """
                select count(*) from webchat_conversation c join webchat_buyer b on b.id = c.buyer_id
                where c.enterprise_id = ? and c.open_buyer is not null and b.external_id = '%s'""".formatted(buyer));
        if (open == 0) {
            api.post(
                            "/shops/" + fresh.shop() + "/messages",
                            Map.of("buyer", Map.of("externalId", buyer), "source", source, "text", "你好"))
                    .as(202);
        }
    }

    private void read(JsonNode conversation) {
        api.put("/conversations/" + conversation.get("id").asString() + "/read", Map.of("as", owner(conversation)))
                .as(204);
    }

    /** Whether somebody who is there has it. */
    private boolean isTheirs(JsonNode conversation) {
        return conversation.get("state").asString().equals("OPEN")
                && !conversation.get("held").asBoolean()
                && presences.getOrDefault(MemberId.of(owner(conversation)), Presence.OFFLINE) != Presence.OFFLINE;
    }

    private static String owner(JsonNode conversation) {
        return conversation.get("owner").asString();
    }

    private static List<JsonNode> pick(Random random, List<JsonNode> conversations, Predicate<JsonNode> wanted) {
        var some = conversations.stream().filter(wanted).toList();
        return some.isEmpty() ? List.of() : List.of(some.get(random.nextInt(some.size())));
    }

    private Findings tryAgain(LocalDate day) {
        var question = new Question(new Draft(null, null, null, null, null), null, new Chats.Recorded(day));
        return whatIf.answer(fresh.actor(), fresh.shop().toString(), question, clock.instant());
    }

    private Map<String, Integer> counts(String what, String of) {
        var counts = new TreeMap<String, Integer>();
        jdbc.sql("select " + what + ", count(*) from routing_decision where enterprise_id = ? and " + of + " group by "
                        + what)
                .param(fresh.enterprise().value())
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    private static Map<String, Integer> byReason(Findings findings) {
        var counts = new TreeMap<String, Integer>();
        findings.reasons().forEach((reason, count) -> counts.put(reason.name(), count));
        return counts;
    }

    private static Map<String, Integer> byMember(Findings findings) {
        var counts = new TreeMap<String, Integer>();
        findings.shares().stream()
                .filter(share -> share.assigned() > 0)
                .forEach(share -> counts.put(String.valueOf(share.member().value()), share.assigned()));
        return counts;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TAIPEI);
    }

    /** At six minutes a step at the most, the day must have six hours left. */
    private void leaveTheEveningBehind() {
        var tomorrow = today().plusDays(1).atStartOfDay(TAIPEI).toInstant();
        var left = Duration.between(clock.instant(), tomorrow);
        if (left.compareTo(Duration.ofHours(7)) < 0) {
            api.post("/time", Map.of("advance", left.plusMinutes(1).toString())).as(200);
        }
    }

    private static Map<String, ?> group(String name, String source, List<MemberId> members) {
        return Map.of(
                "name",
                name,
                "sources",
                List.of(source),
                "members",
                members.stream().map(MemberId::toString).toList());
    }
}
