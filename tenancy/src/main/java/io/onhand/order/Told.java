package io.onhand.order;

import io.onhand.stock.Hold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the timeline of an order says of where its units went. */
final class Told {
    private Told() {}

    static Map<UUID, List<Hold>> byOrder(List<Hold> holds) {
        return holds.stream().collect(Collectors.groupingBy(Hold::order));
    }

    /** @param holds of any orders, {@link #byOrder} */
    static Map<String, Object> of(Order order, Map<UUID, Serving.Terms> terms, Map<UUID, List<Hold>> holds) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Hold hold : holds.getOrDefault(order.id, List.of()))
            places.merge(terms.get(order.channel).codes().get(hold.place().location()), hold.quantity(), Integer::sum);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("held", places);
        put(
                details,
                "backordered",
                order.lines.stream().mapToInt(line -> line.backordered).sum());
        put(
                details,
                "unmatched",
                order.lines.stream().mapToInt(line -> line.unmatched).sum());
        put(
                details,
                "refused",
                order.lines.stream().mapToInt(line -> line.refused).sum());
        return details;
    }

    private static void put(Map<String, Object> details, String name, int units) {
        if (units > 0) details.put(name, units);
    }
}
