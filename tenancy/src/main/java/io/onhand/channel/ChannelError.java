package io.onhand.channel;

import io.onhand.tenant.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

/**
 * Why a call to a channel failed.
 *
 * @param kind null for one that was noted before kinds were
 * @param words what the channel or the network said, at most {@value #MOST_WORDS} characters, never a secret
 */
public record ChannelError(Kind kind, String words, Instant at) {
    static final int MOST_WORDS = 500;

    /** What kind of failure, which decides what happens next. */
    public enum Kind {
        /** Out of reach, out of order or too slow: it is tried again; the circuit counts it. */
        UNAVAILABLE,
        /** Asked too often: left alone as long as it says; no fault of the channel. */
        THROTTLED,
        /** It does not accept our credentials: the circuit counts it, a person has to look. */
        UNAUTHORIZED,
        /** It does not understand or accept this very request. */
        REFUSED;

        /** As the column, the API and translations call it, e.g. {@code unavailable}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of a row of {@code channel}; null when none of its calls has failed. */
    static ChannelError of(Row row) throws SQLException {
        String words = row.text("last_error");
        if (words == null) return null;
        String kind = row.text("last_error_kind");
        return new ChannelError(
                kind == null ? null : Kind.valueOf(kind.toUpperCase(Locale.ROOT)), words, row.instant("last_error_at"));
    }
}
