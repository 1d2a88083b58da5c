package io.onhand.api.tenants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.onhand.api.http.HttpRefusal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keycloak's admin REST API of one realm, called as the onboarding client. Paths are relative to the realm and start
 * with a slash. Thread-safe.
 */
final class KeycloakAdmin {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    /** A token is renewed that long before it expires. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String keycloak;
    private final String realm;
    private final String clientId;
    private final String clientSecret;
    private final Clock clock;
    private Token token;

    private record Token(String value, Instant renew) {}

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param body what it says; a missing node when it says nothing
     * @param location address of what was created; null when nothing was
     */
    record Reply(int status, JsonNode body, String location) {
        /** The id of what was created. */
        String id() {
            return location == null ? "" : location.substring(location.lastIndexOf('/') + 1);
        }

        /** Keycloak's own words for a failure. */
        String error() {
            return body.path("errorMessage").asText(body.path("error").asText("status " + status));
        }
    }

    /**
     * Calls nothing yet.
     *
     * @param keycloak base address without a slash at its end
     */
    KeycloakAdmin(String keycloak, String realm, String clientId, String clientSecret, Clock clock) {
        this.keycloak = keycloak;
        this.realm = realm;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clock = clock;
    }

    static ObjectMapper json() {
        return JSON;
    }

    /** A value for a path or a query. */
    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What is at that path, which must exist. */
    JsonNode get(String path) {
        return expect(send("GET", path, null), path, 200).body();
    }

    /** What is at that path, if anything is. */
    Optional<JsonNode> find(String path) {
        Reply reply = expect(send("GET", path, null), path, 200, 204, 404);
        return reply.status() == 200 ? Optional.of(reply.body()) : Optional.empty();
    }

    /** Creates; the answer is 200, 201, 204 or, when it is there already, 409. */
    Reply post(String path, JsonNode body) {
        return expect(send("POST", path, body), path, 200, 201, 204, 409);
    }

    /** Creates from a person's input, which Keycloak may also refuse with 400. */
    Reply postInput(String path, JsonNode body) {
        return expect(send("POST", path, body), path, 200, 201, 204, 400, 409);
    }

    /** Replaces. */
    void put(String path, JsonNode body) {
        expect(send("PUT", path, body), path, 200, 201, 204);
    }

    private static Reply expect(Reply reply, String path, int... statuses) {
        for (int status : statuses) {
            if (reply.status() == status) {
                return reply;
            }
        }
        throw new IllegalStateException("Keycloak answers " + reply.status() + " for " + path + ": " + reply.error());
    }

    private Reply send(String method, String path, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/" + realm + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> response = exchange(request);
        return new Reply(
                response.statusCode(),
                read(response.body()),
                response.headers().firstValue("Location").orElse(null));
    }

    private synchronized String token() {
        Instant now = clock.instant();
        if (token == null || now.isAfter(token.renew())) {
            token = newToken(now);
        }
        return token.value();
    }

    private Token newToken(Instant now) {
        String form = "grant_type=client_credentials&client_id=" + encode(clientId) + "&client_secret="
                + encode(clientSecret);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(keycloak + "/realms/" + realm + "/protocol/openid-connect/token"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> response = exchange(request);
        JsonNode body = read(response.body());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("Keycloak gives " + clientId + " no token: "
                    + body.path("error_description").asText("status " + response.statusCode()));
        }
        Duration life = Duration.ofSeconds(body.path("expires_in").asLong(60));
        return new Token(body.path("access_token").asText(), now.plus(life).minus(MARGIN));
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw HttpRefusal.of(503, "identity-unavailable", "Keycloak does not answer; send it again later");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw HttpRefusal.of(503, "identity-unavailable", "Interrupted while waiting for Keycloak");
        }
    }

    private static JsonNode read(String body) {
        if (body == null || body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode().put("error", body.substring(0, Math.min(body.length(), 200)));
        }
    }
}
