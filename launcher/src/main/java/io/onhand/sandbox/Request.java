package io.onhand.sandbox;

import com.sun.net.httpserver.Headers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;

/**
 * One request, read completely.
 *
 * @param method HTTP method
 * @param values what stood at the names of the route's path
 * @param query decoded query parameters; the last of several with one name
 * @param headers as received
 * @param body raw, at most {@value Front#BODY_LIMIT_BYTES} bytes
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
record Request(String method, Map<String, String> values, Map<String, String> query, Headers headers, byte[] body) {

    /** The value at {@code name} in the path. */
    String value(String name) {
        return values.get(name);
    }

    /** The query parameter {@code limit}, 1 to {@code most}; {@code most} when absent. */
    int limit(int most) {
        String text = query.get("limit");
        if (text == null) {
            return most;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw notALimit(most);
        }
        throw notALimit(most);
    }

    /** The query parameter {@code name} as an instant, or {@code otherwise} when absent. */
    Instant instant(String name, Instant otherwise) {
        String text = query.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw ApiError.invalid(
                    "invalid_time", name, name + " must be an ISO 8601 time with offset, e.g. 2026-08-03T09:15:30Z");
        }
    }

    private static ApiError notALimit(int most) {
        return ApiError.invalid("invalid_limit", "limit", "limit must be a whole number from 1 to " + most);
    }
}
