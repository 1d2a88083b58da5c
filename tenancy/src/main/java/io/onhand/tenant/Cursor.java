package io.onhand.tenant;

import io.onhand.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A place in a list that is ordered by a time, newest first, and by id: the last row that was read. */
public record Cursor(Instant at, UUID id) {
    private static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    /** Reads what {@link #text} wrote; null means the start of the list. */
    public static Cursor parse(String text) {
        if (text == null || text.isEmpty()) return START;
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int bar = plain.indexOf('|');
            if (bar < 0) throw malformed();
            return new Cursor(Instant.parse(plain.substring(0, bar)), UUID.fromString(plain.substring(bar + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw malformed();
        }
    }

    /** The opaque text for clients. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + "|" + id).getBytes(StandardCharsets.UTF_8));
    }

    private static Refusal malformed() {
        return Refusal.invalid("cursor-malformed", "cursor", "Use the cursor of the page before, unchanged");
    }
}
