package dev.fenliu.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The program as another program sees it: HTTP, JSON and a token, and nothing else. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String root;
    private final String token;
    private final String languages;

    public Api(int port, String token) {
        this("http://localhost:" + port + "/api/v1", token, "");
    }

    private Api(String root, String token, String languages) {
        this.root = root;
        this.token = token;
        this.languages = languages;
    }

    /** The same for somebody who reads these languages. */
    Api in(String languages) {
        return new Api(root, token, languages);
    }

    /** What came back. */
    public record Answer(int status, JsonNode body) {
        public Answer as(int expected) {
            assertThat(status).as(body.toString()).isEqualTo(expected);
            return this;
        }

        public String text(String field) {
            return body.path(field).asString("");
        }

        public int number(String field) {
            return body.path(field).asInt(0);
        }

        public List<JsonNode> items() {
            return StreamSupport.stream(body.path("items").spliterator(), false).toList();
        }
    }

    public Answer get(String path, Object... parts) {
        return send("GET", path(path, parts), BodyPublishers.noBody());
    }

    public Answer post(String path, Map<String, ?> body) {
        return send("POST", path, json(body));
    }

    public Answer put(String path, Map<String, ?> body) {
        return send("PUT", path, json(body));
    }

    public Answer patch(String path, Map<String, ?> body) {
        return send("PATCH", path, json(body));
    }

    public Answer delete(String path, Object... parts) {
        return send("DELETE", path(path, parts), BodyPublishers.noBody());
    }

    /** Fills the {@code %s} of the path with these, encoded. */
    public static String path(String path, Object... parts) {
        return path.formatted(List.of(parts).stream()
                .map(part -> URLEncoder.encode(part.toString(), StandardCharsets.UTF_8))
                .toArray());
    }

    private static BodyPublisher json(Map<String, ?> body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    Answer send(String method, String path, String body) {
        return send(method, path, BodyPublishers.ofString(body));
    }

    private Answer send(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body);
        if (!languages.isEmpty()) request.header("Accept-Language", languages);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }
}
