package io.onhand.routes.connector.orderfile;

import java.util.List;

/**
 * Which columns tell a field.
 *
 * @param field the field
 * @param required whether a file without it cannot be read
 * @param separator what the parts are joined with; null when there is one part
 * @param parts each a list of column names: the first that is filled in tells the part
 */
record Binding(Field field, boolean required, String separator, List<List<String>> parts) {
    /** The first filled of these columns. */
    static Binding first(Field field, boolean required, String... columns) {
        return new Binding(field, required, null, List.of(List.of(columns)));
    }

    /** All of these columns, joined; a column may have other names, separated by {@code |}. */
    static Binding joined(Field field, boolean required, String separator, String... columns) {
        return new Binding(
                field,
                required,
                separator,
                List.of(columns).stream()
                        .map(names -> List.of(names.split("\\|", -1)))
                        .toList());
    }
}
