package io.onhand.routes.connector.orderfile;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds identifiers that Excel has cut in a text file: it keeps 15 digits of a number and writes zeros for the others. One
 * number may end in zeros by chance, most of a column's do not.
 */
final class CutIds {
    private static final List<Field> IDS = List.of(Field.ORDER_ID, Field.LINE_ID, Field.LISTING);
    private static final int EXCEL_DIGITS = 15;

    /** Zeros that are no chance any more: a tenth of all numbers end in one. */
    private static final int NO_CHANCE = 4;

    /** How many zeros the chance of a number with another tail outweighs. */
    private static final int WHOLE_WEIGHS = 2;

    private final HeaderMatch header;

    CutIds(HeaderMatch header) {
        this.header = header;
    }

    /** Rejects the rows whose identifiers are cut. */
    void reject(List<ParsedRow> rows) {
        for (int column : columns()) {
            Set<String> cut = cut(rows, column);
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).rejection() == null && cut.contains(id(rows.get(i), column))) {
                    rows.set(i, rows.get(i).rejected(rejection(column, id(rows.get(i), column))));
                }
            }
        }
    }

    private Set<Integer> columns() {
        Set<Integer> columns = new LinkedHashSet<>();
        for (Field field : IDS) {
            HeaderMatch.Place place = header.place(field);
            List<int[]> parts = place == null ? List.of() : place.parts();
            for (int[] part : parts) {
                for (int column : part) {
                    columns.add(column);
                }
            }
        }
        return columns;
    }

    /** The column's identifiers that are cut; empty when that may be chance. */
    private static Set<String> cut(List<ParsedRow> rows, int column) {
        Set<String> all = new HashSet<>();
        Set<String> cut = new HashSet<>();
        int evidence = 0;
        for (ParsedRow row : rows) {
            String id = id(row, column);
            if (!isLong(id) || !all.add(id)) {
                continue;
            }
            if (isCut(id)) {
                cut.add(id);
                evidence += id.length() - EXCEL_DIGITS;
            } else {
                evidence -= WHOLE_WEIGHS;
            }
        }
        return cut.size() > 1 && evidence >= NO_CHANCE ? cut : Set.of();
    }

    private static String id(ParsedRow row, int column) {
        return column < row.cells().size() ? CellText.strip(row.cells().get(column)) : "";
    }

    private static boolean isLong(String id) {
        return id.length() > EXCEL_DIGITS && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isCut(String id) {
        return id.chars().skip(EXCEL_DIGITS).allMatch(c -> c == '0');
    }

    private RowRejection rejection(int column, String id) {
        String name = header.header().get(column).strip();
        return new RowRejection(
                "id-damaged-by-excel",
                name,
                id,
                "The numbers in " + name + " end in zeros: Excel has cut them to " + EXCEL_DIGITS
                        + " digits; download the file again and do not save it with Excel.");
    }
}
