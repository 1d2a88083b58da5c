package io.onhand.routes.connector.orderfile;

/**
 * Why a row was not taken.
 *
 * @param code stable, kebab-case, e.g. {@code id-damaged-by-excel}
 * @param column the header of the column it is about, as in the file; null when it is about the whole row
 * @param value what stands there, at most 200 characters; null when it is not about a value
 * @param message English
 */
public record RowRejection(String code, String column, String value, String message) {
    private static final int MAX_VALUE_CHARS = 200;

    public RowRejection {
        if (value != null && value.length() > MAX_VALUE_CHARS) {
            value = value.substring(0, MAX_VALUE_CHARS);
        }
    }
}
