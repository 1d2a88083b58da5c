package io.onhand.imports;

import io.onhand.channel.FileField;
import io.onhand.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table that stands in a file whose columns nobody has explained yet: its names and its first rows, and what each cell
 * can be read as.
 *
 * @param sheet the sheet's name, "" where the format has none
 * @param headerRow the row of the names, from 1
 * @param columns in the file's order; those without a name are left out
 * @param settings what the channel's settings must say besides, for the columns to count
 */
public record FileTable(String sheet, int headerRow, List<Column> columns, Map<String, String> settings) {
    public FileTable {
        columns = List.copyOf(columns);
        settings = Map.copyOf(settings);
    }

    /**
     * A column.
     *
     * @param name as in the file, on one line
     * @param cells of the first rows below the header
     * @param guess key of the field that it tells by its name and cells, or null
     */
    public record Column(String name, List<Cell> cells, String guess) {
        public Column {
            cells = List.copyOf(cells);
        }

        /** Whether there are cells, and none of them can be read as this kind of field. */
        boolean isNo(String kind) {
            List<Cell> filled =
                    cells.stream().filter(cell -> !cell.text().isEmpty()).toList();
            return !filled.isEmpty()
                    && filled.stream().allMatch(cell -> cell.as(kind).isEmpty());
        }

        private String example() {
            return cells.stream()
                    .map(Cell::text)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * A cell.
     *
     * @param text as in the file, "" when it is empty
     * @param reads by kind of field what it is read as: a number without separators, a date as {@code 2026-08-03 21:14}; a
     *     kind that it cannot be read as is missing
     */
    public record Cell(String text, Map<String, String> reads) {
        public Cell {
            reads = Map.copyOf(reads);
        }

        /** What it is read as in a field of this kind; empty when it cannot be, or when it is empty. */
        public Optional<String> as(String kind) {
            return Optional.ofNullable(kind.equals("text") && !text.isEmpty() ? text : reads.get(kind));
        }
    }

    /** The column of that name; the first of several. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /**
     * What is wrong with naming these columns for this file, each at {@code columns.<field>}: {@code column-not-in-file},
     * {@code column-twice-in-file}, or {@code column-no-id}, {@code -no-quantity}, {@code -no-amount}, {@code -no-date} when
     * none of its first cells can be read so.
     */
    public List<Refusal> problems(Map<String, String> named, List<FileField> fields) {
        List<Refusal> problems = new ArrayList<>();
        for (FileField field : fields) {
            String name = named.get(field.key());
            if (name != null && !name.isBlank()) problem(field, name.strip()).ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<Refusal> problem(FileField field, String name) {
        String at = "columns." + field.key();
        List<Column> found =
                columns.stream().filter(column -> column.name().equals(name)).toList();
        if (found.isEmpty())
            return Optional.of(Refusal.invalid("column-not-in-file", at, "The file has no column " + name + ".")
                    .with("column", name));
        if (found.size() > 1)
            return Optional.of(Refusal.invalid(
                            "column-twice-in-file", at, "The file has several columns called " + name + "; rename one.")
                    .with("column", name));
        Column column = found.get(0);
        if (!column.isNo(field.kind())) return Optional.empty();
        return Optional.of(Refusal.invalid(
                        "column-no-" + field.kind(),
                        at,
                        "\"" + column.example() + "\" in the column " + name + " is no " + field.kind() + ".")
                .with("column", name)
                .with("value", column.example()));
    }
}
