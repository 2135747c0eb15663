package dev.fenliu.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** P4: storing a buyer's message over HTTP with everything on, beside the same writes by bare JDBC. */
final class MessageFigure {
    static final int BUYERS = 400;
    private static final int WARM = 30_000;
    private static final Duration ROUND = Duration.ofSeconds(3);

    private final BusyShop shop;
    private final RawJdbc raw;
    private final Product product;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    MessageFigure(Product product) throws Exception {
        this.product = product;
        shop = BusyShop.open(new Api(product), 10);
        shop.everybody("ONLINE");
        shop.openChats(BUYERS);
        raw = new RawJdbc(product, BUYERS);
    }

    void measure(int rounds) throws Exception {
        try (var least = Least.start(product, BUYERS)) {
            measure(rounds, least);
        }
    }

    private void measure(int rounds, Least least) {
        Report.note("P4: %d messages to warm up".formatted(WARM));
        ours("warm", WARM, Duration.ofSeconds(90));
        raw.storeMessages(WARM, Duration.ofSeconds(15));
        least.storeMessages(WARM, Duration.ofSeconds(15));
        var ours = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        var small = new ArrayList<Double>();
        // The first round is not counted.
        for (var round = -1; round < rounds; round++) {
            var mine = ours(Integer.toString(round), Integer.MAX_VALUE, ROUND).perSecond();
            var raws = raw.storeMessages(Integer.MAX_VALUE, ROUND).perSecond();
            var leasts = least.storeMessages(Integer.MAX_VALUE, ROUND).perSecond();
            if (round >= 0) {
                ours.add(mine);
                bare.add(raws);
                small.add(leasts);
            }
        }
        Report.ratio("P4", "/s", ours, bare, ">= 0.30, aim 0.45");
        Report.ratio("P4-least", "/s", small, bare, "what the framework alone reaches");
    }

    private Load.Result ours(String name, int count, Duration limit) {
        return Load.closed(
                RawJdbc.CONNECTIONS,
                count,
                limit,
                worker -> number -> shop.api()
                        .write(
                                shop.id(),
                                run + "-" + name + "-" + number,
                                "buyer-" + ThreadLocalRandom.current().nextInt(BUYERS)));
    }
}
