package dev.fenliu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.Ids;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

@FenliuTest
class StartTests {
    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource source;

    @Autowired
    Clock clock;

    @Autowired
    Ids ids;

    @Test
    void theProgramIsUp() {
        http.get()
                .uri("/actuator/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP");
    }

    @Test
    void everyModuleHasItsTables() {
        var tables = jdbc.sql("select table_name from information_schema.tables where table_schema = database()")
                .query(String.class)
                .list();

        assertThat(tables)
                .contains("account_member", "chatgroup_group", "routing_staging", "webchat_conversation", "app_node");
        assertThat(tables).anyMatch(table -> table.startsWith("analytics_"));
    }

    @Test
    void everyTableHoldsEveryCharacter() {
        var collations = jdbc.sql(
                        "select distinct table_collation from information_schema.tables where table_schema = database()")
                .query(String.class)
                .list();

        assertThat(collations).containsExactly("utf8mb4_unicode_ci");
    }

    @Test
    void aMicrosecondSurvivesTheDatabase() {
        var instant = Instant.parse("2026-11-23T10:11:12.345678Z");

        var kept = transaction.execute(status -> {
            jdbc.sql("create temporary table moments (moment datetime(6))").update();
            jdbc.sql("insert into moments values (:moment)")
                    .param("moment", LocalDateTime.ofInstant(instant, ZoneOffset.UTC))
                    .update();
            var moment = jdbc.sql("select moment from moments")
                    .query(LocalDateTime.class)
                    .single();
            jdbc.sql("drop temporary table moments").update();
            return moment.toInstant(ZoneOffset.UTC);
        });

        assertThat(kept).isEqualTo(instant);
    }

    @Test
    void connectionsCommitOnlyWhenAskedAndReadWhatIsCommitted() throws SQLException {
        try (var connection = source.getConnection()) {
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.getTransactionIsolation()).isEqualTo(java.sql.Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    @Test
    void theClockTicksInMicroseconds() {
        var now = clock.instant();

        assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void idsGrowAndAreNeverTheSame() {
        var seen = new HashSet<Long>();
        var before = 0L;
        for (var count = 0; count < 20_000; count++) {
            var id = ids.next();
            assertThat(id).isGreaterThan(before);
            assertThat(seen.add(id)).isTrue();
            before = id;
        }
    }
}
