package io.onhand.routes.connector.orderfile;

import io.onhand.channel.FileField;
import io.onhand.imports.FileTable;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at the first rows of each sheet for the row that most looks like names of columns, and the rows below it. */
final class TableSearch implements SheetVisitor {
    /** Rows below the header that people are shown. */
    private static final int SAMPLE_ROWS = 5;
    /** Longest text of a cell that people are shown, in characters. */
    private static final int SHOWN_CHARS = 200;
    /** A name that says which field it is weighs more than any number of other names. */
    private static final int KNOWN_NAME_WEIGHT = 100;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Map<String, String> KINDS =
            OwnFields.ALL.stream().collect(Collectors.toMap(FileField::key, FileField::kind));

    private record Sheet(String name, List<SheetRow> rows) {}

    private final ZoneId zone;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;

    /** {@code zone}: the clock of the file's dates. */
    TableSearch(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public boolean sheet(String name) {
        sheets.add(new Sheet(name, new ArrayList<>()));
        return true;
    }

    @Override
    public boolean row(SheetRow row) {
        List<SheetRow> rows = sheets.get(sheets.size() - 1).rows();
        if (!row.isBlank()) {
            rows.add(row);
        }
        return rows.size() < OrderFileLimits.HEADER_SCAN_ROWS + SAMPLE_ROWS;
    }

    @Override
    public boolean isDone() {
        return false;
    }

    @Override
    public void datesFrom1904() {
        from1904 = true;
    }

    /** The likeliest table; empty when there is none. */
    Optional<FileTable> table() {
        WallClock clock = new WallClock(zone, from1904);
        FileTable best = null;
        int bestWeight = 0;
        for (Sheet sheet : sheets) {
            for (int i = 0; i < Math.min(sheet.rows().size(), OrderFileLimits.HEADER_SCAN_ROWS); i++) {
                SheetRow header = sheet.rows().get(i);
                if (header.number() > OrderFileLimits.HEADER_SCAN_ROWS) {
                    break;
                }
                FileTable table = table(sheet, i, clock);
                int weight = weight(table, header);
                if (weight > bestWeight) {
                    best = table;
                    bestWeight = weight;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Names are several, and not numbers. */
    private static int weight(FileTable table, SheetRow header) {
        int names = table.columns().size();
        long known = table.columns().stream()
                .filter(column -> column.guess() != null)
                .count();
        long numbers = table.columns().stream()
                .filter(column -> Numbers.read(column.name()).isPresent())
                .count();
        boolean stored = header.numeric().cardinality() * 2 > names;
        if (names < 2 || numbers * 2 > names || stored) {
            return 0;
        }
        return Math.toIntExact(known) * KNOWN_NAME_WEIGHT + names;
    }

    private FileTable table(Sheet sheet, int headerAt, WallClock clock) {
        SheetRow header = sheet.rows().get(headerAt);
        List<SheetRow> below =
                sheet.rows().subList(headerAt + 1, Math.min(sheet.rows().size(), headerAt + 1 + SAMPLE_ROWS));
        List<List<FileTable.Cell>> cells = new ArrayList<>();
        for (int i = 0; i < header.cells().size(); i++) {
            int column = i;
            cells.add(below.stream().map(row -> cell(row, column, clock)).toList());
        }
        List<Field> guesses = ColumnGuess.of(header.cells(), (column, field) -> fits(cells.get(column), field));
        List<FileTable.Column> columns = new ArrayList<>();
        for (int i = 0; i < header.cells().size(); i++) {
            String name = onOneLine(header.cells().get(i));
            if (!name.isEmpty() && !RejectedRows.isOwnColumn(HeaderName.normalise(name))) {
                Field guess = guesses.get(i);
                columns.add(new FileTable.Column(name, cells.get(i), guess == null ? null : guess.key()));
            }
        }
        return new FileTable(
                sheet.name(), header.number(), columns, Map.of(OrderFileConnector.MALL, OrderTemplates.OWN));
    }

    private static boolean fits(List<FileTable.Cell> cells, Field field) {
        String kind = KINDS.get(field.key());
        return kind != null
                && cells.stream().filter(cell -> !cell.text().isEmpty()).allMatch(cell -> cell.as(kind)
                        .isPresent());
    }

    private FileTable.Cell cell(SheetRow row, int column, WallClock clock) {
        String text = CellText.strip(row.text(column));
        if (text.isEmpty()) {
            return new FileTable.Cell("", Map.of());
        }
        Map<String, String> reads = new HashMap<>();
        Numbers.read(text).ifPresent(number -> {
            reads.put("amount", number.toPlainString());
            if (RowValues.isQuantity(number)) {
                reads.put("quantity", number.stripTrailingZeros().toPlainString());
            }
        });
        clock.read(text).ifPresent(at -> reads.put("date", at.atZone(zone).format(DATE)));
        if (!RowValues.isDamagedId(text, row.numeric().get(column))) {
            reads.put("id", shown(text));
        }
        return new FileTable.Cell(shown(text), reads);
    }

    private static String shown(String text) {
        return text.length() <= SHOWN_CHARS ? text : text.substring(0, SHOWN_CHARS) + "…";
    }

    private static String onOneLine(String name) {
        return CellText.strip(name).replaceAll("\\s+", " ");
    }
}
