package dev.fenliu.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** P5a and P5b: new chats by the thousand, until the last one has its agent, beside a locking pick by bare JDBC. */
final class BurstFigure {
    private static final int CHATS = 5_000;
    private static final int AGENTS = 10;
    private static final int CLIENTS = 16;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Product product;
    private final Api api;
    private final RawJdbc raw;

    BurstFigure(Product product) throws Exception {
        this.product = product;
        this.api = new Api(product);
        this.raw = new RawJdbc(product, 100);
    }

    void measure(int rounds) {
        var bursts = new ArrayList<Double>();
        var drains = new ArrayList<Double>();
        var picks = new ArrayList<Double>();
        round(bursts, drains, picks);
        List.of(bursts, drains, picks).forEach(List::clear);
        for (var round = 0; round < rounds; round++) {
            Report.note("P5: round %d of %d".formatted(round + 1, rounds));
            round(bursts, drains, picks);
        }
        Report.ratio("P5a", "/s", bursts, picks, ">= 0.9, aim 1.3");
        Report.ratio("P5b", "/s", drains, picks, ">= 4, aim 8");
    }

    private void round(List<Double> bursts, List<Double> drains, List<Double> picks) {
        bursts.add(burst());
        picks.add(raw.pickAgents(Integer.MAX_VALUE, Duration.ofSeconds(3)).perSecond());
        drains.add(drain());
    }

    /** Chats a second from the first arrival to the last assignment. */
    private double burst() {
        var shop = BusyShop.open(api, AGENTS);
        shop.everybody("ONLINE");
        var start = System.nanoTime();
        arrive(shop);
        shop.awaitEmptyStaging();
        var nanos = System.nanoTime() - start;
        leave(shop);
        return CHATS * 1e9 / nanos;
    }

    /** Chats a second from the first agent's coming to the last assignment, all being staged before. */
    private double drain() {
        var shop = BusyShop.open(api, AGENTS);
        arrive(shop);
        var start = System.nanoTime();
        shop.everybody("ONLINE");
        shop.awaitEmptyStaging();
        var nanos = System.nanoTime() - start;
        leave(shop);
        return CHATS * 1e9 / nanos;
    }

    private static void arrive(BusyShop shop) {
        Load.closed(
                CLIENTS, CHATS, LIMIT, worker -> number -> shop.api().write(shop.id(), "m-" + number, "b-" + number));
    }

    // The enterprise must not have more to count with every round.
    private void leave(BusyShop shop) {
        shop.everybody("OFFLINE");
        try (var connection = product.connect();
                var update = connection.prepareStatement("""
                        update webchat_conversation set state = 'CLOSED', read_count = buyer_count, closed_at = updated_at
                        where shop_id = ?""")) {
            update.setLong(1, Long.parseUnsignedLong(shop.id()));
            update.executeUpdate();
            connection.commit();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
