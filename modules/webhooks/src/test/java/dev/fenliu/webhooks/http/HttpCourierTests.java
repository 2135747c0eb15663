package dev.fenliu.webhooks.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.webhooks.DeliveryId;
import dev.fenliu.webhooks.HookId;
import dev.fenliu.webhooks.domain.HookAddress;
import dev.fenliu.webhooks.domain.HookSecret;
import dev.fenliu.webhooks.domain.Outcome;
import dev.fenliu.webhooks.domain.Parcel;
import dev.fenliu.webhooks.domain.Receiver;
import dev.fenliu.webhooks.domain.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCourierTests {
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00.5Z");
    private static final Parcel PARCEL = new Parcel(new DeliveryId(77), "{\"type\":\"message.received\"}", 0);

    private final HookSecret secret = HookSecret.random();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            seen.add(String.join(
                    " ",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            switch (exchange.getRequestURI().getPath()) {
                case "/moved" -> {
                    exchange.getResponseHeaders().add("Location", address("/elsewhere"));
                    exchange.sendResponseHeaders(307, -1);
                }
                case "/busy" -> exchange.sendResponseHeaders(503, -1);
                case "/silent" -> await(end);
                case "/endless" -> sendWithoutEnd(exchange);
                default -> exchange.sendResponseHeaders(204, -1);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void postsTheBodyWithItsIdTheMomentAndTheSignature() {
        assertThat(bring(anywhere(), address("/hook"))).isEqualTo(Outcome.answered(204));

        assertThat(seen)
                .containsExactly("POST /hook 77 " + NOW.getEpochSecond() + " "
                        + Signature.of(secret, "77", NOW, PARCEL.body()) + " " + PARCEL.body());
    }

    @Test
    void followsNoRedirect() {
        assertThat(bring(anywhere(), address("/moved"))).isEqualTo(Outcome.answered(307));

        assertThat(seen).hasSize(1);
    }

    @Test
    void doesNotTryAgainByItself() {
        assertThat(bring(anywhere(), address("/busy"))).isEqualTo(Outcome.answered(503));

        assertThat(seen).hasSize(1);
    }

    @Test
    void givesUpOnWhoeverKeepsSilent() {
        assertThat(bring(anywhere(), address("/silent"))).isEqualTo(Outcome.unanswered(Trouble.TOO_SLOW));
    }

    @Test
    @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
    void readsNothingOfAnAnswerThatDoesNotEnd() {
        assertThat(bring(anywhere(), address("/endless"))).isEqualTo(Outcome.answered(200));
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int unused;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }

        assertThat(bring(anywhere(), "http://127.0.0.1:" + unused)).isEqualTo(Outcome.unanswered(Trouble.UNREACHABLE));
        assertThat(bring(anywhere(), "http://nobody.invalid/")).isEqualTo(Outcome.unanswered(Trouble.UNREACHABLE));
    }

    @Test
    void isNotLedToThisMachineByAnyNameForIt() {
        var port = server.getAddress().getPort();
        var names = List.of("127.0.0.1", "localhost", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "[::]");

        for (var name : names) {
            assertThat(bring(careful(), "http://" + name + ":" + port + "/hook"))
                    .as(name)
                    .isEqualTo(Outcome.unanswered(Trouble.ADDRESS_REFUSED));
        }
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "0x7f000001"})
    void norByANumberForIt(String host) {
        assertThat(bring(careful(), "http://" + host + ":" + server.getAddress().getPort() + "/")
                        .status())
                .isNull();

        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.254",
                "192.168.1.1",
                "100.64.0.1",
                "169.254.169.254",
                "192.0.2.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[fe80::1]",
                "[fc00::1]",
                "[fd12:3456::1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]"
            })
    void isNotLedIntoAPrivateNetwork(String host) {
        assertThat(bring(careful(), "http://" + host + "/")).isEqualTo(Outcome.unanswered(Trouble.ADDRESS_REFUSED));
    }

    private Outcome bring(HttpCourier courier, String address) {
        var receiver = new Receiver(new EnterpriseId(1), new HookId(2), new HookAddress(address), secret);
        return courier.bring(receiver, PARCEL, NOW);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static HttpCourier anywhere() {
        return new HttpCourier(new SendingSettings(true, Duration.ofSeconds(2), Duration.ofMillis(300)));
    }

    private static HttpCourier careful() {
        return new HttpCourier(new SendingSettings(false, Duration.ofSeconds(2), Duration.ofMillis(300)));
    }

    private void sendWithoutEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            while (end.getCount() > 0) body.write(new byte[8_192]);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
