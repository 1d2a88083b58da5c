package io.onhand.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Gives bearer tokens for client credentials (RFC 6749, section 4.4): in the form, or as HTTP Basic. */
final class TokenApi {
    private final Market market;

    TokenApi(Market market) {
        this.market = market;
    }

    void addTo(Router router) {
        router.on("POST", "/oauth/token", this::token);
    }

    private Answer token(Request request) {
        Map<String, String> form = new HashMap<>(Router.parameters(new String(request.body(), StandardCharsets.UTF_8)));
        addBasic(request.headers().getFirst("Authorization"), form);
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return refused(400, "unsupported_grant_type", "grant_type", "grant_type must be client_credentials");
        }
        Shop shop = market.find(form.getOrDefault("client_id", ""));
        if (shop == null || !same(shop.settings().clientSecret(), form.get("client_secret"))) {
            return refused(401, "invalid_client", "client_id", "Unknown client, or the secret is wrong");
        }
        ObjectNode body = Json.object()
                .put("access_token", shop.tokens().issue())
                .put("token_type", "Bearer")
                .put("expires_in", Tokens.lifetime(shop.faults()).toSeconds());
        return Answer.ok(body).with(Map.of("Cache-Control", "no-store"));
    }

    private static void addBasic(String header, Map<String, String> form) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return;
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                form.put("client_id", pair.substring(0, colon));
                form.put("client_secret", pair.substring(colon + 1));
            }
        } catch (IllegalArgumentException e) {
            throw new ApiError(400, "malformed_authorization", null, "The Basic credentials are not base64", Map.of());
        }
    }

    private static boolean same(String secret, String given) {
        return given != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** An OAuth2 error, which carries this marketplace's names beside OAuth's. */
    private static Answer refused(int status, String code, String field, String message) {
        return new Answer(
                status,
                Json.bytes(Json.object()
                        .put("error", code)
                        .put("error_description", message)
                        .put("code", code)
                        .put("message", message)
                        .put("field", field)),
                Map.of());
    }
}
