package dev.fenliu.scenarios;

import static dev.fenliu.scenarios.Who.M;
import static dev.fenliu.scenarios.Who.N1;
import static dev.fenliu.scenarios.Who.P1;
import static dev.fenliu.scenarios.Who.P2;
import static dev.fenliu.scenarios.Who.Q1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Shop S of the scenarios, spoken to in sentences: distribution on, 售前 = {P1, P2} for PRODUCT_PAGE, 售後 = {Q1} for
 * ORDER_PAGE; N1 answers chats and is in no group; the main account's switch is off; nobody is there yet.
 */
public final class TheShop {
    public static final ZoneId ZONE = ZoneId.of("Asia/Taipei");

    private final Api api;
    private final String shop;
    private final Map<Who, String> ids = new EnumMap<>(Who.class);
    private final Set<Who> gone = EnumSet.noneOf(Who.class);
    private final String preSales;
    private final String afterSales;

    /** Sets up the shop, in an enterprise that has no other member than its main account. */
    TheShop(Api api, String shop, String mainAccount) {
        this.api = api;
        this.shop = shop;
        ids.put(M, mainAccount);
        Stream.of(P1, P2, Q1, N1).forEach(who -> ids.put(who, agent(who.login())));
        this.preSales = group("售前客服", "PRODUCT_PAGE", P1, P2);
        this.afterSales = group("售後客服", "ORDER_PAGE", Q1);
        distribution(Map.of("enabled", true));
    }

    private String agent(String login) {
        var grants = List.of(Map.of("shop", "*", "role", "聊聊客服"));
        return api.post("/members", Map.of("loginId", login, "name", login, "grants", grants))
                .as(201)
                .text("id");
    }

    private String group(String name, String source, Who... members) {
        return api.post(
                        "/shops/" + shop + "/groups",
                        Map.of("name", name, "sources", List.of(source), "members", ids(members)))
                .as(201)
                .text("id");
    }

    // settings

    void distribution(Map<String, ?> wish) {
        api.put("/shops/" + shop + "/distribution", wish).as(200);
    }

    public boolean distributes() {
        return api.get("/shops/%s/distribution", shop).body().path("enabled").asBoolean();
    }

    void includesTheMainAccount() {
        distribution(Map.of("includeMain", true));
    }

    public void switchesDistributionOff() {
        distribution(Map.of("enabled", false));
    }

    public void setsTheCapTo(int cap) {
        distribution(Map.of("cap", cap));
    }

    /** Nothing is assigned while it is 停用. */
    void isDisabled() {
        api.patch("/shops/" + shop, Map.of("status", "DISABLED")).as(200);
    }

    void isAuthorized() {
        api.patch("/shops/" + shop, Map.of("status", "AUTHORIZED")).as(200);
    }

    String shopId() {
        return shop;
    }

    String afterSalesGroup() {
        return afterSales;
    }

    void hasInPreSales(Who... members) {
        fill(preSales, members);
    }

    void hasInAfterSales(Who... members) {
        fill(afterSales, members);
    }

    void alsoHasInAfterSales(String source) {
        api.put("/shops/" + shop + "/groups/" + afterSales, Map.of("sources", List.of("ORDER_PAGE", source)))
                .as(200);
    }

    private void fill(String group, Who... members) {
        api.put("/shops/" + shop + "/groups/" + group, Map.of("members", ids(members)))
                .as(200);
    }

    public List<Who> preSales() {
        return members(preSales);
    }

    public List<Who> afterSales() {
        return members(afterSales);
    }

    private List<Who> members(String group) {
        return api.get("/shops/%s/groups", shop).items().stream()
                .filter(it -> it.path("id").asString().equals(group))
                .flatMap(it -> it.path("members").valueStream())
                .map(it -> called(it.asString()))
                .toList();
    }

    /** Another shop of the same enterprise, where these answer product chats; lets a new buyer write there. */
    Supplier<Chat> sister(String name, int cap, Who... members) {
        var other = api.post("/shops", Map.of("name", name, "region", "TW", "status", "AUTHORIZED"))
                .as(201)
                .text("id");
        api.post(
                        "/shops/" + other + "/groups",
                        Map.of("name", "售前客服", "sources", List.of("PRODUCT_PAGE"), "members", ids(members)))
                .as(201);
        api.put("/shops/" + other + "/distribution", Map.of("enabled", true, "cap", cap))
                .as(200);
        return () -> message(other, UUID.randomUUID().toString(), "PRODUCT_PAGE", "在嗎?");
    }

