package dev.fenliu.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.app.SqlCounter;
import dev.fenliu.routing.RoutingEvent.PresenceChanged;
import dev.fenliu.scenarios.Api;
import dev.fenliu.scenarios.Api.Answer;
import dev.fenliu.webhooks.Inbox.Letter;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What happens here, at the programs that asked to be told. */
@FenliuTest
class DeliveryTests {
    @Autowired
    FreshEnterprises enterprises;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private final Inbox inbox = new Inbox();
    private Fresh fresh;
    private MemberId amy;
    private Api api;

    @BeforeEach
    void open() {
        fresh = enterprises.open();
        amy = enterprises.agent(fresh, "amy");
        api = new Api(port, enterprises.token(fresh));
    }

    @AfterEach
    void close() {
        inbox.close();
    }

    @Test
    void aBuyersMessageIsToldInIdsUnderASignature() throws GeneralSecurityException {
        var hook = add(inbox, "conversation.opened", "message.received", "conversation.assigned");

        var written = write("lin", "請問有貨嗎?");

        // Without distribution the main account gets it.
        await().until(() -> inbox.letters().size() == 3);
        assertThat(inbox.letters())
                .extracting(Letter::type)
                .containsExactlyInAnyOrder("conversation.opened", "message.received", "conversation.assigned");
        var received = letter("message.received");
        assertThat(received.json().propertyNames()).containsExactly("type", "timestamp", "data");
        assertThat(Instant.parse(received.json().path("timestamp").asString("")))
                .isCloseTo(clock.instant(), within(Duration.ofMinutes(1)));
        assertThat(received.said("conversation")).isEqualTo(written.text("conversation"));
        assertThat(received.said("message")).isEqualTo(written.text("message"));
        assertThat(received.said("shop")).isEqualTo(fresh.shop().toString());
        assertThat(letter("conversation.opened").said("source")).isEqualTo("OTHER");
        assertThat(letter("conversation.assigned").said("to"))
                .isEqualTo(fresh.main().toString());
        for (var letter : inbox.letters()) {
            assertThat(letter.signature()).isEqualTo(signature(hook.text("secret"), letter));
            assertThat(letter.body()).doesNotContain("請問有貨嗎", "lin");
        }
        await().until(() -> delivered(hook) == 3);
        var line = deliveries(hook).getFirst();
        assertThat(line.path("status").asInt()).isEqualTo(204);
        assertThat(line.path("attempts").asInt()).isEqualTo(1);
        assertThat(line.path("nextAt").isMissingNode() || line.path("nextAt").isNull())
                .isTrue();
    }

    @Test
    void whatFollowsIsToldToo() {
        var hook = add(inbox, "message.sent", "conversation.read", "conversation.closed", "presence.changed");
        var conversation = write("lin", "hello").text("conversation");
        var main = fresh.main().toString();
        await().until(() ->
                api.get("/conversations/%s", conversation).text("owner").equals(main));

        api.put("/conversations/" + conversation + "/read", Map.of("as", main));
        api.post("/conversations/" + conversation + "/messages", Map.of("as", main, "text", "in stock"))
                .as(201);
        api.post("/conversations/" + conversation + "/closure", Map.of("as", main))
                .as(204);
        api.put("/members/" + amy + "/presence", Map.of("state", "ONLINE")).as(200);

        await().until(() -> delivered(hook) == 4);
        assertThat(letter("message.sent").said("member")).isEqualTo(main);
        assertThat(letter("conversation.read").said("owner")).isEqualTo(main);
        assertThat(letter("conversation.closed").said("conversation")).isEqualTo(conversation);
        assertThat(letter("presence.changed").said("member")).isEqualTo(amy.toString());
    }

    @Test
    void nobodyIsToldWhatTheyDidNotAskFor() {
        add(inbox, "conversation.rated");
        var heard = new Inbox();
        try (heard) {
            add(heard, "message.received");

            write("lin", "hello");

            await().until(() -> heard.letters().size() == 1);
            assertThat(inbox.letters()).isEmpty();
        }
    }

    @Test
    void whatIsRefusedIsTriedAgainUnderTheSameId() {
        inbox.answersNext(500);
        var hook = add(inbox, "message.received");

        write("lin", "hello");

        await().until(() -> state(hook).equals("PENDING/1/500"));
        assertThat(deliveries(hook).getFirst().path("nextAt").asString("")).isNotEmpty();
        advance("PT6S");
        await().until(() -> state(hook).equals("DELIVERED/2/204"));
        assertThat(inbox.letters()).hasSize(2);
        assertThat(inbox.letters())
                .extracting(Letter::id)
                .containsOnly(inbox.letters().getFirst().id());
        assertThat(inbox.letters())
                .extracting(Letter::body)
                .containsOnly(inbox.letters().getFirst().body());
    }

    @Test
    void whoeverIsGoneIsNotTriedAgain() {
        inbox.answersNext(410);
        var hook = add(inbox, "message.received");

        write("lin", "hello");

        await().until(() -> state(hook).equals("FAILED/1/410"));
        advance("PT6S");
        assertThat(inbox.letters()).hasSize(1);
    }

