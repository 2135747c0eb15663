package dev.fenliu.scenarios;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /** What the latest decision was, in the words of the decision log; and all of it can be followed (scenario 20). */
    public Chat because(String reason) {
        assertThat(latestDecision().path("reason").asString()).isEqualTo(reason);
        return isExplained();
    }

    /** Every decision weighs everybody: whoever was no candidate was left out for a reason. */
    public Chat isExplained() {
        for (var decision : decisions()) {
            assertThat(decision.path("trigger").asString()).isNotEmpty();
            assertThat(decision.path("reason").asString()).isNotEmpty();
            var weighed = members(decision, "candidates");
            var assigned = decision.path("assigned");
            assertThat(assigned.isNull() ? List.of() : List.of(assigned.asString()))
                    .isSubsetOf(weighed);
            assertThat(decision.path("candidates").valueStream())
                    .allMatch(it ->
                            it.path("load").isInt() && it.path("createdAt").isString());
            assertThat(decision.path("excluded").valueStream())
                    .allMatch(it -> !it.path("why").asString().isEmpty());
            assertThat(Stream.concat(weighed.stream(), members(decision, "excluded").stream()))
                    .doesNotHaveDuplicates()
                    .containsAll(shop.everybody());
        }
        return this;
    }

    private static List<String> members(JsonNode decision, String which) {
        return decision.path(which)
                .valueStream()
                .map(it -> it.path("member").asString())
                .toList();
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

    public boolean isHeld() {
        return look().path("held").asBoolean();
    }

    public Instant openedAt() {
        return Instant.parse(look().path("openedAt").asString());
    }

    public Instant lastMessageAt() {
        return Instant.parse(look().path("lastMessageAt").asString());
    }

    public @Nullable Who forwardedBy() {
        var by = look().path("forwardedBy");
        return by.isNull() ? null : shop.called(by.asString());
    }

    /** When the latest decision was taken. */
    public Instant decidedAt() {
        return Instant.parse(latestDecision().path("at").asString());
    }

    /** Asks for it to be sent to a person, and answers what came of that. */
    Api.Answer forwarding(Who by, Who to) {
        return api.post("/conversations/" + id + "/forwards", Map.of("as", shop.id(by), "toMember", shop.id(to)));
    }

    /** The same to a group, with a note. */
    Api.Answer forwarding(Who by, String group, String note) {
        return api.post(
                "/conversations/" + id + "/forwards", Map.of("as", shop.id(by), "toGroup", group, "note", note));
    }

    /** What was said, whoever said it. */
    List<JsonNode> lines() {
        return api.get("/conversations/%s/messages", id).as(200).items();
    }

    public Chat ends(String state) {
        soon(() -> assertThat(state()).isEqualTo(state));
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
        return lines().stream()
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
