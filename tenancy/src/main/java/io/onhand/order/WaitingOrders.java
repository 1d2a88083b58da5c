package io.onhand.order;

import io.onhand.channel.Listings;
import io.onhand.relay.Outbox;
import io.onhand.stock.Hold;
import io.onhand.stock.StockLedger;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Serves orders that had to wait: for stock, or for somebody to link a listing. Use inside {@link TenantScope#call}. */
@Singleton
public class WaitingOrders {
    private final OrderStore store;
    private final Serving serving;
    private final Listings listings;
    private final StockLedger ledger;
    private final Outbox outbox;

    @Inject
    WaitingOrders(OrderStore store, Serving serving, Listings listings, StockLedger ledger, Outbox outbox) {
        this.store = store;
        this.serving = serving;
        this.listings = listings;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /**
     * Units of those SKUs became free: orders that wait for them get them, the oldest first.
     *
     * @param leaves leaf SKUs
     */
    public void serveWaiting(Collection<UUID> leaves, String actor) {
        OrderStore.Waiting last = OrderStore.Waiting.FIRST;
        List<OrderStore.Waiting> waiting;
        do {
            waiting = store.waitingFor(leaves, last, Orders.MAX_BATCH);
            if (waiting.isEmpty()) return;
            last = waiting.get(waiting.size() - 1);
            List<UUID> ids = waiting.stream().map(OrderStore.Waiting::order).toList();
            List<Order> orders = new ArrayList<>(store.lock(ids));
            orders.sort((a, b) -> Integer.compare(ids.indexOf(a.id), ids.indexOf(b.id)));
            // Some of them got something, so that others may wait behind the limit.
            if (!serve(orders, false, "stock-came", actor).isEmpty()) {
                if (waiting.size() == Orders.MAX_BATCH) outbox.append(Outbox.Kind.STOCK_RAISED, Set.copyOf(leaves));
                return;
            }
            // None of their channels is served from where the units are: those of others may be.
        } while (waiting.size() == Orders.MAX_BATCH);
    }

    /** The network of a channel changed: what its orders wait for may be free somewhere. */
    public void networkChanged(UUID channel) {
        outbox.append(Outbox.Kind.STOCK_RAISED, store.awaitedBy(channel));
    }

    /** A listing has its SKU: orders that waited for it flow. */
    public void serveLinked(UUID listing, String actor) {
        UUID sku = listings.get(listing).skuId();
        if (sku == null) return;
        List<UUID> waiting = store.waitingForListing(listing, Orders.MAX_BATCH);
        if (waiting.isEmpty()) return;
        List<Order> orders = new ArrayList<>(store.lock(waiting));
        orders.sort((a, b) -> Integer.compare(waiting.indexOf(a.id), waiting.indexOf(b.id)));
        for (Order order : orders)
            for (Line line : order.lines) if (line.listingId.equals(listing) && line.unmatched > 0) line.matched(sku);
        serve(orders, true, "linked", actor);
        if (waiting.size() == Orders.MAX_BATCH) outbox.append(Outbox.Kind.LISTING_LINKED, Set.of(listing));
    }

    /**
     * Orders that missed what they wait for are looked at again: one that was being written while its listing was linked, or
     * while stock came, was seen by nobody who knew.
     */
    public void wakeForgotten() {
        outbox.append(Outbox.Kind.LISTING_LINKED, store.linkedButAwaited());
        outbox.append(Outbox.Kind.STOCK_RAISED, store.freeButAwaited());
    }

    private List<Hold> serve(List<Order> orders, boolean obeyPolicy, String event, String actor) {
        Map<UUID, Serving.Terms> terms = serving.terms(
                        orders.stream().map(order -> order.channel).toList())
                .get();
        List<Hold> holds = serving.serve(orders, terms, obeyPolicy);
        Map<UUID, List<Hold>> held = Told.byOrder(holds);
        Set<UUID> met = new HashSet<>(held.keySet());
        if (obeyPolicy) orders.forEach(order -> met.add(order.id));
        List<Order> changed =
                orders.stream().filter(order -> met.contains(order.id)).toList();
        store.update(changed);
        ledger.hold(holds);
        store.note(changed.stream()
                .map(order -> new OrderStore.Event(order.id, event, actor, null, Told.of(order, terms, held)))
                .toList());
        return holds;
    }
}
