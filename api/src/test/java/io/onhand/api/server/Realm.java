package io.onhand.api.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stands in for the realm: publishes its key where Keycloak does and signs tokens as Keycloak's are. */
final class Realm {
    private static final Realm INSTANCE = new Realm();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEYS = "/realms/onhand/protocol/openid-connect/certs";
    private static final int LIFE_SECONDS = 300;

    private final KeyPair key = newKey();
    private final HttpServer server;

    private Realm() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext(KEYS, exchange -> {
            byte[] body = JSON.writeValueAsBytes(Map.of("keys", List.of(publicKey())));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    static Realm get() {
        return INSTANCE;
    }

    /** Address of Keycloak, without a slash at the end. */
    String keycloak() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String issuer() {
        return keycloak() + "/realms/onhand";
    }

    /** A good token of that client. */
    String token(String client) {
        return sign(key, claims(client));
    }

    String expiredToken(String client) {
        Map<String, Object> claims = claims(client);
        claims.put("iat", Instant.now().getEpochSecond() - 2 * LIFE_SECONDS);
        claims.put("exp", Instant.now().getEpochSecond() - LIFE_SECONDS);
        return sign(key, claims);
    }

    String tokenForAnotherAudience(String client) {
        Map<String, Object> claims = claims(client);
        claims.put("aud", "account");
        return sign(key, claims);
    }

    String tokenOfAnotherIssuer(String client) {
        Map<String, Object> claims = claims(client);
        claims.put("iss", keycloak() + "/realms/master");
        return sign(key, claims);
    }

    String tokenSignedWithAnotherKey(String client) {
        return sign(newKey(), claims(client));
    }

    private Map<String, Object> claims(String client) {
        long now = Instant.now().getEpochSecond();
        return new HashMap<>(Map.of(
                "iss",
                issuer(),
                "aud",
                "onhand-api",
                "azp",
                client,
                "sub",
                UUID.randomUUID().toString(),
                "upn",
                "service-account-" + client,
                "jti",
                UUID.randomUUID().toString(),
                "typ",
                "Bearer",
                "iat",
                now,
                "exp",
                now + LIFE_SECONDS));
    }

    private static String sign(KeyPair with, Map<String, Object> claims) {
        try {
            String content = part(Map.of("alg", "RS256", "typ", "JWT", "kid", "test")) + "." + part(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(with.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> publicKey() {
        RSAPublicKey shown = (RSAPublicKey) key.getPublic();
        return Map.of(
                "kid", "test",
                "kty", "RSA",
                "alg", "RS256",
                "use", "sig",
                "n", unsigned(shown.getModulus()),
                "e", unsigned(shown.getPublicExponent()));
    }

    private static String part(Map<String, Object> content) throws JsonProcessingException {
        return base64(JSON.writeValueAsBytes(content));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
