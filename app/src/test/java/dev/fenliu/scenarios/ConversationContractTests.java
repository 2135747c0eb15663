package dev.fenliu.scenarios;

import static dev.fenliu.scenarios.Who.M;
import static dev.fenliu.scenarios.Who.N1;
import static dev.fenliu.scenarios.Who.P1;
import static dev.fenliu.scenarios.Who.P2;
import static dev.fenliu.scenarios.Who.Q1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import dev.fenliu.app.FenliuTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What programs may rely on when they write, read, answer, forward and close: each field, status and code. */
@FenliuTest
@TestInstance(PER_CLASS)
class ConversationContractTests {
    private static final String NOBODY = "99999999999999999";

    @Autowired
    Shops shops;

    private TheShop shop;
    private TheShop foreign;
    private Api api;

    @BeforeAll
    void openTheShop() {
        shop = shops.open();
        foreign = shops.open();
        api = shop.api();
    }

    @BeforeEach
    void begin() {
        shop.online(P1);
        shop.offline(P2, Q1, N1, M);
    }

    @Test
    void theSameMessageAgainIsAnsweredTheSameAndChangesNothing() {
        var message = message("buyer-" + UUID.randomUUID(), "在嗎?");

        var first = write(message).as(202);
        message.put("text", "別的話");
        var again = write(message).as(200);

        assertThat(first.body().propertyNames()).containsExactlyInAnyOrder("message", "conversation");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(api.get("/conversations/%s/messages", first.text("conversation"))
                        .items())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "source,           MOON,  422, unknown-source, source",
        "source,           ,      422, required,       source",
        "text,             ' ',   422, required,       text",
        "text,             \u200b, 422, required,       text",
        "text,             \u0000, 422, required,       text",
        "text,             ,      422, required,       text",
        "buyer,            ,      422, required,       buyer",
        "externalId,       ' ',   422, required,       externalId",
        "card,             moon,  422, malformed,      card"
    })
    void aMessageThatMakesNoSenseIsRefusedByTheNameOfItsField(
            String field, String value, int status, String code, String named) {
        var message = message("buyer", "在嗎?");
        message.put(field, value);

        var refusal = write(message).as(status);

        assertThat(refusal.text("code")).isEqualTo(code);
        assertThat(refusal.text("field")).isEqualTo(named);
        assertThat(refusal.text("detail")).isNotEmpty();
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThat(write(message("buyer", "長".repeat(5_001))).as(422).text("code"))
                .isEqualTo("too-long");
        assertThat(write(message("b".repeat(129), "在嗎?")).as(422).text("field")).isEqualTo("buyer.externalId");
    }

    @Test
    void aShopThatIsNotHereIsUnknownAndOneThatIsOffRefusesBuyers() {
        for (var where : List.of(NOBODY, foreign.id(), "沒有這個賣場")) {
            var refusal = api.post("/shops/" + Api.path("%s", where) + "/messages", message("buyer", "在嗎?"));
            assertThat(refusal.as(404).text("code")).isEqualTo("unknown-shop");
        }
        shop.isDisabled();
        try {
            assertThat(write(message("buyer", "在嗎?")).as(409).text("code")).isEqualTo("shop-disabled");
        } finally {
            shop.isAuthorized();
        }
    }

    @Test
    void aConversationHasItsFields() {
        var received = write(message("field-buyer", "在嗎?")).as(202);
        var chat = chat(received).goesTo(P1);

        var body = api.get("/conversations/%s", chat.id()).as(200).body();

        assertThat(body.propertyNames())
                .contains(
                        "id",
                        "shop",
                        "buyer",
                        "source",
                        "state",
                        "held",
                        "owner",
                        "unread",
                        "forwardedBy",
                        "openedAt",
                        "lastMessageAt");
        assertThat(body.path("id").asString()).isEqualTo(chat.id());
        assertThat(body.path("shop").asString()).isEqualTo(shop.id());
        assertThat(body.path("buyer").path("externalId").asString()).isEqualTo("field-buyer");
        assertThat(body.path("source").asString()).isEqualTo("PRODUCT_PAGE");
        assertThat(body.path("state").asString()).isEqualTo("OPEN");
        assertThat(body.path("held").asBoolean()).isFalse();
        assertThat(body.path("unread").asInt()).isEqualTo(1);
        assertThat(body.path("forwardedBy").isNull()).isTrue();
        assertThat(Instant.parse(body.path("openedAt").asString()))
                .isEqualTo(Instant.parse(body.path("lastMessageAt").asString()));
    }

    @Test
    void aCardSaysMoreThanOther() {
        var message = message("card-buyer", "這個");
        message.put("source", "OTHER");
        message.put("card", Map.of("type", "ORDER", "ref", "A-1", "title", "訂單 A-1"));

        assertThat(api.get("/conversations/%s", write(message).as(202).text("conversation"))
                        .text("source"))
                .isEqualTo("ORDER_PAGE");
    }

    @Test
    void listsAreNarrowedAndGoOn() {
        var other = shops.open();
        other.online(P2);
        var chats = other.chats(3);
        chats.forEach(chat -> chat.goesTo(P2));
        other.offline(P2);
        other.aBuyer().writes().isStaged("NOBODY_ONLINE");
        var lists = other.api();

        assertThat(lists.get("/conversations?shop=%s", other.id()).items()).hasSize(4);
        assertThat(lists.get("/conversations?owner=p2").items()).hasSize(3);
        assertThat(lists.get("/conversations?owner=%s&state=OPEN", other.id(P2)).items())
                .hasSize(3);
        assertThat(lists.get("/conversations?state=WAITING").items()).hasSize(1);
        var page = lists.get("/conversations?limit=3").as(200);
        assertThat(page.items()).hasSize(3);
        assertThat(lists.get("/conversations?limit=3&cursor=%s", page.text("next"))
                        .items())
                .hasSize(1);
        assertThat(lists.get("/conversations?state=LOST").as(422).text("field")).isEqualTo("state");
        assertThat(lists.get("/conversations?limit=0").as(422).text("field")).isEqualTo("limit");
        assertThat(lists.get("/conversations?owner=nobody").as(404).text("code"))
                .isEqualTo("unknown-member");
    }

    @Test
    void linesComeInOrderWithWhoSaidThemAndWhenTheyWereRead() {
        var chat = chat(write(message("lines-buyer", "一")).as(202)).goesTo(P1);
        var second = write(message("lines-buyer", "二")).as(202).text("message");
        chat.isAnsweredBy(P1);

        var lines = api.get("/conversations/%s/messages", chat.id()).as(200).items();

        assertThat(lines).extracting(line -> line.path("from").asString()).containsExactly("BUYER", "BUYER", "AGENT");
        assertThat(lines).allMatch(line -> line.has("id") && line.has("text") && line.has("at"));
        assertThat(lines.getFirst().has("member")).isFalse();
        assertThat(lines.getFirst().has("readAt")).isTrue();
        assertThat(lines.getLast().path("member").asString()).isEqualTo(shop.id(P1));
        assertThat(api.get("/conversations/%s/messages?after=%s", chat.id(), second)
                        .items())
                .hasSize(1);
        assertThat(api.get("/conversations/%s/messages?after=%s", chat.id(), NOBODY)
                        .as(404)
                        .text("code"))
                .isEqualTo("unknown-message");
    }

    @Test
    void whoAnswersIsNamedAndOwnsIt() {
        var chat = shop.aBuyer().writes().goesTo(P1);

        var line = act("POST", chat, "messages", Map.of("as", shop.id(P1), "text", "您好"))
                .as(201);
        assertThat(line.text("from")).isEqualTo("AGENT");
        assertThat(line.text("member")).isEqualTo(shop.id(P1));
        refused(act("POST", chat, "messages", Map.of("text", "您好")), 422, "required", "as");
        refused(act("POST", chat, "messages", Map.of("as", "nobody", "text", "您好")), 404, "unknown-member", "as");
        refused(act("POST", chat, "messages", Map.of("as", shop.id(P2), "text", "您好")), 409, "not-owner", "");
        refused(act("POST", chat, "messages", Map.of("as", shop.id(P1), "text", "")), 422, "required", "text");
        chat.isClosedBy(P1);
        refused(act("POST", chat, "messages", Map.of("as", shop.id(P1), "text", "您好")), 409, "conversation-closed", "");
    }

    @Test
    void readingUpToAMessageLeavesTheLaterOnesUnread() {
        var first = write(message("reading-buyer", "一")).as(202);
        var chat = chat(first).goesTo(P1);
        write(message("reading-buyer", "二")).as(202);
        assertThat(chat.unread()).isEqualTo(2);

        act("PUT", chat, "read", Map.of("as", shop.id(P1), "upTo", first.text("message")))
                .as(204);
        assertThat(chat.unread()).isEqualTo(1);
        act("PUT", chat, "read", Map.of("as", shop.id(P1))).as(204);
        assertThat(chat.unread()).isZero();
        refused(act("PUT", chat, "read", Map.of("as", shop.id(P2))), 409, "not-owner", "");
        refused(act("PUT", chat, "read", Map.of("as", shop.id(P1), "upTo", NOBODY)), 404, "unknown-message", "upTo");
        refused(act("PUT", chat, "read", Map.of("as", shop.id(P1), "upTo", "x")), 404, "unknown-message", "upTo");
    }

    @Test
    void closingOverAMessageThatWasNotSeenIsRefused() {
        var first = write(message("closing-buyer", "一")).as(202);
        var chat = chat(first).goesTo(P1);
        var second = write(message("closing-buyer", "二")).as(202);

        refused(
                act("POST", chat, "closure", Map.of("as", shop.id(P1), "upTo", first.text("message"))),
                409,
                "new-message",
                "");
        refused(act("POST", chat, "closure", Map.of("as", shop.id(P2))), 409, "not-owner", "");
        assertThat(chat.state()).isEqualTo("OPEN");
        act("POST", chat, "closure", Map.of("as", shop.id(P1), "upTo", second.text("message")))
                .as(204);
        assertThat(chat.state()).isEqualTo("CLOSED");
        refused(act("POST", chat, "closure", Map.of("as", shop.id(P1))), 409, "conversation-closed", "");
    }

    @Test
    void forwardingNamesOneTargetWhoIsThere() {
        var chat = shop.aBuyer().writes().goesTo(P1);

        refused(act("POST", chat, "forwards", Map.of("as", shop.id(P1))), 422, "target-unclear", "toMember");
        refused(
                act(
                        "POST",
                        chat,
                        "forwards",
                        Map.of("as", shop.id(P1), "toMember", shop.id(P2), "toGroup", shop.afterSalesGroup())),
                422,
                "target-unclear",
                "toMember");
        refused(chat.forwarding(P1, P2), 409, "target-not-online", "toMember");
        refused(chat.forwarding(P1, shop.afterSalesGroup(), ""), 409, "target-not-online", "toGroup");
        refused(chat.forwarding(P1, P1), 409, "target-not-online", "toMember");
        refused(chat.forwarding(P1, NOBODY, ""), 404, "unknown-target", "toGroup");
        refused(chat.forwarding(P1, foreign.afterSalesGroup(), ""), 404, "unknown-target", "toGroup");
        shop.online(P2);
        refused(chat.forwarding(N1, P2), 409, "not-owner", "");
        refused(
                act("POST", chat, "forwards", Map.of("as", shop.id(P1), "toMember", foreign.id(P2))),
                404,
                "unknown-member",
                "toMember");
        refused(chat.forwarding(P1, shop.afterSalesGroup(), "長".repeat(501)), 422, "too-long", "note");
        assertThat(chat.owner()).isEqualTo(P1);

        assertThat(chat.forwarding(P1, P2).as(201).text("owner")).isEqualTo(shop.id(P2));
        refused(chat.forwarding(P1, P2), 409, "not-owner", "");
        chat.because("FORWARDED_TO_MEMBER").setOffBy("FORWARDED");
        // Whoever may reassign need not own it.
        chat.forwarding(M, P1).as(201);
        chat.because("FORWARDED_TO_MEMBER").setOffBy("REASSIGNED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT   | /members/{P1}/presence    | {\"state\":1}",
                "PATCH | /members/{P1}             | {\"status\":1}",
                "PATCH | /shops/{S}                | {\"status\":1}",
                "POST  | /roles                    | {\"name\":\"r\",\"permissions\":[1]}",
                "PUT   | /shops/{S}/distribution   | {\"tieBreak\":1}",
                "PUT   | /shops/{S}/distribution   | {\"cap\":1.5}",
                "PUT   | /shops/{S}/distribution   | {\"includeMain\":1}"
            })
    void aNumberIsNoWord(String method, String path, String body) {
        var named = path.replace("{P1}", shop.id(P1)).replace("{S}", shop.shopId());

        var answer = api.send(method, named, body);

        assertThat(answer.status()).as(answer.body().toString()).isBetween(400, 422);
        assertThat(answer.text("field")).startsWith(body.replaceAll(".*\"(\\w+)\":\\[?[\\d.]+.*", "$1"));
    }

    @Test
    void programsReadTheLanguageThatTheyAskFor() {
        var chat = shop.aBuyer().writes().goesTo(P1);
        var path = "/conversations/" + chat.id() + "/decisions";

        assertThat(api.in("en-GB,en;q=0.9")
                        .get(path)
                        .items()
                        .getFirst()
                        .path("sentence")
                        .asString())
                .contains("chat went to");
        assertThat(api.in("fr").get(path).items().getFirst().path("sentence").asString())
                .contains("的聊聊分配給");
    }

    @Test
    void whatWaitsAndWhatIsInAShopThatIsOffCanBeReassigned() {
        shop.offline(P1);
        var waiting = shop.aBuyer().writes().isStaged("NOBODY_ONLINE");
        shop.isDisabled();
        try {
            shop.online(Q1);
            waiting.forwarding(M, Q1).as(201);
        } finally {
            shop.isAuthorized();
        }
        waiting.goesTo(Q1).setOffBy("REASSIGNED");
        assertThat(shop.staged()).isZero();
    }

    @Test
    void everythingOfSomebodyIsReassignedAtOnce() {
        var own = shops.open();
        own.online(P1);
        var chats = own.chats(3);
        chats.forEach(chat -> chat.goesTo(P1));
        own.online(N1);
        var path = "/members/" + own.id(P1) + "/reassignments";

        refused(own.api().post(path, Map.of("as", own.id(N1), "toMember", own.id(N1))), 403, "not-allowed", "");
        refused(
                own.api().post(path, Map.of("as", own.id(M), "toMember", own.id(P2))),
                409,
                "target-not-online",
                "toMember");
        assertThat(own.chatsOf(P1)).hasSize(3);
        var moved = own.api().post(path, Map.of("as", own.id(M), "toMember", own.id(N1), "note", "下班了"));

        assertThat(moved.as(201).number("conversations")).isEqualTo(3);
        assertThat(own.chatsOf(P1)).isEmpty();
        chats.forEach(chat -> chat.goesTo(N1).setOffBy("REASSIGNED"));
        assertThat(chats.getFirst().forwardedBy()).isEqualTo(M);
        refused(
                own.api()
                        .post("/members/" + NOBODY + "/reassignments", Map.of("as", own.id(M), "toMember", own.id(N1))),
                404,
                "unknown-member",
                "");
    }

    @Test
    void whatTheTargetMayNotAnswerStaysAndIsCounted() {
        var own = shops.open();
        var sister = own.sister("姊妹店", 50, P1);
        own.online(P1);
        var here = own.chats(2);
        here.forEach(chat -> chat.goesTo(P1));
        var there = sister.get().goesTo(P1);
        own.online(P2);
        own.loses(P2, Map.of("grants", List.of(Map.of("shop", own.id(), "role", "聊聊客服"))));
        var path = "/members/" + own.id(P1) + "/reassignments";

        var moved = own.api().post(path, Map.of("as", own.id(M), "toMember", own.id(P2)));

        assertThat(moved.as(201).number("conversations")).isEqualTo(2);
        assertThat(moved.number("left")).isEqualTo(1);
        here.forEach(chat -> chat.goesTo(P2));
        assertThat(there.owner()).isEqualTo(P1);
        refused(
                own.api().post(path, Map.of("as", own.id(M), "toMember", own.id(P2))),
                409,
                "target-not-online",
                "toMember");
        assertThat(there.owner()).isEqualTo(P1);
    }

    @Test
    void decisionsAndFiguresComeInPages() {
        var own = shops.open();
        own.online(P1);
        var chat = own.aBuyer().writes().goesTo(P1);
        own.online(P2);
        chat.forwarding(P1, P2).as(201);
        chat.forwarding(P2, P1).as(201);
        var decisions = "/conversations/" + chat.id() + "/decisions";
        var all = own.api().get(decisions).as(200);
        assertThat(all.items()).hasSize(3);
        assertThat(all.body().path("next").isNull()).isTrue();

        var first = own.api().get(decisions + "?limit=2").as(200);
        var second = own.api()
                .get(decisions + "?limit=2&cursor=" + first.text("next"))
                .as(200);

        assertThat(Stream.concat(first.items().stream(), second.items().stream()))
                .containsExactlyElementsOf(all.items());
        assertThat(second.body().path("next").isNull()).isTrue();
        assertThat(own.api().get(decisions + "?cursor=x").as(422).text("field")).isEqualTo("cursor");
        var people = own.api().get("/performance/agents?limit=1").as(200);
        var rest = own.api().get("/performance/agents?cursor=" + people.text("next"));
        assertThat(people.items().size() + rest.as(200).items().size())
                .isEqualTo(own.api().get("/performance/agents").items().size());
        assertThat(own.api().get("/shops/%s/groups?limit=1", own.id()).as(200).items())
                .hasSize(1);
        assertThat(own.api().get("/performance/shops?limit=0").as(422).text("field"))
                .isEqualTo("limit");
    }

    @Test
    void aDecisionHasItsFieldsAndTheNewestComesFirst() {
        var chat = shop.aBuyer().writes().goesTo(P1);
        shop.online(P2);
        chat.forwarding(P1, P2).as(201);

        var decisions =
                api.get("/conversations/%s/decisions", chat.id()).as(200).items();

        assertThat(decisions).extracting(it -> it.path("trigger").asString()).containsExactly("FORWARDED", "MESSAGE");
        var first = decisions.getLast();
        assertThat(first.propertyNames()).contains("at", "trigger", "reason", "assigned", "candidates", "excluded");
        var candidate = first.path("candidates").get(0);
        assertThat(candidate.propertyNames()).contains("member", "load", "createdAt", "group");
        assertThat(first.path("excluded").get(0).propertyNames()).contains("member", "why");
        assertThat(first.path("assigned").asString()).isEqualTo(shop.id(P1));
        assertThat(Instant.parse(candidate.path("createdAt").asString()))
                .isBefore(Instant.parse(first.path("at").asString()));
    }

    @Test
    void nothingOfAnotherEnterpriseIsThere() {
        foreign.online(P1);
        var chat = foreign.aBuyer().writes().goesTo(P1);
        foreign.offline(P1);
        var as = Map.of("as", shop.id(P1), "toMember", shop.id(P2), "text", "x");

        for (var id : List.of(chat.id(), NOBODY)) {
            for (var path : List.of("", "/messages", "/decisions")) {
                refused(api.get("/conversations/" + id + path), 404, "unknown-conversation", "");
            }
            for (var path : List.of("/messages", "/forwards", "/closure")) {
                refused(api.post("/conversations/" + id + path, as), 404, "unknown-conversation", "");
            }
            refused(api.put("/conversations/" + id + "/read", as), 404, "unknown-conversation", "");
        }
        refused(api.get("/members/%s/presence", foreign.id(P1)), 404, "unknown-member", "member");
        refused(api.get("/shops/%s/staging", foreign.id()), 404, "unknown-shop", "shop");
        api.get("/conversations/words").as(404);
    }

    private Map<String, Object> message(String buyer, String text) {
        var message = new HashMap<String, Object>();
        message.put("externalId", UUID.randomUUID().toString());
        message.put("buyer", Map.of("externalId", buyer, "name", "買家"));
        message.put("source", "PRODUCT_PAGE");
        message.put("text", text);
        return message;
    }

    private Api.Answer write(Map<String, Object> message) {
        return api.post("/shops/" + shop.id() + "/messages", message);
    }

    private Chat chat(Api.Answer received) {
        return new Chat(shop, api, received.text("conversation"));
    }

    private Api.Answer act(String method, Chat chat, String what, Map<String, ?> body) {
        var path = "/conversations/" + chat.id() + "/" + what;
        return method.equals("PUT") ? api.put(path, body) : api.post(path, body);
    }

    /** An empty field means that it does not matter which is named. */
    private static void refused(Api.Answer answer, int status, String code, String field) {
        JsonNode problem = answer.as(status).body();
        assertThat(problem.path("code").asString()).as(problem.toString()).isEqualTo(code);
        if (!field.isEmpty()) assertThat(problem.path("field").asString()).isEqualTo(field);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString()).isNotEmpty();
        assertThat(problem.path("title").asString()).isNotEmpty();
        assertThat(problem.path("detail").asString()).isNotEmpty();
    }
}
