package io.onhand.api.tenants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keycloak's admin REST API of one realm, called as the onboarding client. Paths are relative to the realm and start
 * with a slash. All calls throw {@link HttpRefusal} with 503 when Keycloak does not answer, or answers that it failed.
 * Thread-safe.
 */
final class KeycloakAdmin {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakAdmin.class);
    private static final String UNAVAILABLE = "identity-unavailable";
    /** When a caller may try again; a start of Keycloak takes about as long. */
    private static final long RETRY_SECONDS = 10;

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
            return body.path("errorMessage")
                    .asText(body.path("error_description")
                            .asText(body.path("error").asText("status " + status)));
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

    /** An empty object, to be filled and sent. */
    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** An empty array, to be filled and sent. */
    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    /** A text, to be sent as a body. */
    static JsonNode text(String value) {
        return JSON.getNodeFactory().textNode(value);
    }

    /** The first of a list whose field has that value. */
    static Optional<JsonNode> first(JsonNode list, String field, String value) {
        for (JsonNode item : list) {
            if (item.path(field).asText().equals(value)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
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

    /**
     * Gives a realm role.
     *
     * @param holder path of a user or a group
     */
    void assignRole(String holder, String role) {
        post(holder + "/role-mappings/realm", array().add(get("/roles/" + encode(role))));
    }

    /** The client of that id. */
    Optional<JsonNode> findClient(String clientId) {
        return first(get("/clients?clientId=" + encode(clientId)), "clientId", clientId);
    }

    private static Reply expect(Reply reply, String path, int... statuses) {
        for (int status : statuses) {
            if (reply.status() == status) {
                return reply;
            }
        }
        if (reply.status() == 400 || reply.status() >= 500) {
            throw failed(reply, path);
        }
        throw new IllegalStateException("Keycloak answers " + reply.status() + " for " + path + ": " + reply.error());
    }

    /** Keycloak could not do it. It says so with 400 as well, when its database fails. */
    static HttpRefusal failed(Reply reply, String path) {
        LOG.warn("Keycloak answers {} for {}: {}", reply.status(), path, reply.error());
        return HttpRefusal.of(503, UNAVAILABLE, "Keycloak fails at the moment; send it again later")
                .retryAfter(RETRY_SECONDS);
    }

    /** A token may have ended before its time, with Keycloak's keys or session: then a new one is tried once. */
    private Reply send(String method, String path, JsonNode body) {
        Reply reply = sendOnce(method, path, body);
        if (reply.status() != 401) {
            return reply;
        }
        forgetToken();
        return sendOnce(method, path, body);
    }

    private Reply sendOnce(String method, String path, JsonNode body) {
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

    private synchronized void forgetToken() {
        token = null;
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
        JsonNode body = expect(new Reply(response.statusCode(), read(response.body()), null), "a token", 200)
                .body();
        Duration life = Duration.ofSeconds(body.path("expires_in").asLong(60));
        return new Token(body.path("access_token").asText(), now.plus(life).minus(MARGIN));
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            LOG.warn("Keycloak does not answer: {}", e.toString());
            throw HttpRefusal.of(503, UNAVAILABLE, "Keycloak does not answer; send it again later")
                    .retryAfter(RETRY_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw HttpRefusal.of(503, UNAVAILABLE, "Interrupted while waiting for Keycloak");
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
