package dev.fenliu.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program's HTTP API, with a token of the demo enterprise. */
final class Api {
    private static final String AUTHORIZATION = "Bearer " + Product.TOKEN;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    Api(Product product) {
        this.address = product.address() + "/api/v1";
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    JsonNode put(String path, String body) {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    /** A buyer's message from a product's page, worth one request and nothing more. */
    void write(String shop, String message, String buyer) {
        Posting.send(
                address + "/shops/" + shop + "/messages", AUTHORIZATION, """
                {"externalId":"%s","buyer":{"externalId":"%s","name":"%s"},"source":"PRODUCT_PAGE",\
                "text":"Is this still to be had, and in which colours? %s"}""".formatted(message, buyer, buyer, message));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", AUTHORIZATION)
                .header("Content-Type", "application/json");
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
