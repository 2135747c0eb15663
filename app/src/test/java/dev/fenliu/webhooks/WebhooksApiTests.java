package dev.fenliu.webhooks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.fenliu.accounts.Scope;
import dev.fenliu.accounts.application.Tokens;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.scenarios.Api;
import dev.fenliu.scenarios.Api.Answer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@FenliuTest
class WebhooksApiTests {
    private static final String URL = "https://hooks.invalid/fenliu";

    @Autowired
    FreshEnterprises enterprises;

    @Autowired
    Tokens tokens;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Fresh fresh;
    private Api api;

    @BeforeEach
    void open() {
        fresh = enterprises.open();
        api = new Api(port, tokens.create(fresh.enterprise(), "test", Set.of(Scope.WEBHOOKS), clock.instant()));
    }

    @Test
    void aWebhookIsAddedWithItsSecretListedWithoutAndRemoved() {
        var added =
                add(URL, "message.sent", "conversation.opened", "message.sent").as(201);

        assertThat(added.text("secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(added.text("url")).isEqualTo(URL);
        assertThat(words(added.body().path("events"))).containsExactly("conversation.opened", "message.sent");
        assertThat(added.text("createdAt")).isNotEmpty();
        var listed = api.get("/webhooks").as(200).items();
        assertThat(listed).hasSize(1);
        assertThat(listed.getFirst().path("id").asString()).isEqualTo(added.text("id"));
        assertThat(listed.getFirst().propertyNames()).containsExactlyInAnyOrder("id", "url", "events", "createdAt");

        api.delete("/webhooks/%s", added.text("id")).as(204);
        assertThat(api.get("/webhooks").as(200).items()).isEmpty();
        refused(api.delete("/webhooks/%s", added.text("id")), 404, "unknown-webhook", "");
    }

    @Test
    void theSecretIsSealedInTheDatabase() {
        var added = add(URL, "message.sent").as(201);

        var stored = jdbc.sql("select secret from webhook_hook where id = ?")
                .param(Long.parseUnsignedLong(added.text("id")))
                .query(byte[].class)
                .single();

        assertThat(new String(stored, ISO_8859_1))
                .doesNotContain(added.text("secret"))
                .doesNotContain("whsec_");
    }

    @Test
    void theSameAddressTwiceIsRefused() {
        add(URL, "message.sent").as(201);

        refused(add(URL, "message.received"), 409, "webhook-url-taken", "url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hooks.invalid", "ftp://hooks.invalid", "https://ada:pw@hooks.invalid/", "http://"})
    void anAddressThatLeadsNowhereIsRefused(String url) {
        refused(add(url, "message.sent"), 422, "webhook-url-unfit", "url");
    }

    @Test
    void anAddressThatIsTooLongIsRefused() {
        refused(add(URL + "a".repeat(2_000), "message.sent"), 422, "webhook-url-unfit", "url");
    }

    @Test
    void eventsThatDoNotExistAndNoneAtAllAreRefused() {
        refused(add(URL, "message.sent", "message.unsent"), 422, "unknown-webhook-event", "events");
        refused(add(URL), 422, "webhook-events-missing", "events");
        assertThat(api.post("/webhooks", Map.of("url", URL)).as(422).text("field"))
                .isEqualTo("events");
        assertThat(api.post("/webhooks", Map.of("events", List.of("message.sent")))
                        .as(422)
                        .text("field"))
                .isEqualTo("url");
        assertThat(api.get("/webhooks").as(200).items()).isEmpty();
    }

    @Test
    void thereAreTwentyAtTheMostAlsoWhenAllComeAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(IntStream.range(0, 23)
                    .<Callable<Integer>>mapToObj(
                            number -> () -> add(URL + number, "message.sent").status())
                    .toList());
            var statuses = new ArrayList<Integer>();
            for (var each : all) statuses.add(each.get());

            assertThat(statuses).filteredOn(status -> status == 201).hasSize(20);
            assertThat(statuses).filteredOn(status -> status == 409).hasSize(3);
        }

        refused(add(URL, "message.sent"), 409, "too-many-webhooks", "");
        var first = api.get("/webhooks?limit=15").as(200);
        assertThat(first.items()).hasSize(15);
        assertThat(api.get("/webhooks?cursor=%s", first.text("next")).as(200).items())
                .hasSize(5);
    }

    @Test
    void whatBelongsToAnotherEnterpriseIsNotThere() {
        var added = add(URL, "message.sent").as(201);
        var others = new Api(port, enterprises.token(enterprises.open()));

        assertThat(others.get("/webhooks").as(200).items()).isEmpty();
        refused(others.get("/webhooks/%s/deliveries", added.text("id")), 404, "unknown-webhook", "");
        refused(others.delete("/webhooks/%s", added.text("id")), 404, "unknown-webhook", "");
        assertThat(api.get("/webhooks").as(200).items()).hasSize(1);
    }

    @Test
    void theLogSaysWhoAddedAndRemovedIt() {
        var added = add(URL, "message.sent").as(201);
        api.delete("/webhooks/%s", added.text("id")).as(204);

        var lines =
                new Api(port, enterprises.token(fresh)).get("/activity").as(200).items();

        assertThat(lines)
                .extracting(
                        line -> line.path("action").asString(),
                        line -> line.path("subject").asString())
                .contains(tuple("webhook-added", "hooks.invalid"), tuple("webhook-removed", "hooks.invalid"));
    }

    private Answer add(String url, String... events) {
        return api.post("/webhooks", Map.of("url", url, "events", List.of(events)));
    }

    private static void refused(Answer answer, int status, String code, String field) {
        answer.as(status);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("field")).isEqualTo(field);
        assertThat(answer.text("detail")).isNotEmpty();
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
