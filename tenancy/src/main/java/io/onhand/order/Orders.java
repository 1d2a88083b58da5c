package io.onhand.order;

import io.onhand.canonical.IncomingOrder;
import io.onhand.canonical.OrderChange;
import io.onhand.channel.Listings;
import io.onhand.refusal.Refusal;
import io.onhand.refusal.Require;
import io.onhand.relay.Outbox;
import io.onhand.stock.Hold;
import io.onhand.stock.StockLedger;
import io.onhand.tenant.Ids;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Accepts orders and changes them. Use inside {@link TenantScope#call}: an order, its holds and the messages that follow are
 * one transaction.
 */
@Singleton
public class Orders {
    /** Most orders in one call. */
    public static final int MAX_BATCH = 500;

    private final OrderStore store;
    private final Serving serving;
    private final Listings listings;
    private final StockLedger ledger;
    private final Outbox outbox;

    @Inject
    public Orders(OrderStore store, Serving serving, Listings listings, StockLedger ledger, Outbox outbox) {
        this.store = store;
        this.serving = serving;
        this.listings = listings;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /**
     * Takes orders, each decided alone, in their order. Idempotent on channel and external id: the same order again changes
     * nothing, another content under the same number changes the order that is there. An unknown listing is no reason to lose
     * an order: its units wait to be linked. Without stock, the channel's policy decides.
     *
     * @param drafts 1 to {@value #MAX_BATCH}
     * @return one result for each draft, in the same order
     */
    public List<Accepted> accept(List<OrderDraft> drafts) {
        Require.range("orders.size", drafts.size(), 1, MAX_BATCH);
        IdentityHashMap<OrderDraft, Accepted> results = new IdentityHashMap<>();
        List<OrderDraft> sound = new ArrayList<>();
        for (OrderDraft draft : drafts) {
            Refusal refusal = malformed(draft);
            if (refusal == null) sound.add(draft);
            else results.put(draft, refused(draft, refusal));
        }
        if (!sound.isEmpty()) decide(sound, results);
        return drafts.stream().map(results::get).toList();
    }

    private void decide(List<OrderDraft> drafts, IdentityHashMap<OrderDraft, Accepted> results) {
        // What the decision needs is asked for at once: the first answer that is looked at sends all of it.
        Supplier<Map<UUID, Serving.Terms>> askedTerms = serving.terms(channels(drafts));
        Supplier<Map<OrderStore.ExternalNumber, Order>> askedOrders = store.find(numbers(drafts));
        Supplier<Map<Listings.Key, Listings.Link>> askedLinks = listings.known(seen(drafts));
        Map<UUID, Serving.Terms> terms = askedTerms.get();
        Map<OrderStore.ExternalNumber, Order> known = askedOrders.get();
        Set<OrderStore.ExternalNumber> taken = new HashSet<>();
        List<OrderDraft> fresh = new ArrayList<>();
        List<OrderDraft> again = new ArrayList<>();
        for (OrderDraft draft : drafts) {
            OrderStore.ExternalNumber number = number(draft);
            if (!terms.containsKey(draft.channel())) results.put(draft, refused(draft, noChannel(draft)));
            else if (!taken.add(number)) again.add(draft);
            else if (known.containsKey(number)) results.put(draft, repeat(known.get(number), draft, terms));
            else fresh.add(draft);
        }
        results.putAll(create(fresh, terms, askedLinks.get()));
        // The same number twice in one list: the second is decided on what the first one left.
        for (OrderDraft draft : again) results.put(draft, repeat(find(number(draft)), draft, terms));
    }

    /** What {@link #accept} would do with those orders now, without doing it: one result for each, in the same order. */
    public List<Accepted> foresee(List<OrderDraft> drafts) {
        Supplier<Map<UUID, Serving.Terms>> askedTerms = serving.terms(channels(drafts));
        Map<OrderStore.ExternalNumber, Order> known =
                store.find(numbers(drafts)).get();
        Map<UUID, Serving.Terms> terms = askedTerms.get();
        return drafts.stream()
                .map(draft -> foresee(draft, terms, known.get(number(draft))))
                .toList();
    }

    private static Accepted foresee(OrderDraft draft, Map<UUID, Serving.Terms> terms, Order known) {
        Refusal refusal = malformed(draft);
        if (refusal != null) return refused(draft, refusal);
        if (!terms.containsKey(draft.channel())) return refused(draft, noChannel(draft));
        if (known == null)
            return new Accepted(draft.channel(), draft.order().externalId(), Accepted.Outcome.NEW, null, null, null);
        boolean same = known.fingerprint.equals(Incoming.fingerprint(draft.order()));
        return accepted(known, same ? Accepted.Outcome.DUPLICATE : Accepted.Outcome.CHANGED);
    }

    /**
     * A channel cancels units. More than are open cancels what is open. The same event again changes nothing.
     *
     * @throws Refusal {@code order-not-found} when the order has not come yet: try again when it has
     */
    public UUID change(UUID channel, OrderChange change, String actor) {
        Order found = find(new OrderStore.ExternalNumber(channel, change.externalId()));
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

    /**
     * Units of those SKUs became free: orders that wait for them get them, the oldest first.
     *
     * @param leaves leaf SKUs
     */
    public void serveWaiting(Collection<UUID> leaves, String actor) {
        List<UUID> waiting = store.waitingFor(leaves, MAX_BATCH);
        if (waiting.isEmpty()) return;
        List<Order> orders = new ArrayList<>(store.lock(waiting));
        orders.sort((a, b) -> Integer.compare(waiting.indexOf(a.id), waiting.indexOf(b.id)));
        List<Hold> holds = serve(orders, false, "stock-came", actor);
        // All of them got something, so that others may wait behind the limit.
        if (waiting.size() == MAX_BATCH && !holds.isEmpty())
            outbox.append(Outbox.Kind.STOCK_RAISED, Set.copyOf(leaves));
    }

    /** A listing has its SKU: orders that waited for it flow. */
    public void serveLinked(UUID listing, String actor) {
        UUID sku = listings.get(listing).skuId();
        if (sku == null) return;
        List<UUID> waiting = store.waitingForListing(listing, MAX_BATCH);
        if (waiting.isEmpty()) return;
        List<Order> orders = new ArrayList<>(store.lock(waiting));
        orders.sort((a, b) -> Integer.compare(waiting.indexOf(a.id), waiting.indexOf(b.id)));
        for (Order order : orders)
            for (Line line : order.lines) if (line.listingId.equals(listing) && line.unmatched > 0) line.matched(sku);
        serve(orders, true, "linked", actor);
        if (waiting.size() == MAX_BATCH) outbox.append(Outbox.Kind.LISTING_LINKED, Set.of(listing));
    }

    private List<Hold> serve(List<Order> orders, boolean obeyPolicy, String event, String actor) {
        Map<UUID, Serving.Terms> terms = serving.terms(
                        orders.stream().map(order -> order.channel).toList())
                .get();
        List<Hold> holds = serving.serve(orders, terms, obeyPolicy);
        Set<UUID> met = new LinkedHashSet<>();
        holds.forEach(hold -> met.add(hold.order()));
        if (obeyPolicy) orders.forEach(order -> met.add(order.id));
        List<Order> changed =
                orders.stream().filter(order -> met.contains(order.id)).toList();
        store.update(changed);
        ledger.hold(holds);
        store.note(changed.stream()
                .map(order -> new OrderStore.Event(order.id, event, actor, null, told(order, terms, holds)))
                .toList());
        return holds;
    }

    private IdentityHashMap<OrderDraft, Accepted> create(
            List<OrderDraft> drafts, Map<UUID, Serving.Terms> terms, Map<Listings.Key, Listings.Link> known) {
        IdentityHashMap<OrderDraft, Accepted> results = new IdentityHashMap<>();
        if (drafts.isEmpty()) return results;
        Map<Listings.Key, Listings.Link> links = listings.resolve(seen(drafts), known);
        List<OrderStore.New> orders =
                drafts.stream().map(draft -> fresh(draft, links)).toList();
        List<Order> bare = orders.stream().map(OrderStore.New::order).toList();
        List<Hold> holds = serving.serve(bare, terms, true);
        bare.forEach(Order::derive);
        store.insert(orders);
        ledger.hold(holds);
        store.note(orders.stream()
                .map(one -> new OrderStore.Event(
                        one.order().id, "accepted", one.draft().actor(), null, told(one.order(), terms, holds)))
                .toList());
        for (OrderStore.New one : orders)
            results.put(
                    one.draft(),
                    new Accepted(
                            one.order().channel,
                            one.order().externalId,
                            Accepted.Outcome.NEW,
                            one.order().id,
                            one.order().state,
                            null));
        return results;
    }

    private static OrderStore.New fresh(OrderDraft draft, Map<Listings.Key, Listings.Link> links) {
        UUID id = Ids.next();
        List<Line> lines = new ArrayList<>();
        for (IncomingOrder.Line wanted : draft.order().lines())
            lines.add(line(
                    id, lines.size() + 1, wanted, links.get(new Listings.Key(draft.channel(), wanted.listingId()))));
        return new OrderStore.New(
                new Order(
                        id,
                        draft.channel(),
                        draft.order().externalId(),
                        Incoming.fingerprint(draft.order()),
                        OrderState.BACKORDERED,
                        0,
                        lines),
                draft);
    }

    private static Line line(UUID order, int position, IncomingOrder.Line wanted, Listings.Link link) {
        return Line.of(Ids.next(), order, position, wanted, link.listing(), link.sku());
    }

    private static List<Listings.Seen> seen(List<OrderDraft> drafts) {
        List<Listings.Seen> seen = new ArrayList<>();
        for (OrderDraft draft : drafts)
            for (IncomingOrder.Line line : draft.order().lines())
                seen.add(new Listings.Seen(draft.channel(), line.listingId(), line.skuCandidates(), line.title()));
        return seen;
    }

    private Order find(OrderStore.ExternalNumber number) {
        return store.find(List.of(number)).get().get(number);
    }

    /** The number is known: nothing to do for the same content, else the difference is written. */
    private Accepted repeat(Order known, OrderDraft draft, Map<UUID, Serving.Terms> terms) {
        String fingerprint = Incoming.fingerprint(draft.order());
        if (known.fingerprint.equals(fingerprint)) return accepted(known, Accepted.Outcome.DUPLICATE);
        Order order = store.lock(List.of(known.id)).get(0);
        if (order.fingerprint.equals(fingerprint)) return accepted(order, Accepted.Outcome.DUPLICATE);
        Map<Listings.Key, Listings.Link> links = listings.resolve(seen(List.of(draft)));
        Map<String, Line> present = new LinkedHashMap<>();
        order.lines.forEach(line -> present.put(line.externalLineId, line));
        Map<Line, Integer> fewer = new LinkedHashMap<>();
        List<Line> added = new ArrayList<>();
        for (IncomingOrder.Line wanted : draft.order().lines()) {
            Line line = present.remove(wanted.externalLineId());
            if (line == null)
                added.add(line(
                        order.id,
                        order.lines.size() + added.size() + 1,
                        wanted,
                        links.get(new Listings.Key(draft.channel(), wanted.listingId()))));
            else if (wanted.quantity() > line.quantity) line.add(wanted.quantity() - line.quantity);
            else if (wanted.quantity() < line.quantity - line.cancelled)
                fewer.put(line, Math.min(line.open(), line.quantity - line.cancelled - wanted.quantity()));
        }
        // A file lists what is still to be shipped: a line that it leaves out is done, not cancelled.
        if (draft.source() != OrderDraft.Source.FILE) present.values().forEach(line -> fewer.put(line, line.open()));
        release(List.of(order), fewer);
        store.insertLines(added);
        order.lines.addAll(added);
        List<Hold> holds = serving.serve(List.of(order), terms, true);
        store.update(List.of(order));
        ledger.hold(holds);
        store.updateContact(order, draft.order());
        Map<String, Object> details = told(order, terms, holds);
        details.put("fewer", fewer.values().stream().mapToInt(Integer::intValue).sum());
        details.put("added", added.stream().mapToInt(line -> line.quantity).sum());
        store.note(List.of(new OrderStore.Event(order.id, "changed", draft.actor(), null, details)));
        return accepted(order, Accepted.Outcome.CHANGED);
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
    private void release(List<Order> orders, Map<Line, Integer> units) {
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

    /** What the timeline says of where the units went. */
    private static Map<String, Object> told(Order order, Map<UUID, Serving.Terms> terms, List<Hold> holds) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Hold hold : holds)
            if (hold.order().equals(order.id))
                places.merge(
                        terms.get(order.channel).codes().get(hold.place().location()), hold.quantity(), Integer::sum);
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

    private static Refusal malformed(OrderDraft draft) {
        try {
            Incoming.check(draft.order());
            return null;
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    private static Refusal noChannel(OrderDraft draft) {
        return Refusal.notFound("channel", draft.channel());
    }

    private static List<UUID> channels(List<OrderDraft> drafts) {
        return drafts.stream().map(OrderDraft::channel).toList();
    }

    private static List<OrderStore.ExternalNumber> numbers(List<OrderDraft> drafts) {
        return drafts.stream().map(Orders::number).toList();
    }

    private static OrderStore.ExternalNumber number(OrderDraft draft) {
        return new OrderStore.ExternalNumber(draft.channel(), draft.order().externalId());
    }

    private static Accepted accepted(Order order, Accepted.Outcome outcome) {
        return new Accepted(order.channel, order.externalId, outcome, order.id, order.state, null);
    }

    private static Accepted refused(OrderDraft draft, Refusal refusal) {
        return new Accepted(draft.channel(), draft.order().externalId(), Accepted.Outcome.REFUSED, null, null, refusal);
    }
}
