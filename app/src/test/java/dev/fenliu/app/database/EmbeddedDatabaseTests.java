package dev.fenliu.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a path that is longer than a socket's may be, with a space and beyond ASCII: people have such. */
class EmbeddedDatabaseTests {
    static final DataDirectory DIRECTORY = new DataDirectory(Path.of(
            "target",
            System.getProperty("test.data", "fenliu-test") + "-embedded",
            "a data directory with quite a long name, that is to say 資料夾".repeat(2)));

    private final EngineFiles files = new EngineFiles(DIRECTORY);
    private final EngineProcesses processes = new EngineProcesses(files.data());

    @BeforeEach
    void beginWithNoData() {
        DIRECTORY.create();
        FreshDatabase.clear(DIRECTORY);
    }

    @Test
    void dataOutliveTheProgram() throws Exception {
        try (var database = EmbeddedDatabase.start(DIRECTORY)) {
            run(database.getJdbcUrl(), "create table notes (words varchar(20))", "insert into notes values ('蝦 🦐')");
        }

        assertThat(processes.processes()).isEmpty();
        try (var database = EmbeddedDatabase.start(DIRECTORY)) {
            assertThat(ask(database.getJdbcUrl(), "select words from notes")).isEqualTo("蝦 🦐");
        }
    }

    @Test
    void temporaryTablesLieWhereNoOtherDatabaseClearsAway() throws Exception {
        try (var database = EmbeddedDatabase.start(DIRECTORY)) {
            assertThat(Path.of(ask(database.getJdbcUrl(), "select @@tmpdir")).toRealPath())
                    .startsWith(DIRECTORY.dataDir().toRealPath());
        }
    }

    @Test
    void aStartAfterAKillTakesTheDatabaseOverThatStillRuns() throws Exception {
        try (var program =
                ChildProgram.start(HoldDatabase.class, DIRECTORY.dataDir().toString())) {
            var url = program.line(HoldDatabase.READY);
            run(url, "create table notes (words varchar(20))", "insert into notes values ('kept')");
        }
        // Closing it killed it.
        var left = processes.processes();
        assertThat(left).hasSize(1);

        try (var database = EmbeddedDatabase.start(DIRECTORY)) {
            assertThat(left.getFirst().isAlive()).isFalse();
            assertThat(processes.processes()).hasSize(1);
            assertThat(ask(database.getJdbcUrl(), "select words from notes")).isEqualTo("kept");
        }
    }

    @Test
    void aSecondProgramOnTheSameDataSaysSo() throws Exception {
        try (var first = EmbeddedDatabase.start(DIRECTORY);
                var second = ChildProgram.start(
                        HoldDatabase.class, DIRECTORY.dataDir().toString())) {
            assertThat(second.rest())
                    .contains(
                            "Another Fenliu (process " + ProcessHandle.current().pid() + ") is running on");
            assertThat(second.exitCode()).isNotZero();
            assertThat(ask(first.getJdbcUrl(), "select 'undisturbed'")).isEqualTo("undisturbed");
        }
    }

    @Test
    void aStrangerWithTheSameWordsOnItsCommandLineIsLeftAlone() throws IOException {
        var stranger =
                new ProcessBuilder("sh", "-c", "sleep 60; true", "mariadbd", "--datadir=" + files.data()).start();
        try {
            assertThat(processes.processes()).isEmpty();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void nobodyComesInFromOutsideOrWithoutThePassword() throws Exception {
        try (var database = EmbeddedDatabase.start(DIRECTORY)) {
            assertThat(ask(database.getJdbcUrl(), "select @@bind_address")).isEqualTo("127.0.0.1");
            for (var user : new String[] {EngineAccess.USER, "root", ""}) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), user, ""))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("Access denied");
            }
        }
    }

    @Test
    void aNewDataDirectoryIsForItsOwnerAlone(@TempDir Path somewhere) throws IOException {
        var fresh = new DataDirectory(somewhere.resolve("deep/down"));

        fresh.create();

        assertThat(Files.getPosixFilePermissions(fresh.dataDir()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aDataDirectoryThatCannotBeMadeIsNamed(@TempDir Path somewhere) throws IOException {
        var file = Files.createFile(somewhere.resolve("file"));

        assertThatThrownBy(() -> new DataDirectory(file.resolve("below")).create())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("FENLIU_DATA_DIR");
    }

    @Test
    void onlyTheOwnerOfTheDirectoryReadsThePassword() throws Exception {
        EmbeddedDatabase.start(DIRECTORY).close();

        for (var file : new String[] {"database.password", "database.init.sql"}) {
            assertThat(Files.getPosixFilePermissions(DIRECTORY.path(file)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void run(String url, String... statements) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(url, EngineAccess.USER, password());
                var statement = connection.createStatement()) {
            for (var text : statements) {
                statement.execute(text);
            }
        }
    }

    private static String ask(String url, String question) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(url, EngineAccess.USER, password());
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static String password() throws IOException {
        return new EngineAccess(DIRECTORY).password();
    }
}
