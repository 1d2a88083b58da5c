package io.onhand.relay;

import com.fasterxml.jackson.core.type.TypeReference;
import io.onhand.refusal.Refusal;
import io.onhand.tenant.Json;
import io.onhand.tenant.Row;
import java.sql.SQLException;
import java.util.Map;

/**
 * Why a message had no effect.
 *
 * @param code what it is, as translations call it, e.g. {@code number-out-of-range}; null for what was noted before codes were
 * @param field what it is about, e.g. {@code lines[0].quantity}, or null
 * @param details values that the words of a translation need
 * @param words in English; a translation names them {@code problem}
 */
public record MessageError(String code, String field, Map<String, Object> details, String words) {
    /** What somebody has to look into. */
    private static final String UNEXPECTED = "message-failed";

    /** Of what its effect threw. */
    public static MessageError of(RuntimeException failure) {
        return failure instanceof Refusal refusal
                ? of(refusal)
                : new MessageError(UNEXPECTED, null, Map.of(), String.valueOf(failure.getMessage()));
    }

    /** Of a message that can never have its effect. */
    public static MessageError of(Refusal refusal) {
        return new MessageError(refusal.code(), refusal.field(), refusal.details(), refusal.getMessage());
    }

    /**
     * Of a message that is not what its channel promised.
     *
     * @param field path in the message; empty for the whole message
     * @param problem in English
     */
    public static MessageError unreadable(String field, String problem) {
        return new MessageError("message-unreadable", field.isEmpty() ? null : field, Map.of(), problem);
    }

    /** Of a row of {@code inbox} or {@code outbox}; null when no attempt has failed. */
    static MessageError of(Row row) throws SQLException {
        String words = row.text("last_error");
        if (words == null) return null;
        Map<String, Object> details = Json.read(row.text("last_error_details"), new TypeReference<>() {});
        return new MessageError(
                row.text("last_error_code"), row.text("last_error_field"), details == null ? Map.of() : details, words);
    }

    /** As its column keeps them. */
    String detailsAsJson() {
        return Json.write(details);
    }
}
