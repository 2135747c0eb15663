package dev.fenliu.bench;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A shop of its own with agents of its own, made through the API. */
record BusyShop(Api api, String id, List<Agent> agents) {
    static final String PASSWORD = "bench-password-7431";
    private static final Duration ASKS_EVERY = Duration.ofMillis(10);

    record Agent(String id, String login) {}

    /** Distribution is on, with all agents in one group for product pages. */
    static BusyShop open(Api api, int agents) {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var shop = api.post("/shops", """
                {"name":"%s","region":"TW","status":"AUTHORIZED"}""".formatted(mark)).get("id").asString();
        var members = IntStream.range(0, agents)
                .parallel()
                .mapToObj(number -> {
                    var member = api.post("/members", """
                            {"loginId":"%s-%d","name":"%s %d","password":"%s",\
                            "grants":[{"shop":"%s","role":"聊聊客服"}]}""".formatted(mark, number, mark, number, PASSWORD, shop));
                    return new Agent(
                            member.get("id").asString(), member.get("login").asString());
                })
                .toList();
        var ids = members.stream().map(agent -> "\"" + agent.id() + "\"").collect(Collectors.joining(","));
        api.post("/shops/%s/groups".formatted(shop), """
                {"name":"售前客服","sources":["PRODUCT_PAGE"],"members":[%s]}""".formatted(ids));
        api.put("/shops/%s/distribution".formatted(shop), """
                {"enabled":true,"includeMain":false,"cap":1000,"tieBreak":"OLDEST_ACCOUNT"}""");
        return new BusyShop(api, shop, members);
    }

    void everybody(String state) {
        agents.parallelStream()
                .forEach(agent -> api.put("/members/%s/presence".formatted(agent.id()), """
                        {"state":"%s"}""".formatted(state)));
    }

    /** So many buyers, each with an open conversation that an agent owns. */
    void openChats(int buyers) {
        Load.closed(
                8,
                buyers,
                Duration.ofMinutes(2),
                worker -> number -> api.write(id, "first-" + number, "buyer-" + number));
        awaitEmptyStaging();
    }

    /** Asks now and then: whoever asks all the time takes half the machine from what is measured. */
    void awaitEmptyStaging() {
        while (waiting() > 0) {
            LockSupport.parkNanos(ASKS_EVERY.toNanos());
        }
    }

    private int waiting() {
        return api.get("/shops/%s/staging".formatted(id)).get("waiting").asInt();
    }
}
