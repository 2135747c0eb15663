package dev.fenliu.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of somebody else's, on this machine, that is told what happens. */
public final class Inbox implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch awake = new CountDownLatch(1);
    private volatile boolean asleep;

    /** What came in. */
    public record Letter(String id, String timestamp, String signature, String body) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String type() {
            return json().path("type").asString("");
        }

        public String said(String name) {
            return json().path("data").path(name).asString("");
        }
    }

    public Inbox() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** How it answers next; whatever comes after that is taken. */
    public void answersNext(int status) {
        answers.add(status);
    }

    /** It answers nobody until it is closed. */
    public void fallsAsleep() {
        asleep = true;
    }

    public List<Letter> letters() {
        return List.copyOf(letters);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            letters.add(new Letter(
                    Objects.requireNonNull(headers.getFirst("webhook-id")),
                    Objects.requireNonNull(headers.getFirst("webhook-timestamp")),
                    Objects.requireNonNull(headers.getFirst("webhook-signature")),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            if (asleep) awake.await();
            var next = answers.poll();
            exchange.sendResponseHeaders(next == null ? 204 : next, -1);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        awake.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
