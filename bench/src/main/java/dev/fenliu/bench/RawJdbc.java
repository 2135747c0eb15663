package dev.fenliu.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The same writes on tables of the same form, by bare JDBC over eight connections: what no program on this database can be
 * faster than.
 */
final class RawJdbc {
    static final int CONNECTIONS = 8;
    private static final String MESSAGE = """
            insert into raw_message (id, enterprise_id, shop_id, buyer_id, conversation_id, seq, buyer_count, sender,
                text, external_id, at) values (?, 1, 1, ?, ?, ?, ?, 'BUYER', ?, ?, ?)""";

    private final Product product;
    private final AtomicLong ids = new AtomicLong(1_000_000);
    private final int buyers;

    RawJdbc(Product product, int buyers) throws Exception {
        this.product = product;
        this.buyers = buyers;
        try (var connection = product.connect();
                var statement = connection.createStatement()) {
            for (var table : new String[] {"message", "conversation", "buyer"}) {
                statement.execute("drop table if exists raw_" + table);
                statement.execute("create table raw_%s like webchat_%s".formatted(table, table));
            }
            statement.execute("drop table if exists raw_agent");
            statement.execute("create table raw_agent (id bigint primary key, unread int not null, key (unread, id))");
            statement.execute("insert into raw_agent select seq, 0 from seq_1_to_10");
            statement.execute("""
                    insert into raw_buyer (id, enterprise_id, shop_id, external_id, name, conversation_id, created_at)
                    select seq, 1, 1, seq, seq, seq, utc_timestamp(6) from seq_1_to_%d""".formatted(buyers));
            for (var buyer = 1; buyer <= buyers; buyer++) {
                open(connection, buyer, buyer);
            }
            connection.commit();
        }
    }

    private static void open(Connection connection, long id, long buyer) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into raw_conversation (id, enterprise_id, shop_id, buyer_id, source, state, owner_id, opened_at,
                    last_talked_at, updated_at, buyer_spoke_last, last_seq, buyer_count, read_count, receipt_seq, preview)
                values (?, 1, 1, ?, 'PRODUCT_PAGE', 'OPEN', ?, ?, ?, ?, true, 1, 1, 0, 0, 'Is this still to be had?')
                """)) {
            var now = Timestamp.from(Instant.now());
            insert.setLong(1, id);
            insert.setLong(2, buyer);
            insert.setLong(3, 1 + id % 10);
            insert.setTimestamp(4, now);
            insert.setTimestamp(5, now);
            insert.setTimestamp(6, now);
            insert.executeUpdate();
        }
    }

    /** Stores messages in open conversations: one insert and two updates, one commit. */
    Load.Result storeMessages(int count, Duration limit) {
        return Load.closed(CONNECTIONS, count, limit, worker -> new Writer(Writer::store));
    }

    /** Starts chats and gives each to whoever has the least unread, by a locking pick: four statements, one commit. */
    Load.Result pickAgents(int count, Duration limit) {
        return Load.closed(CONNECTIONS, count, limit, worker -> new Writer(Writer::startAndPick));
    }

    private interface Work {
        void with(Writer writer) throws SQLException;
    }

    /** One connection and what it has prepared. */
    private final class Writer implements Load.Task {
        private final Work work;
        private final Connection connection;
        private final PreparedStatement message;
        private final PreparedStatement conversation;
        private final PreparedStatement buyer;
        private final PreparedStatement pick;
        private final PreparedStatement burden;

        Writer(Work work) {
            this.work = work;
            try {
                connection = product.connect();
                message = connection.prepareStatement(MESSAGE);
                conversation = connection.prepareStatement("""
                        update raw_conversation set last_talked_at = ?, updated_at = ?, buyer_spoke_last = true,
                            last_seq = last_seq + 1, buyer_count = buyer_count + 1, preview = ? where id = ?""");
                buyer = connection.prepareStatement("update raw_buyer set name = ? where id = ?");
                pick = connection.prepareStatement("select id from raw_agent order by unread, id limit 1 for update");
                burden = connection.prepareStatement("update raw_agent set unread = unread + 1 where id = ?");
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void run(int number) throws SQLException {
            work.with(this);
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }

        void store() throws SQLException {
            var who = 1 + ThreadLocalRandom.current().nextInt(buyers);
            var id = ids.incrementAndGet();
            var now = Timestamp.from(Instant.now());
            buyer.setString(1, "buyer " + id);
            buyer.setLong(2, who);
            buyer.executeUpdate();
            conversation.setTimestamp(1, now);
            conversation.setTimestamp(2, now);
            conversation.setString(3, "Is this still to be had? " + id);
            conversation.setLong(4, who);
            conversation.executeUpdate();
            insertMessage(id, who, now);
            connection.commit();
        }

        void startAndPick() throws SQLException {
            var id = ids.incrementAndGet();
            var now = Timestamp.from(Instant.now());
            try (var row = pick.executeQuery()) {
                row.next();
                burden.setLong(1, row.getLong(1));
            }
            burden.executeUpdate();
            open(connection, id, id);
            insertMessage(id, id, now);
            connection.commit();
        }

        private void insertMessage(long id, long conversation, Timestamp now) throws SQLException {
            message.setLong(1, id);
            message.setLong(2, conversation);
            message.setLong(3, conversation);
            message.setLong(4, id);
            message.setLong(5, 1);
            message.setString(6, "Is this still to be had, and in which colours? " + id);
            message.setString(7, Long.toString(id));
            message.setTimestamp(8, now);
            message.executeUpdate();
        }
    }
}