    @Test
    void aRedirectIsNotFollowed() {
        inbox.answersNext(302);
        var hook = add(inbox, "message.received");

        write("lin", "hello");

        await().until(() -> state(hook).equals("PENDING/1/302"));
    }

    @Test
    void whoeverSleepsDelaysNobodyElse() {
        inbox.fallsAsleep();
        add(inbox, "message.received");
        try (var awake = new Inbox()) {
            var hook = add(awake, "message.received");

            IntStream.range(0, 5).forEach(number -> write("lin" + number, "hello"));

            await().atMost(Duration.ofSeconds(5)).until(() -> delivered(hook) == 5);
        }
    }

    @Test
    void theSameMessageSentManyTimesAtOnceIsToldOnce() throws InterruptedException {
        var hook = add(inbox, "message.received");
        var message =
                Map.of("externalId", "m-1", "buyer", Map.of("externalId", "lin"), "source", "OTHER", "text", "hello");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Answer>>mapToObj(_ -> () -> api.post("/shops/" + fresh.shop() + "/messages", message))
                    .toList());
        }

        await().until(() -> delivered(hook) == 1);
        assertThat(deliveries(hook)).hasSize(1);
        assertThat(inbox.letters()).hasSize(1);
    }

    @Test
    void whatIsRolledBackIsToldToNobody() {
        var hook = add(inbox, "presence.changed");

        transaction.executeWithoutResult(status -> {
            events.publishEvent(new PresenceChanged(fresh.enterprise(), amy, Presence.ONLINE, clock.instant()));
            assertThat(waiting(hook)).isEqualTo(1);
            status.setRollbackOnly();
        });

        assertThat(waiting(hook)).isZero();
        assertThat(deliveries(hook)).isEmpty();
    }

    @Test
    void withTheWebhookGoesWhatWasWaitingForIt() {
        inbox.answersNext(500);
        var hook = add(inbox, "message.received");
        write("lin", "hello");
        await().until(() -> state(hook).equals("PENDING/1/500"));

        api.delete("/webhooks/%s", hook.text("id")).as(204);
        write("lin", "still there?");

        assertThat(waiting(hook)).isZero();
        advance("PT6S");
        assertThat(inbox.letters()).hasSize(1);
        api.get("/webhooks/%s/deliveries", hook.text("id")).as(404);
    }

    @Test
    void deliveriesAreListedInPagesNewestFirst() {
        var hook = add(inbox, "message.received");
        IntStream.range(0, 3).forEach(number -> write("lin" + number, "hello"));
        await().until(() -> delivered(hook) == 3);

        var first = api.get("/webhooks/%s/deliveries?limit=2", hook.text("id")).as(200);
        var second = api.get("/webhooks/%s/deliveries?limit=2&cursor=%s", hook.text("id"), first.text("next"))
                .as(200);

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.text("next")).isEmpty();
        var ids = IntStream.range(0, 3)
                .mapToObj(index ->
                        index < 2 ? first.items().get(index) : second.items().getFirst())
                .map(line -> Long.parseUnsignedLong(line.path("id").asString()))
                .toList();
        assertThat(ids).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void anEnterpriseWithoutWebhooksPaysForNone() {
        var change = new PresenceChanged(fresh.enterprise(), amy, Presence.ONLINE, clock.instant());
        var once = Map.of("buyer", Map.of("externalId", "lin"), "source", "OTHER", "text", "hello");
        api.post("/shops/" + fresh.shop() + "/messages", once).as(202);

        var tally = SqlCounter.during(() -> transaction.executeWithoutResult(_ -> events.publishEvent(change)));

        assertThat(tally.statements()).noneMatch(sql -> sql.contains("webhook_"));
    }

    private Answer add(Inbox to, String... events) {
        return api.post("/webhooks", Map.of("url", to.address(), "events", List.of(events)))
                .as(201);
    }

    private Answer write(String buyer, String text) {
        var message = Map.of("buyer", Map.of("externalId", buyer), "source", "OTHER", "text", text);
        return api.post("/shops/" + fresh.shop() + "/messages", message).as(202);
    }

    private void advance(String by) {
        api.post("/time", Map.of("advance", by)).as(200);
    }

    private Letter letter(String type) {
        return inbox.letters().stream()
                .filter(it -> it.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> deliveries(Answer hook) {
        return api.get("/webhooks/%s/deliveries", hook.text("id")).as(200).items();
    }

    private long delivered(Answer hook) {
        return deliveries(hook).stream()
                .filter(it -> it.path("state").asString().equals("DELIVERED"))
                .count();
    }

    private String state(Answer hook) {
        return deliveries(hook).stream()
                .map(it -> it.path("state").asString() + "/"
                        + it.path("attempts").asInt() + "/" + it.path("status").asInt(0))
                .findFirst()
                .orElse("");
    }

    private long waiting(Answer hook) {
        return jdbc.sql("select count(*) from webhook_delivery where hook_id = ? and next_at is not null")
                .param(Long.parseUnsignedLong(hook.text("id")))
                .query(Long.class)
                .single();
    }

    private static String signature(String secret, Letter letter) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        var signed = letter.id() + "." + letter.timestamp() + "." + letter.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }
}
