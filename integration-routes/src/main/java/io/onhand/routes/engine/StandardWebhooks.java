package io.onhand.routes.engine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.StringTokenizer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks webhooks that are signed as Standard Webhooks 1.0.0 says (symmetric, {@code v1}). */
public final class StandardWebhooks {
    /** How far a message's time may be from ours, either way. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String SECRET_PREFIX = "whsec_";
    private static final String VERSION_PREFIX = "v1,";

    private StandardWebhooks() {}

    /**
     * Checks signature and age.
     *
     * @param secret {@code whsec_} and base64
     * @return the header {@code webhook-id}
     * @throws WebhookRefused when no signature fits, or the message is too old or from the future
     */
    public static String verify(Webhook webhook, String secret, Instant now) {
        String id = webhook.header("webhook-id");
        String timestamp = webhook.header("webhook-timestamp");
        String signatures = webhook.header("webhook-signature");
        if (Duration.between(at(timestamp), now).abs().compareTo(TOLERANCE) > 0) {
            throw new WebhookRefused("webhook-timestamp is more than " + TOLERANCE.toMinutes() + " minutes away");
        }
        byte[] expected = sign(secret, id, timestamp, webhook.body());
        for (StringTokenizer given = new StringTokenizer(signatures, " "); given.hasMoreTokens(); ) {
            if (fits(given.nextToken(), expected)) {
                return id;
            }
        }
        throw new WebhookRefused("No signature in webhook-signature fits");
    }

    private static boolean fits(String signature, byte[] expected) {
        if (!signature.startsWith(VERSION_PREFIX)) {
            return false;
        }
        try {
            byte[] given = Base64.getDecoder().decode(signature.substring(VERSION_PREFIX.length()));
            return MessageDigest.isEqual(given, expected);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] sign(String secret, String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java", e);
        }
    }

    private static byte[] key(String secret) {
        try {
            String text = secret == null ? "" : secret;
            byte[] key = Base64.getDecoder()
                    .decode(text.startsWith(SECRET_PREFIX) ? text.substring(SECRET_PREFIX.length()) : text);
            if (key.length > 0) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new WebhookRefused("The channel's webhook secret is not whsec_ and base64");
        }
        throw new WebhookRefused("The channel has no webhook secret");
    }

    private static Instant at(String timestamp) {
        try {
            return Instant.ofEpochSecond(Math.max(0, Math.min(Long.parseLong(timestamp), 1L << 40)));
        } catch (NumberFormatException e) {
            throw new WebhookRefused("webhook-timestamp is not a number of seconds");
        }
    }
}
