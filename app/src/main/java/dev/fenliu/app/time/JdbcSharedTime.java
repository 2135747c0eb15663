package dev.fenliu.app.time;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the time from the database's own clock and keeps the offset in {@code app_time}. */
@Repository
class JdbcSharedTime implements SharedTime {
    private final JdbcClient jdbc;
    private final JdbcOperations connections;

    JdbcSharedTime(JdbcClient jdbc, JdbcOperations connections) {
        this.jdbc = jdbc;
        this.connections = connections;
    }

    @Override
    @Transactional(readOnly = true)
    public Instant now() {
        return jdbc.sql("select utc_timestamp(6) as now, offset_micros from app_time where id = 1")
                .query((row, number) -> row.getObject("now", LocalDateTime.class)
                        .toInstant(ZoneOffset.UTC)
                        .plus(row.getLong("offset_micros"), ChronoUnit.MICROS))
                .single();
    }

    @Override
    @Transactional
    public void moveAhead(Duration by) {
        jdbc.sql("update app_time set offset_micros = offset_micros + :micros where id = 1")
                .param("micros", by.dividedBy(Duration.of(1, ChronoUnit.MICROS)))
                .update();
    }

    @Override
    public <T> T aloneOnAllInstances(Supplier<T> work) {
        return connections.execute((ConnectionCallback<T>) connection -> {
            ask(connection, "select get_lock(concat('fenliu.time.', md5(database())), 600)");
            try {
                return work.get();
            } finally {
                ask(connection, "select release_lock(concat('fenliu.time.', md5(database())))");
            }
        });
    }

    private static void ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            if (!answer.next() || answer.getInt(1) != 1) {
                throw new SQLException("not granted: " + question);
            }
        }
    }
}
