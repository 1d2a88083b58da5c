package io.onhand.routes.engine;

import io.onhand.canonical.IncomingOrder;
import io.onhand.canonical.OrderChange;
import java.util.List;

/**
 * What one message says: an order as it was placed, and what became of it since. Both together where the channel sends
 * whole orders, so that messages may come in any order.
 *
 * @param order null when the message tells a change only
 * @param changes oldest first; they may be known already
 */
public record OrderNews(IncomingOrder order, List<OrderChange> changes) {
    public OrderNews {
        changes = List.copyOf(changes);
    }
}
