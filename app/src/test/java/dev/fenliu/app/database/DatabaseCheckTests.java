package dev.fenliu.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fenliu.app.FenliuTest;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@FenliuTest
class DatabaseCheckTests {
    @Autowired
    EmbeddedDatabase embedded;

    @ParameterizedTest
    @ValueSource(
            strings = {"8.4.0", "8.4.9-log", "9.1.0", "11.4.5-MariaDB", "5.5.5-11.4.2-MariaDB-log", "12.0.1-MariaDB"})
    void servesOnMySql84AndMariaDb114AndLater(String version) {
        assertThatCode(() -> DatabaseCheck.version(version)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5.7.44",
                "8.0.36",
                "8.3.0",
                "10.11.19-MariaDB-deb12u1",
                "5.5.5-10.11.5-MariaDB",
                "11.3.2-MariaDB"
            })
    void refusesOlderOnes(String version) {
        assertThatThrownBy(() -> DatabaseCheck.version(version))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(version)
                .hasMessageContaining("MySQL 8.4 or MariaDB 11.4");
    }

    @Test
    void theEmbeddedDatabasePasses() {
        assertThatCode(() -> DatabaseCheck.of(source(""))).doesNotThrowAnyException();
    }

    @Test
    void aSourceThatLosesMicrosecondsIsRefused() {
        assertThatThrownBy(() -> DatabaseCheck.of(source("&sendFractionalSeconds=false")))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The database loses fractions of seconds");
    }

    @Test
    void aSourceThatSpeaksLatin1IsRefused() {
        assertThatThrownBy(() -> DatabaseCheck.of(source("&characterEncoding=ISO-8859-1")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("speaks latin1");
    }

    @Test
    void aSourceThatRepeatsReadsIsRefused() {
        assertThatThrownBy(() -> DatabaseCheck.of(withIsolation(Connection.TRANSACTION_REPEATABLE_READ)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("REPEATABLE-READ");
    }

    @Test
    void aSourceThatDoesNotAnswerIsRefusedInOneSentence() {
        var nobody = new DriverManagerDataSource("jdbc:mysql://127.0.0.1:1/fenliu", "fenliu", "x");

        assertThatThrownBy(() -> DatabaseCheck.of(nobody))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The database cannot be used")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"));
    }

    private DataSource source(String parameters) {
        return source(parameters, Connection.TRANSACTION_READ_COMMITTED);
    }

    private DataSource withIsolation(int level) {
        return source("", level);
    }

    private DataSource source(String parameters, int isolation) {
        return new DriverManagerDataSource(
                embedded.getJdbcUrl() + parameters, embedded.getUsername(), embedded.getPassword()) {
            @Override
            public Connection getConnection() throws SQLException {
                var connection = super.getConnection();
                connection.setTransactionIsolation(isolation);
                return connection;
            }
        };
    }
}
