package dev.fenliu.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** The program itself, in a process of its own with an empty embedded database. */
final class Product implements AutoCloseable {
    static final String TOKEN = "token-of-the-bench";
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Path data;
    private final Process process;
    private final int port;

    private Product(Path data, Process process, int port) {
        this.data = data;
        this.process = process;
        this.port = port;
    }

    static Product start(String... jvmOptions) throws Exception {
        var root = Path.of(System.getProperty("fenliu.root", "."));
        var data = Files.createTempDirectory("fenliu-bench");
        var port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath(root),
                "dev.fenliu.FenliuApplication",
                "--server.port=" + port,
                "--fenliu.data-dir=" + data,
                "--fenliu.demo-token=" + TOKEN,
                "--fenliu.api-rate=0"));
        var log = root.resolve("bench/target/product.log");
        var builder = new ProcessBuilder(command);
        // Each thread that frees memory would otherwise keep a pool of it.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        var process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
        var product = new Product(data, process, port);
        awaitUp(product.address(), process);
        return product;
    }

    private static String classPath(Path root) throws IOException {
        try (var jars = Files.list(root.resolve("app/target"))) {
            var app = jars.filter(file -> file.getFileName().toString().matches("fenliu-app-.*(?<!-exec)\\.jar"))
                    .findFirst()
                    .orElseThrow();
            return app + ":"
                    + Files.readString(root.resolve("app/target/server.classpath"))
                            .strip();
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Waits until health says UP. */
    static void awaitUp(String address, Process process) throws InterruptedException {
        await(address, process, "\"UP\"");
    }

    /** Waits until anything is answered, be it that there is no such page. */
    static void awaitAnswer(String address, Process process) throws InterruptedException {
        await(address, process, "");
    }

    private static void await(String address, Process process, String answer) throws InterruptedException {
        var patience = System.nanoTime() + LONGEST_START.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!answers(http, address, answer)) {
                if (!process.isAlive() || System.nanoTime() > patience) {
                    throw new IllegalStateException("the program does not start; see bench/target/product.log");
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private static boolean answers(HttpClient http, String address, String answer) throws InterruptedException {
        try {
            var health = HttpRequest.newBuilder(URI.create(address + "/actuator/health"))
                    .build();
            return http.send(health, BodyHandlers.ofString()).body().contains(answer);
        } catch (IOException notYet) {
            return false;
        }
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** A connection of its own to the program's database, committing by hand. */
    Connection connect() throws SQLException, IOException {
        var password = Files.readString(data.resolve("database.password")).strip();
        var connection = DriverManager.getConnection(
                jdbcUrl() + "&rewriteBatchedStatements=true&useLocalSessionState=true&cacheServerConfiguration=true",
                "fenliu",
                password);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    String jdbcUrl() {
        return "jdbc:mysql://127.0.0.1:%d/fenliu?sslMode=DISABLED&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
                .formatted(databasePort());
    }

    String password() throws IOException {
        return Files.readString(data.resolve("database.password")).strip();
    }

    private int databasePort() {
        return process.descendants()
                .flatMap(child -> child.info().arguments().stream().flatMap(Arrays::stream))
                .filter(argument -> argument.startsWith("--port="))
                .mapToInt(argument -> Integer.parseInt(argument.substring("--port=".length())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the program has no database of its own"));
    }

    /** Resident memory of the program without its database, in MB. */
    long residentMegabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) / 1_024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        FileSystemUtils.deleteRecursively(data);
    }
}
