package io.onhand.tenant;

import java.util.List;
import java.util.function.Function;

/**
 * Some of a long list.
 *
 * @param items in the list's order
 * @param next where the next page starts, or null when this is the last; opaque to everybody but the list that gave it
 */
public record Page<T>(List<T> items, String next) {
    /** Most items that one page may have. */
    public static final int MAX = 200;

    /** Cuts {@code found}, which was asked for one item more than {@code limit}, to a page. */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) return new Page<>(List.copyOf(found), null);
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }
}
