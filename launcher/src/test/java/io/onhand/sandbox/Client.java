package io.onhand.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A seller's program, and a person who plays with the marketplace, over real HTTP. */
final class Client {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    Client(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    HttpResponse<String> call(String method, String path, String json, String token) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    JsonNode admin(String method, String path, String json) {
        try {
            HttpResponse<String> answer = call(method, "/admin" + path, json, null);
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(method + " " + path + " gave " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isEmpty() ? Json.object() : Json.parse(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String token(String shop) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/oauth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=" + shop + "&client_secret=" + shop + "-secret"))
                .build();
        return Json.parse(send(request).body()).path("access_token").asText();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
