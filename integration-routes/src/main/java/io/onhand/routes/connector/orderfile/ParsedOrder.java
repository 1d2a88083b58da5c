package io.onhand.routes.connector.orderfile;

import io.onhand.canonical.IncomingOrder;
import java.util.List;

/**
 * An order and the rows that tell it.
 *
 * @param order the order
 * @param rowNumbers the rows it was made of, one per line, in the order of its lines
 */
public record ParsedOrder(IncomingOrder order, List<Integer> rowNumbers) {
    public ParsedOrder {
        rowNumbers = List.copyOf(rowNumbers);
    }
}
