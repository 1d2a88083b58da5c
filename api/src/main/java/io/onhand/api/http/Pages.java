package io.onhand.api.http;

import io.onhand.refusal.Refusal;
import io.onhand.tenant.Cursor;
import io.onhand.tenant.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Paging by cursor. A cursor is opaque to callers; it says where the next page starts, never what may be seen. */
public final class Pages {
    private static final int MOST_CURSOR_CHARACTERS = 1000;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private Pages() {}

    /** How many items a page has, 1 to {@link Limits#PAGE_ITEMS}; {@link Limits#PAGE_DEFAULT} when not said. */
    public static int limit(String limit) {
        if (limit == null) {
            return Limits.PAGE_DEFAULT;
        }
        try {
            int wanted = Integer.parseInt(limit);
            if (wanted >= 1 && wanted <= Limits.PAGE_ITEMS) {
                return wanted;
            }
        } catch (NumberFormatException notANumber) {
            throw badLimit();
        }
        throw badLimit();
    }

    private static HttpRefusal badLimit() {
        return HttpRefusal.malformed("limit-out-of-range", "limit", "limit must be 1 to " + Limits.PAGE_ITEMS);
    }

    /** The cursor of a list that is ordered by time, checked. */
    public static String byTime(String cursor) {
        if (cursor == null) {
            return null;
        }
        if (cursor.isEmpty() || cursor.length() > MOST_CURSOR_CHARACTERS) {
            throw malformed();
        }
        try {
            Instant at = Cursor.parse(cursor).at();
            if (!at.isBefore(Instant.EPOCH) && !at.isAfter(LAST)) {
                return cursor;
            }
        } catch (Refusal notOurs) {
            throw malformed();
        }
        throw malformed();
    }

    /** The text that a list ordered by text goes on after, or null for its start. */
    public static String byText(String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            if (!cursor.isEmpty() && cursor.length() <= MOST_CURSOR_CHARACTERS) {
                String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                if (Json.storable(text)) {
                    return text;
                }
            }
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        }
        throw malformed();
    }

    /** The opaque cursor of a page that is ordered by text; null on the last one. */
    public static String next(Page<?> page) {
        return page.next() == null
                ? null
                : Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(page.next().getBytes(StandardCharsets.UTF_8));
    }

    private static HttpRefusal malformed() {
        return HttpRefusal.malformed("cursor-malformed", "cursor", "cursor must be a value of next that we sent");
    }
}
