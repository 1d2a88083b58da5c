package io.onhand.imports;

import io.onhand.canonical.IncomingOrder;
import java.util.List;

/**
 * What a connector read from a file.
 *
 * @param template which layout it recognised
 * @param drift how the header differs from the layout that is known
 * @param orders the orders, each with the rows that it came from
 * @param rejected the rows that are in no order
 */
public record ReadFile(String template, Drift drift, List<FileOrder> orders, List<RejectedRow> rejected) {
    public ReadFile {
        orders = List.copyOf(orders);
        rejected = List.copyOf(rejected);
    }

    /**
     * A changed header, shown and never guessed.
     *
     * @param unknown columns that the layout does not know
     * @param missing columns that the layout knows and could do without
     */
    public record Drift(List<String> unknown, List<String> missing) {
        public Drift {
            unknown = List.copyOf(unknown);
            missing = List.copyOf(missing);
        }
    }

    /** An order and its rows. */
    public record FileOrder(IncomingOrder order, List<Row> rows) {
        public FileOrder {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row as it stands in the file.
     *
     * @param number 1 for the file's first row, header and notices counted
     * @param cells as text, in the file's order
     */
    public record Row(int number, List<String> cells) {}

    /**
     * A row that cannot be an order line.
     *
     * @param code stable, kebab-case
     * @param column the header of the offending cell, or null
     * @param message in English, with the value and the remedy
     */
    public record RejectedRow(Row row, String code, String column, String message) {}
}
