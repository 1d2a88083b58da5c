package io.onhand.order;

import io.onhand.canonical.OrderChange;
import io.onhand.refusal.Refusal;
import io.onhand.refusal.Require;
import io.onhand.stock.StockLedger;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Cancels units of orders and puts what they held back on sale. Use inside {@link TenantScope#call}. */
@Singleton
public class Cancellations {
    private final OrderStore store;
    private final StockLedger ledger;

    @Inject
    Cancellations(OrderStore store, StockLedger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /**
     * A channel cancels units. More than are open cancels what is open. The same event again changes nothing.
     *
     * @throws Refusal {@code order-not-found} when the order has not come yet: try again when it has
     */
    public UUID change(UUID channel, OrderChange change, String actor) {
        OrderStore.ExternalNumber number = new OrderStore.ExternalNumber(channel, change.externalId());
        Order found = store.find(List.of(number)).get().get(number);
        if (found == null) throw Refusal.notFound("order", change.externalId());
        Order order = store.lock(List.of(found.id)).get(0);
        if (store.noted(order.id, change.eventId())) return order.id;
        Map<Line, Integer> units = new LinkedHashMap<>();
        if (change.cancels().isEmpty()) order.lines.forEach(line -> units.put(line, line.open()));
        for (OrderChange.Cancel cancel : change.cancels()) {
            Line line = order.lines.stream()
                    .filter(one -> one.externalLineId.equals(cancel.externalLineId()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid(
                            "line-unknown", "cancels.externalLineId", "No line " + cancel.externalLineId()));
            units.merge(line, Math.max(0, cancel.quantity()), Integer::sum);
        }
        units.replaceAll((line, count) -> Math.min(count, line.open()));
        cancel(order, units, change.reason(), actor, change.eventId());
        return order.id;
    }

    /** Units of a line that a person cancels. */
    public record Cancel(UUID line, int quantity) {}

    /**
     * Cancels units, those first that hold nothing; held ones go back on sale.
     *
     * @param cancels what to cancel; empty for everything that is open
     * @param expectedVersion the version that the decision was made on; null to not compare
     */
    public void cancel(UUID id, List<Cancel> cancels, String reason, Long expectedVersion, String actor) {
        Require.optionalText("reason", reason, 500);
        Order order = locked(id);
        if (expectedVersion != null && order.version != expectedVersion) throw TenantScope.changedMeanwhile();
        Map<Line, Integer> units = new LinkedHashMap<>();
        if (cancels.isEmpty()) order.lines.forEach(line -> units.put(line, line.open()));
        for (int i = 0; i < cancels.size(); i++) {
            Cancel wanted = cancels.get(i);
            Line line = order.lines.stream()
                    .filter(one -> one.id.equals(wanted.line()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("order-line", wanted.line()));
            Require.range("lines[" + i + "].quantity", wanted.quantity(), 1, Integer.MAX_VALUE);
            if (units.merge(line, wanted.quantity(), Integer::sum) > line.open())
                throw Refusal.conflict(
                                "not-that-many-open",
                                "Only " + line.open() + " units of line " + line.externalLineId + " can be cancelled")
                        .with("open", line.open())
                        .at("lines[" + i + "].quantity");
        }
        if (units.values().stream().mapToInt(Integer::intValue).sum() == 0)
            throw Refusal.conflict("nothing-to-cancel", "No unit of the order can be cancelled any more");
        cancel(order, units, reason, actor, null);
    }

    /** Takes back orders that an import brought: what is open is cancelled, and their numbers are free again. */
    public void undo(Collection<UUID> orders, String actor) {
        List<Order> back = store.lock(orders).stream()
                .filter(order -> order.state != OrderState.UNDONE)
                .toList();
        Map<Line, Integer> units = new LinkedHashMap<>();
        for (Order order : back) {
            if (order.lines.stream().anyMatch(line -> line.shipped > 0))
                throw Refusal.conflict("already-shipped", "Order " + order.externalId + " is shipped in part");
            order.lines.forEach(line -> units.put(line, line.open()));
            order.state = OrderState.UNDONE;
        }
        release(back, units);
        store.update(back);
        store.note(back.stream()
                .map(order -> new OrderStore.Event(order.id, "undone", actor, null, Map.of()))
                .toList());
    }

    private void cancel(Order order, Map<Line, Integer> units, String reason, String actor, String eventKey) {
        release(List.of(order), units);
        store.update(List.of(order));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("units", units.values().stream().mapToInt(Integer::intValue).sum());
        if (reason != null) details.put("reason", reason);
        store.note(List.of(new OrderStore.Event(order.id, "cancelled", actor, eventKey, details)));
    }

    /** Cancels units of the lines and gives back what they hold. */
    void release(List<Order> orders, Map<Line, Integer> units) {
        Map<UUID, List<StockLedger.Open>> open = ledger
                .open(orders.stream().map(order -> order.id).toList())
                .stream()
                .collect(Collectors.groupingBy(StockLedger.Open::line));
        Map<StockLedger.Open, Integer> back = new LinkedHashMap<>();
        units.forEach((line, count) -> {
            int held = line.cancel(count);
            if (held > 0) back.putAll(Release.choose(held, open.getOrDefault(line.id, List.of())));
        });
        ledger.release(back);
    }

    private Order locked(UUID id) {
        List<Order> found = store.lock(List.of(id));
        if (found.isEmpty()) throw Refusal.notFound("order", id);
        return found.get(0);
    }
}
