package io.onhand.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * One page of a list.
 *
 * @param items at most the asked limit
 * @param nextCursor give it back to get the next page; null at the end
 */
record Page<T>(List<T> items, String nextCursor) {
    /** Most items on one page. */
    static final int LIMIT = 100;

    /** Makes a position opaque. */
    static String cursor(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /** The position in {@code cursor}; empty for none. */
    static String position(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return "";
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw badCursor();
        }
    }

    static ApiError badCursor() {
        return ApiError.invalid("invalid_cursor", "cursor", "cursor must be a next_cursor that was given here");
    }
}
