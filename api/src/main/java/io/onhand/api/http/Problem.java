package io.onhand.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.onhand.refusal.Refusal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error as RFC 9457 describes it. {@code code} is stable; {@code detail} is for people and may change. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "field", "instance", "errors", "values"})
@Schema(name = "Problem", description = "An error (RFC 9457). Decide by `code`; show `detail` to people.")
public record Problem(
        @Schema(example = "https://onhand.io/problems/invalid-input", description = "One URI for each code.")
        String type,

        @Schema(example = "Invalid input", description = "The code in words.")
        String title,

        @Schema(example = "422", description = "The HTTP status.")
        int status,

        @Schema(example = "invalid-input", description = "Stable, kebab-case.")
        String code,

        @Schema(example = "quantity must be 1 or more", description = "This case in English.")
        String detail,

        @Schema(example = "lines[0].quantity", description = "The offending input, when there is one.")
        String field,

        @Schema(
                example = "urn:uuid:0198c2a4-8a57-7c3e-b6b1-0f2d6f4f5a10",
                description = "Reference of an unexpected failure: quote it to support.")
        String instance,

        @Schema(description = "Each wrong input, when there can be several.")
        List<InputError> errors,

        @Schema(description = "Values that belong to the code, e.g. what is available.")
        Map<String, Object> values) {

    /** Where problem types live. */
    static final String TYPES = "https://onhand.io/problems/";

    /** The code of a version that is not the current one any more. */
    private static final String STALE = "changed-meanwhile";

    /** Media type of every problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A refusal of the core. */
    public static Problem of(Refusal refusal) {
        return of(status(refusal), refusal.code(), refusal.getMessage())
                .at(refusal.field())
                .values(refusal.details());
    }

    /** Wrong input; at least one error. */
    public static Problem of(List<InputError> errors) {
        return HttpRefusal.invalid(errors).problem();
    }

    private static int status(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID -> 422;
            case NOT_FOUND -> 404;
            case CONFLICT -> refusal.code().equals(STALE) ? 412 : 409;
            case FORBIDDEN -> 403;
            case TOO_MUCH -> 413;
        };
    }

    static Problem of(int status, String code, String detail) {
        return new Problem(TYPES + code, title(code), status, code, detail, null, null, List.of(), Map.of());
    }

    Problem at(String field) {
        return new Problem(type, title, status, code, detail, field, instance, errors, values);
    }

    Problem instance(String instance) {
        return new Problem(type, title, status, code, detail, field, instance, errors, values);
    }

    Problem errors(List<InputError> errors) {
        return new Problem(type, title, status, code, detail, field, instance, errors, values);
    }

    Problem values(Map<String, Object> values) {
        return new Problem(type, title, status, code, detail, field, instance, errors, values);
    }

    /** {@code unknown-field} becomes {@code Unknown field}. */
    private static String title(String code) {
        String words = code.replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
