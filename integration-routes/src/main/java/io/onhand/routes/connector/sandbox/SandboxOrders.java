package io.onhand.routes.connector.sandbox;

import io.onhand.canonical.IncomingOrder;
import io.onhand.canonical.OrderChange;
import io.onhand.routes.engine.MessageFields;
import io.onhand.routes.engine.OrderNews;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the marketplace's orders. Every message carries the whole order: its lines as they were ordered, and every
 * cancellation so far. So a cancellation that overtakes its order, or a message that comes twice, says nothing wrong.
 */
final class SandboxOrders {
    private static final int ID = 200;
    private static final int MOST_UNITS = 1_000_000;
    private static final int MOST_CANCELLATIONS = 2_000;

    private SandboxOrders() {}

    static OrderNews read(byte[] message) {
        MessageFields envelope = MessageFields.of(message);
        String type = envelope.text("type", 100);
        if (!type.startsWith("order.")) {
            throw envelope.wrong("type", type + " is not about an order");
        }
        MessageFields order = envelope.object("data");
        String id = order.text("id", ID);
        Currency currency = order.currency("currency");
        IncomingOrder incoming = new IncomingOrder(
                id,
                order.instant("placed_at"),
                currency.getCurrencyCode(),
                buyer(order.objectOrEmpty("buyer")),
                shipTo(order),
                lines(order, currency),
                null);
        return new OrderNews(incoming, changes(order, id, incoming));
    }

    private static List<IncomingOrder.Line> lines(MessageFields order, Currency currency) {
        Set<String> seen = new HashSet<>();
        return order.list("lines", 1, IncomingOrder.MAX_LINES).stream()
                .map(line -> line(line, currency, seen))
                .toList();
    }

    private static IncomingOrder.Line line(MessageFields line, Currency currency, Set<String> seen) {
        String id = line.text("id", ID);
        if (!seen.add(id)) {
            throw line.wrong("id", "is there twice");
        }
        String code = line.textOrNull("seller_code", 100);
        return new IncomingOrder.Line(
                id,
                line.text("listing_id", ID),
                code == null ? List.of() : List.of(code),
                line.textOrNull("title", 500),
                line.integer("quantity", 1, MOST_UNITS),
                line.minorUnits("unit_price", currency));
    }

    private static List<OrderChange> changes(MessageFields order, String id, IncomingOrder incoming) {
        Set<String> lines = incoming.lines().stream()
                .map(IncomingOrder.Line::externalLineId)
                .collect(Collectors.toSet());
        return order.list("cancellations", 0, MOST_CANCELLATIONS).stream()
                .map(cancellation -> change(cancellation, id, lines))
                .toList();
    }

    private static OrderChange change(MessageFields cancellation, String order, Set<String> lines) {
        String line = cancellation.text("line_id", ID);
        if (!lines.contains(line)) {
            throw cancellation.wrong("line_id", "is no line of the order");
        }
        return new OrderChange(
                order,
                cancellation.text("id", ID),
                cancellation.instant("at"),
                List.of(new OrderChange.Cancel(line, cancellation.integer("quantity", 1, MOST_UNITS))),
                cancellation.textOrNull("reason", 500));
    }

    private static IncomingOrder.Buyer buyer(MessageFields buyer) {
        return new IncomingOrder.Buyer(
                buyer.textOrNull("name", 200), buyer.textOrNull("phone", 50), buyer.textOrNull("email", 320));
    }

    private static IncomingOrder.Address shipTo(MessageFields order) {
        if (!order.has("ship_to")) {
            return null;
        }
        MessageFields to = order.object("ship_to");
        return new IncomingOrder.Address(
                to.textOrNull("name", 200),
                to.textOrNull("phone", 50),
                to.textOrNull("postal_code", 20),
                to.textOrNull("country", 2),
                to.textOrNull("region", 100),
                to.textOrNull("city", 100),
                to.textOrNull("line1", 300),
                to.textOrNull("line2", 300));
    }
}
