package dev.fenliu.scenarios;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A conversation as the scenarios speak of it. */
public record Chat(TheShop shop, Api api, String id) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Long enough for a decision that is on its way to arrive. */
    private static final Duration A_WHILE = Duration.ofMillis(700);

    public String state() {
        return look().path("state").asString();
    }

    public @Nullable Who owner() {
        var owner = look().path("owner");
        return owner.isNull() ? null : shop.called(owner.asString());
    }

    public int unread() {
        return look().path("unread").asInt();
    }

    public Chat goesTo(Who who) {
        soon(() -> {
            assertThat(owner()).isEqualTo(who);
            assertThat(state()).isEqualTo("OPEN");
        });
        return this;
    }

    /** Nothing that is still on its way changes that. */
    public Chat staysWith(Who who) {
        await().during(A_WHILE)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(owner()).isEqualTo(who));
        return this;
    }

    public Chat isStaged(String reason) {
        soon(() -> because(reason));
        assertThat(state()).isEqualTo("WAITING");
        assertThat(owner()).isNull();
        return this;
    }

    /** What the latest decision was, in the words of the decision log. */
    public Chat because(String reason) {
        assertThat(latestDecision().path("reason").asString()).isEqualTo(reason);
        return this;
    }

    public Chat setOffBy(String trigger) {
        assertThat(latestDecision().path("trigger").asString()).isEqualTo(trigger);
        return this;
    }

    /** All decisions about it, newest first. */
    List<JsonNode> decisions() {
        return api.get("/conversations/%s/decisions", id).items();
    }

    private JsonNode latestDecision() {
        assertThat(decisions()).isNotEmpty();
        return decisions().getFirst();
    }

    /** The loads that the candidates of the latest decision had. */
    Map<Who, Integer> candidates() {
        return latestDecision()
                .path("candidates")
                .valueStream()
                .collect(toMap(
                        it -> shop.called(it.path("member").asString()),
                        it -> it.path("load").asInt()));
    }

    /** Who was no candidate of the latest decision, and why. */
    Map<Who, String> excluded() {
        return latestDecision()
                .path("excluded")
                .valueStream()
                .collect(toMap(
                        it -> shop.called(it.path("member").asString()),
                        it -> it.path("why").asString()));
    }

    public Chat isAnsweredBy(Who who) {
        api.post("/conversations/" + id + "/messages", Map.of("as", shop.id(who), "text", "您好,有的!"))
                .as(201);
        return this;
    }

    public Chat isReadBy(Who who) {
        api.put("/conversations/" + id + "/read", Map.of("as", shop.id(who))).as(204);
        return this;
    }

    public Chat isClosedBy(Who who) {
        api.post("/conversations/" + id + "/closure", Map.of("as", shop.id(who)))
                .as(204);
        return this;
    }

    /** Moved by the main account, whoever has it. */
    public Chat isReassignedTo(Who who) {
        api.post("/conversations/" + id + "/forwards", Map.of("as", shop.id(Who.M), "toMember", shop.id(who)))
                .as(201);
        return this;
    }

    public Chat isForwardedBy(Who sender, Who to) {
        api.post("/conversations/" + id + "/forwards", Map.of("as", shop.id(sender), "toMember", shop.id(to)))
                .as(201);
        return this;
    }

    List<String> texts() {
        return api.get("/conversations/%s/messages", id).as(200).items().stream()
                .filter(it -> it.path("from").asString().equals("BUYER"))
                .map(it -> it.path("text").asString())
                .toList();
    }

    private JsonNode look() {
        return api.get("/conversations/%s", id).as(200).body();
    }

    private static void soon(ThrowingRunnable assertion) {
        await().pollInterval(Duration.ofMillis(25)).atMost(PATIENCE).untilAsserted(assertion);
    }
}
