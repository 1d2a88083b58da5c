package io.onhand.refusal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An expected failure. It changes nothing: whoever throws it has written nothing, or the transaction around it is rolled
 * back. {@link #code()} is stable and translated by the portal; {@link #getMessage()} is English for logs and the API.
 */
public final class Refusal extends RuntimeException {
    /** What kind of answer a refusal is; the API maps each to one HTTP status. */
    public enum Kind {
        /** The input is wrong: 400 or 422. */
        INVALID,
        /** There is no such thing in this tenant: 404. */
        NOT_FOUND,
        /** The thing is not in a state that allows it, or somebody else changed it: 409 or 412. */
        CONFLICT,
        /** The person or client may not do this: 403. */
        FORBIDDEN,
        /** Too much at once: 413 or 429. */
        TOO_MUCH
    }

    private final Kind kind;
    private final String code;
    private final String field;
    private final Map<String, Object> details;

    private Refusal(Kind kind, String code, String field, String message, Map<String, Object> details) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
        this.field = field;
        this.details = details;
    }

    /** The value of {@code field} is wrong; {@code message} says what it must be. */
    public static Refusal invalid(String code, String field, String message) {
        return new Refusal(Kind.INVALID, code, field, message, Map.of());
    }

    /** No {@code noun} answers to {@code id} in this tenant. The code is {@code <noun>-not-found}. */
    public static Refusal notFound(String noun, Object id) {
        return new Refusal(Kind.NOT_FOUND, noun + "-not-found", null, "No " + noun + " " + id, Map.of())
                .with("id", String.valueOf(id));
    }

    public static Refusal conflict(String code, String message) {
        return new Refusal(Kind.CONFLICT, code, null, message, Map.of());
    }

    public static Refusal forbidden(String code, String message) {
        return new Refusal(Kind.FORBIDDEN, code, null, message, Map.of());
    }

    public static Refusal tooMuch(String code, String field, String message) {
        return new Refusal(Kind.TOO_MUCH, code, field, message, Map.of());
    }

    /** The same refusal with one more detail, for the words that a translation fills in. */
    public Refusal with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Refusal(kind, code, field, getMessage(), Map.copyOf(more));
    }

    /** The same refusal, said of another field (a batch names the item: {@code items[3].quantity}). */
    public Refusal at(String otherField) {
        return new Refusal(kind, code, otherField, getMessage(), details);
    }

    public Kind kind() {
        return kind;
    }

    /** Stable, kebab-case, e.g. {@code quantity-not-positive}. */
    public String code() {
        return code;
    }

    /** The offending input, e.g. {@code lines[0].quantity}; null when it is not about one. */
    public String field() {
        return field;
    }

    /** Values that the words need. */
    public Map<String, Object> details() {
        return details;
    }
}
