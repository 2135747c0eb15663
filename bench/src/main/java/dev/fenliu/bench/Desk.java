package dev.fenliu.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An agent's browser: signed in, reading pages and following streams. */
final class Desk {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http;
    private final String address;
    private String cookies = "";

    private Desk(HttpClient http, String address) {
        this.http = http;
        this.address = address;
    }

    static HttpClient browser() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    static Desk signIn(HttpClient http, Product product, String login, String password) {
        var desk = new Desk(http, product.address());
        var token = TOKEN.matcher(desk.page("/login"));
        if (!token.find()) {
            throw new IllegalStateException("the sign-in page has no form");
        }
        var form = "username=%s&password=%s&_csrf=%s"
                .formatted(encoded(login), encoded(password), encoded(token.group(1)));
        var answer = desk.send(desk.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new IllegalStateException(login + " may not sign in");
        }
        return desk;
    }

    String page(String path) {
        var answer = send(request(path).header("Accept", "text/html").GET());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Follows the desk's stream, line by line, until the browser is closed; done when it is open. */
    CompletableFuture<?> follow(Consumer<String> lines) {
        var open = new CompletableFuture<Void>();
        var _ = http.sendAsync(
                request("/webchat/stream").header("Accept", "text/event-stream").build(), head -> {
                    if (head.statusCode() == 200) {
                        open.complete(null);
                    } else {
                        open.completeExceptionally(
                                new IllegalStateException("the stream answered " + head.statusCode()));
                    }
                    return BodySubscribers.fromLineSubscriber(new Lines(lines));
                });
        return open;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", cookies);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            var set = answer.headers().allValues("Set-Cookie");
            if (!set.isEmpty()) {
                cookies = set.stream().map(cookie -> cookie.split(";", 2)[0]).collect(Collectors.joining("; "));
            }
            return answer;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Lines(Consumer<String> reader) implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            reader.accept(line);
        }

        @Override
        public void onError(Throwable lost) {}

        @Override
        public void onComplete() {}
    }
}
