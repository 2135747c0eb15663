package dev.fenliu.app.database;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.app.FenliuTest;
import dev.fenliu.scenarios.Api;
import dev.fenliu.webchat.LiveStream;
import dev.fenliu.webchat.Surfer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Scenarios 19 and 22: the program dies at ten, with five desks open, fifty chats staged, and one of them decided and not
 * committed. Then it starts again on its data.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class RestartScenarioTests {
    private static final DataDirectory DIRECTORY = EmbeddedDatabaseTests.DIRECTORY;
    private static final ZoneId ZONE = ZoneId.of("Asia/Taipei");
    /** Requests a second; ten times as many in a burst. */
    private static final int RATE = 20;

    private static final Path HALT = DIRECTORY.path("halt-while-routing");

    private final List<LiveStream> desks = new ArrayList<>();
    private ChildProgram program;
    private int port;
    private Api api;
    private String shop;
    private List<String> agents;
    private Instant nine;
    private List<String> staged;
    private Map<String, String> owners;

    @BeforeAll
    void dieAtTen() throws Exception {
        DIRECTORY.create();
        FreshDatabase.clear(DIRECTORY);
        Files.deleteIfExists(HALT);
        start(0);
        openTheShop();
        nine = nextMorning();
        agents.forEach(this::openDesk);
        openDesk(agents.getFirst()); // in a second tab
        write(60);
        await().atMost(Duration.ofSeconds(30)).until(() -> staging().number("waiting") == 50);
        staged = chats("WAITING").keySet().stream().toList();
        owners = chats("OPEN");
        travelTo(nine.plus(Duration.ofMinutes(30)));
        choose(agents.getFirst(), "HIDDEN");
        travelTo(nine.plus(Duration.ofMinutes(60)));
        Files.createFile(HALT);
        readOneOf(agents.get(1));
        assertThat(program.exitCode()).isEqualTo(HaltWhileRouting.CODE);

        Files.delete(HALT);
        start(RATE);
    }

    @AfterAll
    void stop() throws IOException {
        desks.forEach(LiveStream::close);
        if (program != null) program.close();
        FreshDatabase.clear(DIRECTORY);
    }

    @Test
    @Order(1)
    void scenario22TheSameChatsAreStagedAndTheSameAgentsHaveTheirs() {
        assertThat(chats("WAITING").keySet()).containsExactlyElementsOf(staged);
        assertThat(chats("OPEN")).isEqualTo(owners);
        assertThat(staging().number("waiting")).isEqualTo(50);
    }

    @Test
    @Order(2)
    void whatWasDecidedAndNotCommittedNeverHappened() {
        assertThat(decisions(staged.getLast())).containsExactly("MESSAGE ALL_AT_CAP");
        assertThat(load(agents.get(1))).isEqualTo(1); // what was read before is read
    }

    @Test
    @Order(3)
    void whoeverSatAtTheProgramThatDiedIsOfflineSinceTheLastHeartbeat() {
        travel(Duration.ofMinutes(2));

        for (var agent : agents) {
            var presence = api.get("/members/%s/presence", agent).as(200);
            assertThat(presence.text("state")).isEqualTo("OFFLINE");
            assertThat(Instant.parse(presence.text("lastSeen")))
                    .isBetween(nine.plus(Duration.ofMinutes(60)), nine.plus(Duration.ofMinutes(62)));
            assertThat(presence.text("since")).isEqualTo(presence.text("lastSeen"));
        }
    }

    @Test
    @Order(4)
    void scenario19TwoTabsAndACrashAddUpToHalfAnHourOnlineAndHalfAnHourHidden() {
        var row = api.get("/performance/agents?shop=%s", shop).as(200).items().stream()
                .filter(it -> it.path("member").asString().equals(agents.getFirst()))
                .findFirst()
                .orElseThrow();

        assertThat(row.path("onlineHours").decimalValue()).isEqualByComparingTo("0.50");
        assertThat(row.path("hiddenHours").decimalValue()).isEqualByComparingTo("0.50");
    }

    @Test
    @Order(5)
    void scenario22PresenceComesBackAsTheDesksReconnect() {
        openDesk(agents.get(0));
        openDesk(agents.get(2));

        assertThat(agents.stream().map(this::presence))
                .containsExactly("HIDDEN", "OFFLINE", "ONLINE", "OFFLINE", "OFFLINE");
        assertThat(chats("OPEN")).isEqualTo(owners);
    }

    @Test
    @Order(6)
    void theChatWhoseDecisionWasLostIsDecidedOnce() {
        openDesk(agents.get(1));

        var oldest = staged.getLast();
        await().atMost(Duration.ofSeconds(30)).until(() -> staging().number("waiting") == 49);
        assertThat(api.get("/conversations/%s", oldest).text("owner")).isEqualTo(agents.get(1));
        assertThat(decisions(oldest)).containsExactly("AGENT_AVAILABLE GROUP", "MESSAGE ALL_AT_CAP");
        assertThat(load(agents.get(1))).isEqualTo(2);
        assertThat(chats("OPEN")).hasSize(11).containsAllEntriesOf(owners);
    }

    @Test
    @Order(7)
    void aTokenThatAsksTooOftenIsToldWhenToComeBack() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/shops"))
                    .header("Authorization", "Bearer " + FenliuTest.TOKEN)
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            for (var number = 0; number < 50 * RATE && answer.statusCode() == 200; number++) {
                answer = http.send(request, BodyHandlers.ofString());
            }
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 60L);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("\"code\":\"too-many-requests\"");
        }
    }

    private void start(int rate) throws IOException {
        program = ChildProgram.start(
                TalkingProgram.class,
                "--spring.profiles.active=test",
                "--server.port=0",
                "--logging.level.root=warn",
                "--fenliu.api-rate=" + rate,
                "--fenliu.data-dir=" + DIRECTORY.dataDir(),
                "--fenliu.test.halt=" + HALT);
        port = Integer.parseInt(program.line(TalkingProgram.LISTENING).strip());
        api = new Api(port, FenliuTest.TOKEN);
    }

    /** Five agents with two chats each at the most. */
    private void openTheShop() {
        shop = api.post("/shops", Map.of("name", "賣場S", "region", "TW", "status", "AUTHORIZED"))
                .as(201)
                .text("id");
        agents = IntStream.rangeClosed(1, 5).mapToObj(this::agent).toList();
        api.post(
                        "/shops/" + shop + "/groups",
                        Map.of("name", "售前客服", "sources", List.of("PRODUCT_PAGE"), "members", agents))
                .as(201);
        api.put("/shops/" + shop + "/distribution", Map.of("enabled", true, "cap", 2))
                .as(200);
    }

    private String agent(int number) {
        var wish = Map.of(
                "loginId",
                "agent" + number,
                "name",
                "Agent " + number,
                "password",
                "fenliu-demo",
                "grants",
                List.of(Map.of("shop", shop, "role", "聊聊客服")));
        return api.post("/members", wish).as(201).text("id");
    }

    private void openDesk(String agent) {
        var desk = Surfer.signedIn(port, "demo:agent" + (agents.indexOf(agent) + 1))
                .follow("/webchat/stream")
                .opened();
        desk.awaitEvent("presence", "");
        desks.add(desk);
    }

    private void write(int buyers) {
        for (var number = 0; number < buyers; number++) {
            var message = Map.of(
                    "externalId",
                    "message-" + number,
                    "buyer",
                    Map.of("externalId", "buyer-" + number),
                    "source",
                    "PRODUCT_PAGE",
                    "text",
                    "在嗎?");
            api.post("/shops/" + shop + "/messages", message).as(202);
        }
    }

    /** The program ends before or after it has answered. */
    private void readOneOf(String agent) {
        var chat = owners.entrySet().stream()
                .filter(it -> it.getValue().equals(agent))
                .findFirst()
                .orElseThrow()
                .getKey();
        try {
            api.put("/conversations/" + chat + "/read", Map.of("as", agent));
        } catch (UncheckedIOException dead) {
            // It was stored all the same: the lane wakes after the commit.
        }
    }

    private void choose(String agent, String state) {
        api.put("/members/" + agent + "/presence", Map.of("state", state)).as(200);
    }

    private String presence(String agent) {
        return api.get("/members/%s/presence", agent).as(200).text("state");
    }

    private int load(String agent) {
        return api.get("/members/%s/presence", agent).as(200).number("load");
    }

    private Api.Answer staging() {
        return api.get("/shops/%s/staging", shop).as(200);
    }

    /** With their owners, the newest first. */
    private Map<String, String> chats(String state) {
        return api.get("/conversations?limit=200&shop=%s&state=" + state, shop).as(200).items().stream()
                .collect(toMap(
                        it -> it.path("id").asString(),
                        it -> it.path("owner").asString(""),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private List<String> decisions(String chat) {
        return api.get("/conversations/%s/decisions", chat).as(200).items().stream()
                .map(it ->
                        it.path("trigger").asString() + " " + it.path("reason").asString())
                .toList();
    }

    private Instant travel(Duration time) {
        return Instant.parse(
                api.post("/time", Map.of("advance", time.toString())).as(200).text("now"));
    }

    private void travelTo(Instant moment) {
        travel(Duration.between(travel(Duration.ofMillis(1)), moment));
    }

    private Instant nextMorning() {
        var morning = travel(Duration.ofMillis(1))
                .atZone(ZONE)
                .toLocalDate()
                .plusDays(1)
                .atTime(9, 0)
                .atZone(ZONE)
                .toInstant();
        travelTo(morning);
        return morning;
    }
}
