package dev.fenliu.scenarios;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shop S of the scenarios, in words: 售前 = P1, P2 for product pages; 售後 = Q1 for order pages; N1 in no group; M. */
final class TheShop {
    static final String M = "main";
    static final String P1 = "p1";
    static final String P2 = "p2";
    static final String Q1 = "q1";
    static final String N1 = "n1";

    private final Api api;
    private final String shop;
    private final Map<String, String> ids = new HashMap<>();
    private final AtomicInteger buyers = new AtomicInteger();
    final String preSales;
    final String afterSales;

    /** Sets it up: agents are created in the order P1, P2, Q1, N1. */
    TheShop(Api api, String shop, String mainId) {
        this.api = api;
        this.shop = shop;
        ids.put(M, mainId);
        for (var agent : List.of(P1, P2, Q1, N1)) {
            var created = api.post("/members", Map.of("loginId", agent, "name", agent, "grants", chatEverywhere()))
                    .expecting(201);
            ids.put(agent, created.path("id").asString());
        }
        preSales = group("售前", "PRODUCT_PAGE", P1, P2);
        afterSales = group("售後", "ORDER_PAGE", Q1);
        distribution(Map.of("enabled", true));
    }

    private static List<Map<String, String>> chatEverywhere() {
        return List.of(Map.of("shop", "*", "role", "聊聊客服"));
    }

    private String group(String name, String source, String... members) {
        return api.post(shop("/groups"), groupOf(name, source, members))
                .expecting(200, 201)
                .path("id")
                .asString();
    }

    private Map<String, Object> groupOf(String name, String source, String... members) {
        return Map.of(
                "name",
                name,
                "sources",
                List.of(source),
                "members",
                List.of(members).stream().map(this::id).toList());
    }

    void changeGroup(String group, String name, String source, String... members) {
        api.put(shop("/groups/" + group), groupOf(name, source, members)).expecting(200);
    }

    List<String> membersOf(String group) {
        return items(api.get(shop("/groups"))).stream()
                .filter(it -> it.path("id").asString().equals(group))
                .flatMap(it -> StreamSupport.stream(it.path("members").spliterator(), false))
                .map(it -> name(it.asString()))
                .toList();
    }

    JsonNode distribution() {
        return api.get(shop("/distribution"));
    }

    void distribution(Map<String, Object> wish) {
        api.put(shop("/distribution"), wish).expecting(200);
    }

    void online(String... agents) {
        presence("ONLINE", agents);
    }

    void hidden(String... agents) {
        presence("HIDDEN", agents);
    }

    void offline(String... agents) {
        presence("OFFLINE", agents);
    }

    private void presence(String state, String... agents) {
        for (var agent : agents) {
            api.put("/members/" + id(agent) + "/presence", Map.of("state", state))
                    .expecting(200);
        }
    }

    int load(String agent) {
        return api.get("/members/" + id(agent) + "/presence").path("load").asInt();
    }

    /** Gives the agent that many unread conversations, by being online alone for a moment. */
    void load(String agent, int conversations) {
        online(agent);
        var before = load(agent);
        for (var i = 0; i < conversations; i++) {
            newBuyer().writesFrom("PRODUCT_PAGE");
        }
        await().atMost(30, SECONDS).until(() -> load(agent) == before + conversations);
        offline(agent);
    }

    Chat newBuyer() {
        return new Chat("buyer" + buyers.incrementAndGet());
    }

    void later(Duration time) {
        api.post("/time", Map.of("advance", time.toString())).expecting(200);
    }

    JsonNode staging() {
        return api.get(shop("/staging"));
    }

    int conversationsOf(String agent) {
        return items(api.get("/conversations?owner=" + id(agent))).size();
    }

    List<String> activities() {
        return items(api.get("/activity")).stream()
                .map(it -> it.path("action").asString())
                .toList();
    }

    private String shop(String path) {
        return "/shops/" + Api.encoded(shop) + path;
    }

    private String id(String agent) {
        var id = ids.get(agent);
        if (id == null) {
            throw new IllegalArgumentException(agent);
        }
        return id;
    }

    private @Nullable String name(@Nullable String id) {
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(id);
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    /** One buyer's chat with the shop. */
    final class Chat {
        private final String buyer;
        private String conversation = "";

        Chat(String buyer) {
            this.buyer = buyer;
        }

        Chat writesFrom(String source) {
            conversation = send(source).path("conversation").asString();
            return this;
        }

        JsonNode send(String source) {
            return api.post(
                            shop("/messages"),
                            Map.of(
                                    "externalId",
                                    "m" + buyers.incrementAndGet(),
                                    "buyer",
                                    Map.of("externalId", buyer, "name", buyer),
                                    "source",
                                    source,
                                    "text",
                                    "請問還有貨嗎?"))
                    .expecting(202);
        }

        Chat goesTo(String agent, String trigger, String reason) {
            await().atMost(20, SECONDS).untilAsserted(() -> assertThat(owner()).isEqualTo(agent));
            assertDecided(trigger, reason);
            return this;
        }

        Chat waitsBecause(String reason) {
            await().atMost(20, SECONDS).untilAsserted(() -> assertDecided("MESSAGE", reason));
            assertThat(state()).isEqualTo("WAITING");
            assertThat(owner()).isNull();
            return this;
        }

        private void assertDecided(String trigger, String reason) {
            var latest = decisions().getFirst();
            assertThat(latest.path("trigger").asString()).isEqualTo(trigger);
            assertThat(latest.path("reason").asString()).isEqualTo(reason);
        }

        /** Stays where it is, also after everything that was to be decided has been. */
        void staysWith(String agent) {
            later(Duration.ofSeconds(1));
            assertThat(owner()).isEqualTo(agent);
        }

        List<JsonNode> decisions() {
            return items(api.get("/conversations/" + conversation + "/decisions"));
        }

        List<JsonNode> messages() {
            return items(api.get("/conversations/" + conversation + "/messages"));
        }

        void answeredBy(String agent) {
            api.post("/conversations/" + conversation + "/messages", Map.of("as", id(agent), "text", "有的"))
                    .expecting(200, 201, 202);
        }

        void readBy(String agent) {
            api.put("/conversations/" + conversation + "/read", Map.of("as", id(agent)))
                    .expecting(200, 204);
        }

        void closedBy(String agent) {
            api.post("/conversations/" + conversation + "/closure", Map.of("as", id(agent)))
                    .expecting(200, 201, 204);
        }

        Api.Answer forward(String by, String toMember) {
            return api.post(
                    "/conversations/" + conversation + "/forwards",
                    Map.of("as", id(by), "toMember", id(toMember), "note", "麻煩了"));
        }

        String conversation() {
            return conversation;
        }

        String state() {
            return show().path("state").asString();
        }

        JsonNode show() {
            return api.get("/conversations/" + conversation);
        }

        @Nullable
        String owner() {
            var owner = show().path("owner");
            return owner.isNull() || owner.isMissingNode() ? null : name(owner.asString());
        }
    }
}