    private Chat message(String where, String buyer, String source, String text) {
        var message = Map.of(
                "externalId",
                UUID.randomUUID().toString(),
                "buyer",
                Map.of("externalId", buyer, "name", "買家"),
                "source",
                source,
                "text",
                text);
        var answer = api.post("/shops/" + where + "/messages", message).as(202);
        return new Chat(this, api, answer.text("conversation"));
    }

    // people

    public void online(Who... people) {
        present("ONLINE", people);
    }

    public void hidden(Who... people) {
        present("HIDDEN", people);
    }

    public void offline(Who... people) {
        present("OFFLINE", people);
    }

    private void present(String state, Who... people) {
        for (var who : people) {
            api.put("/members/" + id(who) + "/presence", Map.of("state", state)).as(200);
        }
    }

    public int load(Who who) {
        return api.get("/members/%s/presence", id(who)).number("load");
    }

    /** Lets so many new chats come to that person, who is there alone for it and gone afterwards. */
    public TheShop loads(Who who, int unread) {
        online(who);
        var chats = IntStream.range(0, unread)
                .mapToObj(number -> aBuyer().writesFrom(who == Q1 ? "ORDER_PAGE" : "PRODUCT_PAGE"))
                .toList();
        online(who); // so many take their time on a slow machine
        chats.forEach(chat -> chat.goesTo(who));
        offline(who);
        assertThat(load(who)).isEqualTo(unread);
        return this;
    }

    /** Lets so many buyers write, one after the other. */
    List<Chat> chats(int count) {
        return IntStream.range(0, count).mapToObj(_ -> aBuyer().writes()).toList();
    }

    public Buyer aBuyer() {
        return new Buyer(UUID.randomUUID().toString());
    }

    /** Somebody who buys here, always the same one. */
    public final class Buyer {
        private final String name;

        private Buyer(String name) {
            this.name = name;
        }

        public Chat writesFrom(String source) {
            return writesFrom(source, "在嗎?");
        }

        public Chat writesFrom(String source, String text) {
            return message(shop, name, source, text);
        }

        /** On the product page, where most chats begin. */
        public Chat writes() {
            return writesFrom("PRODUCT_PAGE");
        }
    }

    // the whole

    /** Everybody who may answer here, and always could. */
    List<String> everybody() {
        return ids.entrySet().stream()
                .filter(it -> !gone.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Decisions from now on may leave that person out. */
    public void expectsNothingOf(Who who) {
        gone.add(who);
    }

    /** Changes a member so that they may not answer any more. */
    void loses(Who who, Map<String, ?> change) {
        expectsNothingOf(who);
        api.patch("/members/" + id(who), change).as(200);
    }

    List<Chat> chatsOf(Who who) {
        return chats("owner=" + id(who));
    }

    List<Chat> waitingChats() {
        return chats("state=WAITING");
    }

    /** The oldest first. */
    private List<Chat> chats(String which) {
        var found = new ArrayList<Chat>();
        var cursor = "";
        do {
            var page = api.get("/conversations?limit=200&shop=" + shop + "&" + which + cursor)
                    .as(200);
            page.items()
                    .forEach(it -> found.add(new Chat(this, api, it.path("id").asString())));
            cursor = page.body().path("next").isNull() ? "" : "&cursor=" + page.text("next");
        } while (!cursor.isEmpty());
        return found.reversed();
    }

    int staged() {
        return api.get("/shops/%s/staging", shop).as(200).number("waiting");
    }

    /** All open conversations of one person, moved by the main account. */
    void reassignsAllOf(Who who, Who to) {
        api.post("/members/" + id(who) + "/reassignments", Map.of("as", id(M), "toMember", id(to)))
                .as(201);
    }

    public List<String> activity() {
        return api.get("/activity?limit=200").as(200).items().stream()
                .map(it -> it.path("action").asString())
                .toList();
    }

    /** Moves the clock; whoever is there by the API alone falls silent on the way. */
    public Instant later(Duration time) {
        return Instant.parse(
                api.post("/time", Map.of("advance", time.toString())).as(200).text("now"));
    }

    /** Nine in the morning of the next day, where the shop is. */
    public Instant nextMorning() {
        var now = later(Duration.ofSeconds(1));
        var nine = now.atZone(ZONE).toLocalDate().plusDays(1).atTime(9, 0).atZone(ZONE);
        return later(Duration.between(now, nine));
    }

    public Api api() {
        return api;
    }

    public String id() {
        return shop;
    }

    public String id(Who who) {
        return requireNonNull(ids.get(who));
    }

    public Who called(String id) {
        return ids.entrySet().stream()
                .filter(it -> it.getValue().equals(id))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private List<String> ids(Who... people) {
        return Stream.of(people).map(this::id).toList();
    }
}
