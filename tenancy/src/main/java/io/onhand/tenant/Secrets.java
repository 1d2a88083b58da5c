package io.onhand.tenant;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what must not be readable at rest: AES-256-GCM, bound to the tenant. The first key encrypts, every key
 * decrypts: a new key is put in front, and the old one is dropped once everything was written again.
 */
public final class Secrets {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final String current;
    private final SecureRandom random = new SecureRandom();

    /** @param keyList {@code kid:base64-of-32-bytes[,kid2:...]}, each kid 1 to 20 characters */
    public Secrets(String keyList) {
        for (String entry : keyList.split(",", -1)) {
            int colon = entry.indexOf(':');
            byte[] key = colon < 1
                    ? new byte[0]
                    : Base64.getDecoder().decode(entry.substring(colon + 1).strip());
            String kid = entry.substring(0, Math.max(colon, 0)).strip();
            if (key.length != KEY_BYTES || kid.isEmpty() || kid.length() > 20)
                throw new IllegalArgumentException(
                        "onhand.secrets.keys must be kid:base64-of-32-bytes, several separated by commas");
            keys.put(kid, new SecretKeySpec(key, "AES"));
        }
        current = keys.keySet().iterator().next();
    }

    /** Encrypts for one tenant. The result names its key. */
    public byte[] encrypt(TenantId tenant, String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, current, tenant, nonce, plain.getBytes(StandardCharsets.UTF_8));
        byte[] kid = current.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + kid.length + nonce.length + sealed.length)
                .put((byte) kid.length)
                .put(kid)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** The plain text again. Another tenant's bytes, or changed ones, fail. */
    public String decrypt(TenantId tenant, byte[] encrypted) {
        ByteBuffer buffer = ByteBuffer.wrap(encrypted);
        byte[] kid = new byte[buffer.get()];
        buffer.get(kid);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return new String(
                run(Cipher.DECRYPT_MODE, new String(kid, StandardCharsets.UTF_8), tenant, nonce, sealed),
                StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String kid, TenantId tenant, byte[] nonce, byte[] input) {
        SecretKeySpec key = keys.get(kid);
        if (key == null) throw new IllegalStateException("No key " + kid + " in onhand.secrets.keys");
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(tenant.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Secret of tenant " + tenant + " cannot be read with key " + kid, e);
        }
    }
}
