package dev.fenliu.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that runs no scripts: it keeps cookies, follows no redirect, and sends forms with their token. */
public final class Surfer {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String address;
    private String token = "";

    public Surfer(int port) {
        address = "http://localhost:" + port;
    }

    /** A window in which that member is signed in. */
    public static Surfer signedIn(int port, String login) {
        var surfer = new Surfer(port);
        surfer.get("/login");
        var answer = surfer.submit("/login", Map.of("username", login, "password", "fenliu-demo"));
        assertThat(answer.status()).isEqualTo(302);
        return surfer;
    }

    public record Answer(int status, Map<String, String> headers, String body) {}

    public Answer get(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    /** As a part of a page is fetched by script. */
    public Answer getPart(String path) {
        return send(request(path).header("HX-Request", "true").GET());
    }

    public Answer submit(String path, Map<String, String> fields) {
        return send(post(path, fields).header("Accept", "text/html"));
    }

    /** As htmx and the page's own scripts do. */
    public Answer submitPart(String path, Map<String, String> fields) {
        return send(post(path, fields).header("HX-Request", "true"));
    }

    /** Without the token that proves where the form came from. */
    public Answer forge(String path, Map<String, String> fields) {
        token = "";
        return send(post(path, fields).header("Accept", "text/html"));
    }

    /** Whatever else may be asked; with the token of its forms, unless it is a program that shows its own. */
    public Answer ask(String method, String path, Map<String, String> headers, String body) {
        var request =
                request(path).method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!token.isEmpty()) request.header("X-CSRF-TOKEN", token);
        return send(request);
    }

    public Answer askWithoutToken(String method, String path, Map<String, String> headers, String body) {
        token = "";
        return ask(method, path, headers, body);
    }

    public LiveStream follow(String path) {
        return new LiveStream(
                http, request(path).header("Accept", "text/event-stream").build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Language", "zh-TW");
    }

    private HttpRequest.Builder post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        if (!token.isEmpty()) all.put("_csrf", token);
        var body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            var found = TOKEN.matcher(answer.body());
            if (found.find()) token = found.group(1);
            var headers = answer.headers().map().entrySet().stream()
                    .collect(Collectors.toMap(
                            header -> header.getKey().toLowerCase(Locale.ROOT),
                            header -> String.join(", ", header.getValue()),
                            (one, other) -> one));
            return new Answer(answer.statusCode(), headers, answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
