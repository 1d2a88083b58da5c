package io.onhand.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;

/**
 * Passwords, client secrets and the encryption key of one installation: made at the first start, kept in {@code
 * secrets.properties}, which only its owner can read.
 */
final class Secrets {
    static final String SUPERUSER = "database.superuser.password";
    static final String OWNER = "database.owner.password";
    static final String APP = "database.app.password";
    static final String RELAY = "database.relay.password";
    static final String KEYCLOAK_DATABASE = "database.keycloak.password";
    static final String KEYCLOAK_ADMIN = "keycloak.admin.password";
    static final String PORTAL_CLIENT = "client.onhand-portal.secret";
    static final String ONBOARDING_CLIENT = "client.onhand-onboarding.secret";
    static final String OPERATOR_CLIENT = "client.onhand-operator.secret";
    static final String KEYS = "secrets.keys";

    private static final int PASSWORD_BYTES = 24;
    private static final int KEY_BYTES = 32;

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** Reads the file of this installation; makes what is missing. */
    static Secrets of(Home home) {
        Path file = home.data().resolve("secrets.properties");
        Properties values = new Properties();
        try {
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    values.load(reader);
                }
            }
            if (complete(values)) {
                write(values, file);
            }
        } catch (IOException e) {
            throw new LaunchFailure("cannot keep secrets in " + file + ": " + e.getMessage(), e);
        }
        return new Secrets(values);
    }

    String get(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("no such secret: " + name);
        }
        return value;
    }

    /** The secret with which a sandbox shop signs its webhooks: the same at every start, another one elsewhere. */
    String webhookSecret(String shop) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(get(KEYS).getBytes(StandardCharsets.UTF_8));
            byte[] key = digest.digest(("webhooks of " + shop).getBytes(StandardCharsets.UTF_8));
            return "whsec_" + Base64.getEncoder().encodeToString(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static boolean complete(Properties values) {
        SecureRandom random = new SecureRandom();
        boolean changed = false;
        for (String name : new String[] {
            SUPERUSER,
            OWNER,
            APP,
            RELAY,
            KEYCLOAK_DATABASE,
            KEYCLOAK_ADMIN,
            PORTAL_CLIENT,
            ONBOARDING_CLIENT,
            OPERATOR_CLIENT
        }) {
            changed |= values.putIfAbsent(name, HexFormat.of().formatHex(bytes(random, PASSWORD_BYTES))) == null;
        }
        String key = "k1:" + Base64.getEncoder().encodeToString(bytes(random, KEY_BYTES));
        changed |= values.putIfAbsent(KEYS, key) == null;
        return changed;
    }

    private static byte[] bytes(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void write(Properties values, Path file) throws IOException {
        StringWriter text = new StringWriter();
        values.store(text, "Made at the first start. Whoever reads this file can read everything.");
        Path draft = Files.createTempFile(
                file.getParent(),
                "secrets",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text.toString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The secrets that the realm's JSON names as {@code @NAME@}. */
    Map<String, String> ofRealm() {
        return Map.of(
                "PORTAL_CLIENT_SECRET", get(PORTAL_CLIENT),
                "ONBOARDING_CLIENT_SECRET", get(ONBOARDING_CLIENT),
                "OPERATOR_CLIENT_SECRET", get(OPERATOR_CLIENT));
    }
}
