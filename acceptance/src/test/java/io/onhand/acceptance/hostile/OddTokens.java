package io.onhand.acceptance.hostile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.Superuser;
import io.onhand.acceptance.product.Tokens;
import io.onhand.acceptance.product.Until;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Tokens that Keycloak really gives, but that this API must not take; and such as somebody made up. */
final class OddTokens {
    private static final String SECRET = "odd-secret";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Installation installation;
    private final String admin;
    private final Tokens tokens;

    OddTokens(Installation installation) {
        this.installation = installation;
        this.tokens = new Tokens(installation.keycloakUrl());
        String secret = Superuser.secret(installation, "client.onhand-onboarding.secret");
        this.admin = tokens.of("onhand-onboarding", secret);
    }

    /**
     * Each with its name.
     *
     * @param good a token that is taken
     */
    Map<String, String> all(String good) {
        Map<String, String> odd = new LinkedHashMap<>();
        odd.put("expired", expired());
        odd.put("for another audience", of(client(false, 300)));
        odd.put("for Keycloak's own console", admin);
        int signature = good.lastIndexOf('.') + 1;
        odd.put("with another signature", good.substring(0, signature) + "A".repeat(good.length() - signature));
        odd.put("without a signature", unsigned(good));
        odd.put("cut", good.substring(0, good.length() / 2));
        odd.put("no token at all", "nonsense");
        odd.put("empty", "");
        odd.put("very long", "x".repeat(6_000));
        return odd;
    }

    private String expired() {
        String token = of(client(true, 1));
        String claims = new String(Base64.getUrlDecoder().decode(part(token, 1)), StandardCharsets.UTF_8);
        long until = Json.read(claims).path("exp").asLong();
        Until.holds(PATIENCE, () -> Instant.now().getEpochSecond(), now -> now > until + 1);
        return token;
    }

    private static String part(String token, int number) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        return number == 0 ? token.substring(0, first) : token.substring(first + 1, second);
    }

    private static String unsigned(String good) {
        String head = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return head + "." + part(good, 1) + ".";
    }

    private String of(String client) {
        return tokens.of(client, SECRET);
    }

    /** A client of the realm whose tokens live so long, and are for this API or not. */
    private String client(boolean ours, int seconds) {
        String id = "odd-" + UUID.randomUUID().toString().substring(0, 8);
        ObjectNode client = Json.object()
                .put("clientId", id)
                .put("secret", SECRET)
                .put("publicClient", false)
                .put("serviceAccountsEnabled", true)
                .put("standardFlowEnabled", false);
        client.putObject("attributes").put("access.token.lifespan", Integer.toString(seconds));
        client.set("defaultClientScopes", Json.texts("basic", "microprofile-jwt"));
        if (ours) {
            ObjectNode mapper = client.putArray("protocolMappers").addObject();
            mapper.put("name", "audience")
                    .put("protocol", "openid-connect")
                    .put("protocolMapper", "oidc-audience-mapper");
            mapper.putObject("config")
                    .put("included.custom.audience", "onhand-api")
                    .put("access.token.claim", "true");
        }
        String url = installation.keycloakUrl() + "/admin/realms/onhand/clients";
        Http.send("POST", url, client, Map.of("Authorization", "Bearer " + admin))
                .expect(201);
        return id;
    }
}
