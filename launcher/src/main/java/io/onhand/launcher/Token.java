package io.onhand.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** {@code ./onhand token NAME}: a bearer token by client credentials. */
final class Token {
    /** Clients of the demo data; their secrets are documented and worth nothing elsewhere. */
    static final Map<String, String> DEMO_CLIENTS =
            Map.of("demo-partner", "demo-partner-secret", "aozora-partner", "aozora-partner-secret");

    private Token() {}

    /** The access token of a demo client, or of {@code operator}. */
    static String of(String name, Ports ports, Secrets secrets) {
        if (name.equals("operator")) {
            return of("onhand-operator", secrets.get(Secrets.OPERATOR_CLIENT), ports);
        }
        String secret = DEMO_CLIENTS.get(name);
        if (secret == null) {
            throw new LaunchFailure("no such client: " + name + " (demo-partner, aozora-partner or operator)");
        }
        return of(name, secret, ports);
    }

    /** The access token of any client. */
    static String of(String client, String secret, Ports ports) {
        String form = "grant_type=client_credentials&client_id=" + encode(client) + "&client_secret=" + encode(secret);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(ports.keycloakUrl() + "/realms/onhand/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> response = Http.send(request);
        if (response.statusCode() != 200) {
            throw new LaunchFailure("Keycloak gives " + client + " no token: " + response.body());
        }
        try {
            return new ObjectMapper()
                    .readTree(response.body())
                    .path("access_token")
                    .asText();
        } catch (JsonProcessingException e) {
            throw new LaunchFailure("Keycloak's answer is not JSON", e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
