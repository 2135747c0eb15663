package dev.fenliu.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a database must be able to do before anything is written into it. Some servers lose things without a word: an old
 * MariaDB cuts every time to whole seconds with this driver.
 */
final class DatabaseCheck {
    static final LocalDateTime MOMENT = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 123_456_000);

    private DatabaseCheck() {}

    static void of(DataSource source) {
        try (var connection = source.getConnection()) {
            version(text(connection, "select version()"));
            isolation(text(connection, "select @@transaction_isolation"));
            for (var variable : List.of("character_set_client", "character_set_connection")) {
                characters(text(connection, "select @@" + variable));
            }
            microsecond(kept(connection));
        } catch (SQLException failure) {
            throw new CannotStart("The database cannot be used: " + firstLine(failure.getMessage()), failure);
        }
    }

    static void version(String text) {
        if (!ServerVersion.of(text).suffices()) {
            throw new CannotStart("The database is version %s: MySQL 8.4 or MariaDB 11.4 is the oldest that will do."
                    .formatted(text));
        }
    }

    static void isolation(String level) {
        if (!level.equals("READ-COMMITTED")) {
            throw new CannotStart(
                    "The database isolates transactions by %s although READ-COMMITTED was asked for.".formatted(level));
        }
    }

    static void characters(String name) {
        if (!name.equals("utf8mb4")) {
            throw new CannotStart(
                    "The connection to the database speaks %s: it must be utf8mb4, so take other encodings out of SPRING_DATASOURCE_URL."
                            .formatted(name));
        }
    }

    static void microsecond(LocalDateTime kept) {
        if (!kept.equals(MOMENT)) {
            throw new CannotStart(
                    "The database loses fractions of seconds: %s came back as %s.".formatted(MOMENT, kept));
        }
    }

    private static LocalDateTime kept(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create temporary table app_check (moment datetime(6) not null)");
            try (var insert = connection.prepareStatement("insert into app_check (moment) values (?)")) {
                insert.setObject(1, MOMENT);
                insert.executeUpdate();
            }
            try (var found = statement.executeQuery("select moment from app_check")) {
                found.next();
                return found.getObject(1, LocalDateTime.class);
            } finally {
                statement.execute("drop temporary table app_check");
            }
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }

    /** The driver's account of a lost connection is several paragraphs long. */
    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
