package io.onhand.api.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One wrong input.
 *
 * @param pointer JSON Pointer of the input as a URI fragment, e.g. {@code #/lines/0/quantity}
 * @param field the same place as a path, e.g. {@code lines[0].quantity}
 * @param code stable, kebab-case
 * @param detail English words
 */
@Schema(name = "InputError")
public record InputError(
        @Schema(example = "#/lines/0/quantity") String pointer,
        @Schema(example = "lines[0].quantity") String field,
        @Schema(example = "out-of-range") String code,

        @Schema(example = "must be greater than or equal to 1")
        String detail) {

    static InputError at(String field, String code, String detail) {
        return new InputError(pointer(field), field, code, detail);
    }

    /** {@code lines[0].quantity} as {@code #/lines/0/quantity}. */
    static String pointer(String field) {
        if (field == null || field.isEmpty()) {
            return "#";
        }
        String path =
                field.replace("~", "~0").replace("/", "~1").replace("[", "/").replace("]", "");
        return "#/" + path.replace('.', '/');
    }
}
