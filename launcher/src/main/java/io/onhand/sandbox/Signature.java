package io.onhand.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs webhooks as Standard Webhooks 1.0.0 says: HMAC-SHA256 over {@code id.timestamp.body}, version {@code v1}. */
final class Signature {
    private static final String PREFIX = "whsec_";

    private final byte[] key;

    private Signature(byte[] key) {
        this.key = key;
    }

    /**
     * Reads a secret.
     *
     * @param secret {@code whsec_} and base64 of 24 to 64 bytes
     * @throws IllegalArgumentException when it is not one
     */
    static Signature with(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("must start with " + PREFIX);
        }
        byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        if (key.length < 24 || key.length > 64) {
            throw new IllegalArgumentException("must hold 24 to 64 bytes");
        }
        return new Signature(key);
    }

    /** A key that nobody knows: what it signs must be refused. */
    Signature spoiled() {
        byte[] other = key.clone();
        other[0] ^= 0x55;
        return new Signature(other);
    }

    /** The value of the header {@code webhook-signature}. */
    String sign(String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java", e);
        }
    }
}
