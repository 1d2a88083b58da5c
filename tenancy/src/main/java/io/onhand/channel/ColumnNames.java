package io.onhand.channel;

import io.onhand.refusal.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which column of a file tells which field, as a setting of type {@code columns} says it: {@code field=column} parts,
 * separated by semicolons or line breaks. A name that contains one of these, or starts with a quotation mark, stands in
 * quotation marks, which are doubled inside.
 */
public final class ColumnNames {
    /** A part: up to a separator, but a quoted name after the equals sign is taken whole. */
    private static final Pattern PART = Pattern.compile("[^=;\n]*=\\s*\"(?:[^\"]|\"\")*\"\\s*(?=[;\n]|$)|[^;\n]+");

    private ColumnNames() {}

    /**
     * The names by field, in the order written.
     *
     * @throws Refusal {@code template-malformed}
     */
    public static Map<String, String> read(String written) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String part : parts(written == null ? "" : written)) {
            int equals = part.indexOf('=');
            if (equals < 0)
                throw Refusal.invalid(
                                "template-malformed",
                                "columns",
                                "\"" + part.strip() + "\" is not written field=column.")
                        .with("part", part.strip());
            columns.put(
                    part.substring(0, equals).strip(),
                    unquoted(part.substring(equals + 1).strip()));
        }
        return columns;
    }

    /** The same as one text; fields without a column are left out. */
    public static String write(Map<String, String> columns) {
        return columns.entrySet().stream()
                .filter(entry -> isNamed(entry.getValue()))
                .map(entry -> entry.getKey() + "=" + quoted(entry.getValue().strip()))
                .collect(Collectors.joining("; "));
    }

    /**
     * Everything that is wrong with them, each at {@code columns.<field>}: {@code template-field-unknown}, {@code
     * column-needed}, {@code column-chosen-twice}.
     */
    public static List<Refusal> problems(Map<String, String> columns, List<FileField> fields) {
        List<Refusal> problems = new ArrayList<>();
        List<String> keys = fields.stream().map(FileField::key).toList();
        columns.keySet().stream()
                .filter(key -> !keys.contains(key))
                .map(key -> Refusal.invalid(
                                "template-field-unknown",
                                "columns." + key,
                                "There is no field " + key + "; use one of " + keys + ".")
                        .with("field", key))
                .forEach(problems::add);
        Map<String, String> chosen = new HashMap<>();
        for (FileField field : fields) {
            String column = columns.get(field.key());
            if (isNamed(column)) {
                String other = chosen.putIfAbsent(column.strip(), field.key());
                if (other != null)
                    problems.add(Refusal.invalid(
                                    "column-chosen-twice",
                                    "columns." + field.key(),
                                    "The column " + column + " tells " + other + " already.")
                            .with("column", column)
                            .with("other", other));
            } else if (isMissing(field, columns, fields)) {
                List<String> oneOf = sharing(field, fields);
                problems.add(Refusal.invalid(
                                "column-needed",
                                "columns." + field.key(),
                                "Say which column tells " + String.join(" or ", oneOf) + ".")
                        .with("fields", oneOf));
            }
        }
        return problems;
    }

    /** Of several fields that could do, the first one speaks. */
    private static boolean isMissing(FileField field, Map<String, String> columns, List<FileField> fields) {
        if (field.need() == null) return false;
        List<String> oneOf = sharing(field, fields);
        return oneOf.get(0).equals(field.key()) && oneOf.stream().noneMatch(key -> isNamed(columns.get(key)));
    }

    private static List<String> sharing(FileField field, List<FileField> fields) {
        return fields.stream()
                .filter(other -> Objects.equals(other.need(), field.need()))
                .map(FileField::key)
                .toList();
    }

    private static boolean isNamed(String column) {
        return column != null && !column.isBlank();
    }

    private static List<String> parts(String written) {
        return PART.matcher(written)
                .results()
                .map(MatchResult::group)
                .filter(part -> !part.isBlank())
                .toList();
    }

    private static String quoted(String name) {
        boolean plain = name.indexOf(';') < 0 && name.indexOf('\n') < 0 && !name.startsWith("\"");
        return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
