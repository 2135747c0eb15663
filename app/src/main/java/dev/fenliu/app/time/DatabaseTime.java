package dev.fenliu.app.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The time by the database's own clock, and how far the time machine has moved ours ahead of it. */
@Repository
class DatabaseTime {
    private final JdbcClient jdbc;

    DatabaseTime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the clock shows now: the database's time plus the offset. */
    @Transactional(readOnly = true)
    public Instant now() {
        return jdbc.sql("select utc_timestamp(6) as now, offset_micros from app_time where id = 1")
                .query((row, number) -> row.getObject("now", LocalDateTime.class)
                        .toInstant(ZoneOffset.UTC)
                        .plus(row.getLong("offset_micros"), ChronoUnit.MICROS))
                .single();
    }

    @Transactional
    public void moveAhead(Duration by) {
        jdbc.sql("update app_time set offset_micros = offset_micros + :micros where id = 1")
                .param("micros", by.dividedBy(Duration.of(1, ChronoUnit.MICROS)))
                .update();
    }
}
