package io.onhand.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Bearer tokens of the demo's partner clients, by client credentials; kept until shortly before they expire. */
public final class Tokens {
    /** A token that is about to expire is not given out any more. */
    private static final Duration RESERVE = Duration.ofSeconds(20);

    private record Held(String token, Instant until) {}

    private final String url;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** Tokens of the realm at this Keycloak address. */
    public Tokens(String keycloakUrl) {
        this.url = keycloakUrl + "/realms/onhand/protocol/openid-connect/token";
    }

    /** A token of one of the demo's clients, {@code demo-partner} or {@code aozora-partner}. */
    public String of(String client) {
        return of(client, client + "-secret");
    }

    /** A token of any client of the realm. */
    public String of(String client, String secret) {
        return held.compute(client, (name, now) -> fresh(now) ? now : fetch(name, secret))
                .token();
    }

    /** The same, asked for again at each use. */
    public Supplier<String> supplier(String client) {
        return () -> of(client);
    }

    private static boolean fresh(Held token) {
        return token != null && Instant.now().isBefore(token.until());
    }

    private Held fetch(String client, String secret) {
        String form = "grant_type=client_credentials&client_id=" + Http.encode(client) + "&client_secret="
                + Http.encode(secret);
        JsonNode answer = Http.send(
                        "POST",
                        url,
                        form.getBytes(StandardCharsets.UTF_8),
                        "application/x-www-form-urlencoded",
                        Map.of())
                .expect(200);
        Instant until =
                Instant.now().plusSeconds(answer.path("expires_in").asLong()).minus(RESERVE);
        return new Held(answer.path("access_token").asText(), until);
    }
}
