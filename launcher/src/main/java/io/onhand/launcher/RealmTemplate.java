package io.onhand.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The realm's JSON with its {@code @NAMES@} replaced; the repository holds no secret. */
final class RealmTemplate {
    private static final Pattern NAME = Pattern.compile("@([A-Z_]+)@");

    private RealmTemplate() {}

    /**
     * The realm as Keycloak imports it.
     *
     * @throws IllegalArgumentException when the template names a value that is not given
     */
    static String fill(Map<String, String> values) {
        return replace(template(), values);
    }

    static String replace(String template, Map<String, String> values) {
        return NAME.matcher(template).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for " + match.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static String template() {
        try (InputStream stream = RealmTemplate.class.getResourceAsStream("/keycloak/onhand-realm.json")) {
            if (stream == null) {
                throw new IllegalStateException("keycloak/onhand-realm.json is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("keycloak/onhand-realm.json cannot be read", e);
        }
    }
}
