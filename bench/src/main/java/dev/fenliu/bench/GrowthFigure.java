package dev.fenliu.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** P9: what is as fast at 100,000 conversations with a million messages as at 1,000. */
final class GrowthFigure {
    private static final int SMALL = 1_000;
    private static final int LARGE = 100_000;
    private static final int LINES = 10;
    private static final int PAGES = 200;
    private static final Duration ROUND = Duration.ofSeconds(3);

    private final Product product;
    private final BusyShop shop;
    private final RawJdbc raw;
    private final Desk desk;
    private int round;

    GrowthFigure(Product product) throws Exception {
        this.product = product;
        shop = BusyShop.open(new Api(product), 10);
        shop.everybody("ONLINE");
        shop.openChats(MessageFigure.BUYERS);
        raw = new RawJdbc(product, MessageFigure.BUYERS);
        var agent = shop.agents().getFirst();
        desk = Desk.signIn(Desk.browser(), product, agent.login(), BusyShop.PASSWORD);
    }

    /** Rates beside bare JDBC, and pages a second. */
    private record Speed(double messages, double chats, double desk, double thread) {}

    void measure(int rounds) throws Exception {
        grow(0, SMALL);
        speed(1);
        var small = speed(rounds);
        Report.note("P9: growing to %d conversations and %d messages".formatted(LARGE, LARGE * LINES));
        grow(SMALL, LARGE);
        speed(1);
        var large = speed(rounds);
        Report.line(
                "P9",
                "messages=%.2f chats=%.2f desk=%.2f thread=%.2f"
                        .formatted(
                                large.messages() / small.messages(),
                                large.chats() / small.chats(),
                                large.desk() / small.desk(),
                                large.thread() / small.thread()),
                ">= 0.8 each, aim 0.95");
    }

    private Speed speed(int rounds) {
        var messages = new ArrayList<Double>();
        var chats = new ArrayList<Double>();
        var desks = new ArrayList<Double>();
        var threads = new ArrayList<Double>();
        var conversation = shop.api()
                .get("/conversations?shop=%s&owner=%s&state=OPEN&limit=1"
                        .formatted(shop.id(), shop.agents().getFirst().id()))
                .get("items")
                .get(0)
                .get("id")
                .asString();
        for (var i = 0; i < rounds; i++) {
            round++;
            // Whoever came online by the API is gone after 90 s without a sign.
            shop.everybody("ONLINE");
            var bare = raw.storeMessages(Integer.MAX_VALUE, ROUND).perSecond();
            messages.add(written("known", MessageFigure.BUYERS).perSecond() / bare);
            chats.add(written("new-" + round, Integer.MAX_VALUE).perSecond() / bare);
            shop.awaitEmptyStaging();
            desks.add(pages("/webchat"));
            threads.add(pages("/webchat/conversations/" + conversation));
            tidy();
        }
        return new Speed(Report.median(messages), Report.median(chats), Report.median(desks), Report.median(threads));
    }

    // Every round begins with the same open conversations, all of them read.
    private void tidy() {
        try (var connection = product.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update webchat_conversation set read_count = buyer_count where shop_id = " + shop.id());
            statement.executeUpdate("""
                    update webchat_conversation c join webchat_buyer b on b.id = c.buyer_id
                    set c.state = 'CLOSED', c.closed_at = c.updated_at
                    where c.shop_id = %s and b.external_id like 'new-%%'""".formatted(shop.id()));
            connection.commit();
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Load.Result written(String kind, int buyers) {
        return Load.closed(
                RawJdbc.CONNECTIONS,
                Integer.MAX_VALUE,
                ROUND,
                worker -> number -> shop.api()
                        .write(
                                shop.id(),
                                kind + "-" + round + "-" + number,
                                buyers == Integer.MAX_VALUE ? kind + "-" + number : "buyer-" + number % buyers));
    }

    private double pages(String path) {
        return Load.closed(2, PAGES, Duration.ofSeconds(20), worker -> number -> desk.page(path))
                .perSecond();
    }

    /** Closed conversations of long ago, with their buyers, lines and decisions. */
    private void grow(int from, int to) throws Exception {
        var agents = shop.agents().stream().map(BusyShop.Agent::id).toList();
        try (var connection = product.connect();
                var statement = connection.createStatement()) {
            long enterprise;
            try (var row = statement.executeQuery("select enterprise_id from account_shop where id = " + shop.id())) {
                row.next();
                enterprise = row.getLong(1);
            }
            var owner = "elt(1 + seq %% %d, %s)".formatted(agents.size(), String.join(", ", agents));
            for (var start = from + 1; start <= to; start += 10_000) {
                var seq = "seq_%d_to_%d".formatted(start, Math.min(to, start + 9_999));
                for (var insert : inserts(seq, Long.toString(enterprise), owner)) {
                    statement.executeUpdate(insert);
                }
                connection.commit();
            }
            connection.setAutoCommit(true);
            statement.execute("analyze table webchat_buyer, webchat_conversation, webchat_message, routing_decision");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<String> inserts(String seq, String enterprise, String owner) {
        var at = "utc_timestamp(6) - interval 40 day + interval seq * 20 second";
        return List.of(
                """
                insert into webchat_buyer (id, enterprise_id, shop_id, external_id, name, conversation_id, created_at)
                select seq, %s, %s, concat('old-', seq), concat('Old buyer ', seq), seq, %s from %s""".formatted(enterprise, shop.id(), at, seq),
                """
                insert into webchat_conversation (id, enterprise_id, shop_id, buyer_id, source, state, owner_id,
                    handler_id, opened_at, last_talked_at, updated_at, buyer_spoke_last, last_seq, buyer_count,
                    read_count, receipt_seq, preview, closed_at)
                select seq, %s, %s, seq, 'PRODUCT_PAGE', 'CLOSED', %s, %s, %s, %s, %s, false, %d, %d, %d, %d,
                    concat('An old line ', seq), %s from %s""".formatted(
                        enterprise, shop.id(), owner, owner, at, at, at, LINES, LINES / 2, LINES / 2, LINES, at, seq),
                """
                insert into webchat_message (id, enterprise_id, shop_id, buyer_id, conversation_id, seq, buyer_count,
                    sender, member_id, text, at)
                select c.seq * 100 + l.seq, %s, %s, c.seq, c.seq, l.seq, (l.seq + 1) div 2,
                    if(l.seq %% 2 = 1, 'BUYER', 'AGENT'), if(l.seq %% 2 = 1, null, %s),
                    concat('An old line ', c.seq, ', the how-many-th: ', l.seq), %s
                from %s c join seq_1_to_%d l""".formatted(
                        enterprise, shop.id(), owner.replace("seq", "c.seq"), at.replace("seq", "c.seq"), seq, LINES),
                """
                insert into routing_decision (id, enterprise_id, shop_id, conversation_id, at, cause, reason, member_id,
                    trace)
                select seq, %s, %s, seq, %s, 'MESSAGE', 'GROUP', %s, '{}' from %s""".formatted(enterprise, shop.id(), at, owner, seq));
    }
}
