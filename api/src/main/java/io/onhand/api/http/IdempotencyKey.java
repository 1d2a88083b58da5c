package io.onhand.api.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The value of the header {@code Idempotency-Key}. */
final class IdempotencyKey {
    private IdempotencyKey() {}

    /** The key, quoted as the draft standard says or bare as many clients send it: 1 to 255 printable ASCII characters. */
    static String parse(String header) {
        String key = header.strip();
        if (key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"")) {
            key = key.substring(1, key.length() - 1);
        }
        boolean printable = key.chars().allMatch(c -> c >= 0x21 && c <= 0x7e && c != '"' && c != '\\');
        if (key.isEmpty() || key.length() > Limits.KEY_CHARACTERS || !printable) {
            throw HttpRefusal.malformed(
                    "idempotency-key-malformed",
                    CallerFilter.KEY,
                    "Idempotency-Key must be 1 to " + Limits.KEY_CHARACTERS
                            + " printable ASCII characters without spaces, e.g. a UUID");
        }
        return key;
    }

    /** What besides the body makes two requests the same. */
    static byte[] route(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return (request.getMethod() + ' ' + uri.getRawPath() + query + '\n').getBytes(StandardCharsets.UTF_8);
    }
}
