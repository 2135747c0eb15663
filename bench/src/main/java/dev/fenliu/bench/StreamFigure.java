package dev.fenliu.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * P5c, P6, P7 and P10: how long a message takes from the buyer to the agent's open desk, beside ten streams and beside a
 * thousand, and what memory that takes.
 */
final class StreamFigure {
    private static final int WORKING = 10;
    private static final int STREAMS = 1_000;
    private static final int PER_DESK = 8;
    private static final int PER_SECOND = 100;
    private static final Duration WARM = Duration.ofSeconds(20);
    private static final Duration RUN = Duration.ofSeconds(20);

    private final Product product;
    private final Api api;
    private final HttpClient http = Desk.browser();
    private final List<Consumer<String>> readers = new CopyOnWriteArrayList<>();

    StreamFigure(Product product) {
        this.product = product;
        this.api = new Api(product);
    }

    void measure() throws IOException, InterruptedException {
        var shop = BusyShop.open(api, WORKING);
        for (var agent : shop.agents()) {
            open(agent, 1, line -> readers.forEach(reader -> reader.accept(line)));
        }
        shop.openChats(WORKING * 20);
        run(shop, WARM, false);
        run(shop, WARM, true);
        var among10 = run(shop, RUN, false);
        var assigned = run(shop, RUN, true);
        Report.line("P5c", times(assigned), "p50 <= 15 ms, p99 <= 60 ms; aim 6 and 15");

        var idle = BusyShop.open(api, (STREAMS - WORKING + PER_DESK - 1) / PER_DESK);
        for (var agent : idle.agents()) {
            open(agent, PER_DESK, line -> {});
        }
        Report.note("P6: %d streams are open".formatted(WORKING + idle.agents().size() * PER_DESK));
        run(shop, WARM, false);
        var among1000 = run(shop, RUN, false);
        Report.line("P6", times(among1000), "p50 <= 15 ms, p99 <= 60 ms; aim 6 and 20");
        Report.line(
                "P7",
                "at 10 streams p50=%.1f ms, at 1000 p50=%.1f ms, ratio=%.2f"
                        .formatted(
                                among10.percentileMillis(0.5),
                                among1000.percentileMillis(0.5),
                                among1000.percentileMillis(0.5) / among10.percentileMillis(0.5)),
                "<= 1.5, aim 1.2");
        Report.line("P10", "resident=%d MB in the run of P6".formatted(product.residentMegabytes()), "<= 512, aim 430");
        http.shutdownNow();
    }

    private void open(BusyShop.Agent agent, int streams, Consumer<String> reader) {
        var desk = Desk.signIn(http, product, agent.login(), BusyShop.PASSWORD);
        var opening = new CompletableFuture<?>[streams];
        for (var stream = 0; stream < streams; stream++) {
            opening[stream] = desk.follow(reader);
        }
        CompletableFuture.allOf(opening).orTimeout(30, TimeUnit.SECONDS).join();
    }

    private Load.Result run(BusyShop shop, Duration time, boolean newBuyers) throws InterruptedException {
        var run = UUID.randomUUID().toString().substring(0, 8);
        var arrivals = new Arrivals(Math.toIntExact(time.toSeconds() * PER_SECOND));
        readers.add(arrivals::read);
        Load.paced(PER_SECOND, time, number -> {
            var buyer = newBuyers
                    ? run + "-" + number
                    : "buyer-" + ThreadLocalRandom.current().nextInt(WORKING * 20);
            shop.api().write(shop.id(), arrivals.leaving(number) + run, buyer);
        });
        TimeUnit.SECONDS.sleep(1);
        readers.clear();
        return arrivals.waits();
    }

    private static String times(Load.Result waits) {
        return "p50=%.1f ms p99=%.1f ms shown=%d"
                .formatted(waits.percentileMillis(0.5), waits.percentileMillis(0.99), waits.done());
    }
}
