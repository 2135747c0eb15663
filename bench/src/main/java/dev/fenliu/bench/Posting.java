package dev.fenliu.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Posts JSON over connections that are kept, each request in the thread that sends it: on a machine of two cores a client
 * with threads of its own takes a good part of what is to be measured.
 */
final class Posting {
    static {
        System.setProperty("http.maxConnections", "64");
    }

    private Posting() {}

    /** Answers when it is done; what is answered is read and thrown away. */
    static void send(String address, String authorization, String body) {
        try {
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            if (!authorization.isEmpty()) {
                connection.setRequestProperty("Authorization", authorization);
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            connection.setFixedLengthStreamingMode(bytes.length);
            try (var out = connection.getOutputStream()) {
                out.write(bytes);
            }
            var status = connection.getResponseCode();
            if (status >= 300) {
                throw new IllegalStateException(address + " answered " + status);
            }
            try (var in = connection.getInputStream()) {
                in.readAllBytes();
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
