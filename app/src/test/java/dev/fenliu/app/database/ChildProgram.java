package dev.fenliu.app.database;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Java program on the class path of the tests, in a process of its own. */
public final class ChildProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private ChildProgram(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    public static ChildProgram start(Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ChildProgram(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits for a line that begins so, and returns the rest of it. */
    String line(String beginning) throws IOException {
        var seen = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
            seen.append(line).append('\n');
        }
        throw new IOException("ended without saying \"" + beginning + "\":\n" + seen);
    }

    /** Everything that it still says until it ends by itself. */
    String rest() throws IOException {
        return output.readAllAsString();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** Waits until it answers on that port. What it says meanwhile is heard by nobody. */
    public void awaitListening(int port) {
        Thread.ofVirtual().start(() -> output.lines().forEach(said -> {}));
        await().atMost(Duration.ofSeconds(90)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended with " + process.exitValue());
            }
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return true;
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    /** As {@code kill} does: it may finish what it is doing. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** As {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
