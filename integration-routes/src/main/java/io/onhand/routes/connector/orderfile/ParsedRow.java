package io.onhand.routes.connector.orderfile;

import io.onhand.canonical.IncomingOrder;
import java.util.List;

/**
 * One row of the file and what became of it: part of an order, rejected, or a repetition of an earlier row.
 *
 * @param rowNumber as Excel shows it, from 1
 * @param cells the row's texts in the order of the file
 * @param orderId the order that the row belongs to; null when the row does not even say that
 * @param line the order line that it tells; null when it was rejected before that was known
 * @param rejection why it was not taken; null when it was
 * @param repeats the number of the earlier row that says the same, which alone counts; null for a row of its own
 */
public record ParsedRow(
        int rowNumber,
        List<String> cells,
        String orderId,
        IncomingOrder.Line line,
        RowRejection rejection,
        Integer repeats) {
    /** Whether the row is in an order. */
    public boolean isTaken() {
        return rejection == null && repeats == null;
    }

    ParsedRow rejected(RowRejection why) {
        return new ParsedRow(rowNumber, cells, orderId, line, why, null);
    }

    ParsedRow repeating(int earlierRow) {
        return new ParsedRow(rowNumber, cells, orderId, line, null, earlierRow);
    }
}
