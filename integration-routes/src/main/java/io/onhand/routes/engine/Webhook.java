package io.onhand.routes.engine;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request that claims to come from a channel, with its body as it came. */
public final class Webhook {
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;

    /** @param headers by name, in any case */
    public Webhook(Map<String, String> headers, byte[] body) {
        this.headers.putAll(headers);
        this.body = body.clone();
    }

    /**
     * The header's value.
     *
     * @throws WebhookRefused when there is none
     */
    public String header(String name) {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new WebhookRefused("Header " + name.toLowerCase(Locale.ROOT) + " is missing");
        }
        return value;
    }

    /** All headers. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** The raw bytes. */
    public byte[] body() {
        return body.clone();
    }
}
