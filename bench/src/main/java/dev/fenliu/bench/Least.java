package dev.fenliu.bench;

import dev.fenliu.bench.least.LeastApp;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** The least program, in a process of its own on the product's database. */
final class Least implements AutoCloseable {
    private final Process process;
    private final String address;
    private final int buyers;

    private Least(Process process, String address, int buyers) {
        this.process = process;
        this.address = address;
        this.buyers = buyers;
    }

    static Least start(Product product, int buyers) throws Exception {
        var port = Product.freePort();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        classPathWithoutSignIn(),
                        LeastApp.class.getName(),
                        "--server.port=" + port,
                        "--spring.threads.virtual.enabled=true",
                        "--spring.datasource.url=" + product.jdbcUrl(),
                        "--spring.datasource.username=fenliu",
                        "--spring.datasource.password=" + product.password(),
                        "--spring.datasource.hikari.auto-commit=false",
                        "--spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED",
                        "--spring.datasource.hikari.data-source-properties.useLocalSessionState=true")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var least = new Least(process, "http://localhost:" + port, buyers);
        Product.awaitAnswer(least.address, process);
        return least;
    }

    // What lies on the class path configures itself: with Spring Security there, every request would need a sign-in.
    private static String classPathWithoutSignIn() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> !jar.matches(".*/(spring-security|spring-boot-(starter-)?security|htmx-spring)[^/]*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    Load.Result storeMessages(int count, Duration limit) {
        return Load.closed(RawJdbc.CONNECTIONS, count, limit, worker -> number -> {
            var body = """
                    {"buyer":%d,"text":"Is this still to be had, and in which colours? %d"}""".formatted(1 + ThreadLocalRandom.current().nextInt(buyers), number);
            Posting.send(address + "/messages", "", body);
        });
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
