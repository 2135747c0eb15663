package dev.fenliu.app.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A MariaDB of our own, on a random port of the loopback address, with its data in the data directory. */
public final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final int LONGEST_SOCKET_PATH = 100;

    private final DataDirectoryLock lock;
    private final EngineFiles files;
    private final String password;
    private final int port;

    private EmbeddedDatabase(DataDirectoryLock lock, EngineFiles files, String password, int port) {
        this.lock = lock;
        this.files = files;
        this.password = password;
        this.port = port;
    }

    static EmbeddedDatabase start(DataDirectory directory) throws IOException, InterruptedException {
        var lock = DataDirectoryLock.on(directory);
        var files = new EngineFiles(directory);
        var processes = new EngineProcesses(files.data());
        try {
            processes.stop();
            var engine = files.engine();
            files.install(engine);
            var access = new EngineAccess(directory);
            var port = freePort();
            awaitAnswer(engine.serve(files.data(), files.log(), options(files, access.script(), port)), port, files);
            return new EmbeddedDatabase(lock, files, access.password(), port);
        } catch (IOException | RuntimeException failure) {
            processes.stop();
            lock.close();
            throw new CannotStart(
                    "The embedded database does not start in %s: %s"
                            .formatted(directory.dataDir(), failure.getMessage()),
                    failure);
        }
    }

    private static List<String> options(EngineFiles files, Path script, int port) {
        var options = new ArrayList<>(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + socket(files, port),
                "--init-file=" + script,
                "--skip-name-resolve",
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--default-time-zone=+00:00",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=128M",
                "--performance-schema=OFF",
                "--local-infile=OFF"));
        if ("root".equals(System.getProperty("user.name"))) {
            options.add("--user=root");
        }
        return options;
    }

    /** Waits for the port: the engine opens it when its data is in order and the script has run. */
    private static void awaitAnswer(Process engine, int port, EngineFiles files)
            throws IOException, InterruptedException {
        var patience = System.nanoTime() + LONGEST_START.toNanos();
        while (!answers(port)) {
            if (!engine.isAlive() || System.nanoTime() > patience) {
                throw new IOException(
                        "it %s, see %s".formatted(engine.isAlive() ? "does not answer" : "stopped again", files.log()));
            }
            Thread.sleep(20);
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getInputStream().read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path socket(EngineFiles files, int port) {
        // The system does not take longer ones.
        return files.socket().toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET_PATH
                ? files.socket()
                : Path.of(System.getProperty("java.io.tmpdir"), "fenliu-" + port + ".socket");
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED".formatted(port, EngineAccess.SCHEMA);
    }

    @Override
    public String getUsername() {
        return EngineAccess.USER;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public void close() throws IOException {
        new EngineProcesses(files.data()).stop();
        lock.close();
    }
}
