package dev.fenliu.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A stream that a page listens to, event by event. */
public final class LiveStream implements AutoCloseable {
    /** What came under one name; {@code data} are its lines. */
    public record Event(String name, String data) {}

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Stream<String>>> opening;
    private final Thread reading;
    private volatile boolean ended;
    private String name = "";
    private final StringBuilder data = new StringBuilder();

    LiveStream(HttpClient http, HttpRequest request) {
        opening = http.sendAsync(request, BodyHandlers.ofLines());
        reading = Thread.ofVirtual().start(this::read);
    }

    public int status() {
        return opening.join().statusCode();
    }

    Map<String, String> headers() {
        return opening.join().headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().getFirst()));
    }

    /** Waits until the stream is open and its desk is known. */
    public LiveStream opened() {
        assertThat(status()).isEqualTo(200);
        return this;
    }

    List<Event> events(String wanted) {
        return events.stream().filter(event -> event.name().equals(wanted)).toList();
    }

    /** Waits for an event of that name that holds the text. */
    public Event awaitEvent(String wanted, String text) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> events(wanted).stream()
                                .filter(event -> event.data().contains(text))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    String everything() {
        return events.stream().map(Event::data).collect(Collectors.joining("\n"));
    }

    public boolean hasEnded() {
        return ended;
    }

    private void read() {
        try (var lines = opening.join().body()) {
            lines.forEach(this::take);
        } catch (RuntimeException gone) {
            // The test has hung up, or the server has.
        } finally {
            ended = true;
        }
    }

    private void take(String line) {
        if (line.isEmpty()) {
            if (!name.isEmpty()) events.add(new Event(name, data.toString()));
            name = "";
            data.setLength(0);
        } else if (line.startsWith("event:")) {
            name = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:")) {
            data.append(line.substring("data:".length())).append('\n');
        }
    }

    @Override
    public void close() {
        var _ = opening.thenAccept(answer -> answer.body().close());
        reading.interrupt();
    }
}
