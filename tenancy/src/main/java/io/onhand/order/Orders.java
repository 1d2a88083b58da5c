package io.onhand.order;

import io.onhand.canonical.IncomingOrder;
import io.onhand.channel.Listings;
import io.onhand.refusal.Refusal;
import io.onhand.refusal.Require;
import io.onhand.stock.Hold;
import io.onhand.stock.StockLedger;
import io.onhand.tenant.DatabaseFailure;
import io.onhand.tenant.Ids;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes orders in. Use inside {@link TenantScope#call}: an order, its holds and the messages that follow are
 * one transaction.
 */
@Singleton
public class Orders {
    /** Most orders in one call. */
    public static final int MAX_BATCH = 500;

    private final OrderStore store;
    private final Serving serving;
    private final Goods goods;
    private final Listings listings;
    private final StockLedger ledger;
    private final Cancellations cancellations;

    @Inject
    Orders(
            OrderStore store,
            Serving serving,
            Goods goods,
            Listings listings,
            StockLedger ledger,
            Cancellations cancellations) {
        this.store = store;
        this.serving = serving;
        this.goods = goods;
        this.listings = listings;
        this.ledger = ledger;
        this.cancellations = cancellations;
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
        Supplier<Goods.View> askedGoods = goods.of(seen(drafts));
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
        Goods.View view = askedGoods.get();
        boolean changed = results.values().stream().anyMatch(one -> one.outcome() == Accepted.Outcome.CHANGED);
        results.putAll(create(fresh, terms, changed ? view.withoutStock() : view));
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
        boolean same = known.fingerprint.equals(draft.fingerprint());
        return accepted(known, same ? Accepted.Outcome.DUPLICATE : Accepted.Outcome.CHANGED);
    }

    private IdentityHashMap<OrderDraft, Accepted> create(
            List<OrderDraft> drafts, Map<UUID, Serving.Terms> terms, Goods.View view) {
        IdentityHashMap<OrderDraft, Accepted> results = new IdentityHashMap<>();
        if (drafts.isEmpty()) return results;
        Map<Listings.Key, Listings.Link> links = listings.resolve(seen(drafts), view.links());
        List<OrderStore.New> orders =
                drafts.stream().map(draft -> fresh(draft, links)).toList();
        List<Order> bare = orders.stream().map(OrderStore.New::order).toList();
        List<Hold> holds = serving.serve(bare, terms, true, view);
        bare.forEach(Order::derive);
        // Levels before numbers, for everybody: two deliveries of an order meet at its units first.
        ledger.hold(holds);
        store.insert(orders);
        Map<UUID, List<Hold>> held = Told.byOrder(holds);
        store.note(orders.stream()
                .map(one -> new OrderStore.Event(
                        one.order().id, "accepted", one.draft().actor(), null, Told.of(one.order(), terms, held)))
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
            lines.add(line(id, lines.size() + 1, wanted, link(links, draft, wanted)));
        return new OrderStore.New(
                new Order(
                        id,
                        draft.channel(),
                        draft.order().externalId(),
                        draft.order().currency(),
                        draft.fingerprint(),
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
        if (known.fingerprint.equals(draft.fingerprint())) return accepted(known, Accepted.Outcome.DUPLICATE);
        Order order = store.lock(List.of(known.id)).get(0);
        if (order.fingerprint.equals(draft.fingerprint())) return accepted(order, Accepted.Outcome.DUPLICATE);
        // Its import was taken back meanwhile: its number is free, and it is a new one.
        if (order.state == OrderState.UNDONE) throw DatabaseFailure.overtaken("Orders that were known");
        Map<Listings.Key, Listings.Link> links = listings.resolve(seen(List.of(draft)));
        try {
            refuseContradictions(order, draft, links);
        } catch (Refusal contradiction) {
            return refused(draft, contradiction);
        }
        Map<String, Line> present = new LinkedHashMap<>();
        order.lines.forEach(line -> present.put(line.externalLineId, line));
        Map<Line, Integer> fewer = new LinkedHashMap<>();
        List<Line> added = new ArrayList<>();
        for (IncomingOrder.Line wanted : draft.order().lines()) {
            Line line = present.remove(wanted.externalLineId());
            if (line == null)
                added.add(line(order.id, order.lines.size() + added.size() + 1, wanted, link(links, draft, wanted)));
            else fewer.put(line, line.tell(wanted));
        }
        // A file lists what is still to be shipped: a line that it leaves out is done, not cancelled.
        if (draft.source() != OrderDraft.Source.FILE) present.values().forEach(line -> fewer.put(line, line.leftOut()));
        fewer.values().removeIf(units -> units == 0);
        cancellations.release(List.of(order), fewer);
        store.insertLines(added);
        order.lines.addAll(added);
        List<Hold> holds = serving.serve(List.of(order), terms, true);
        store.update(List.of(order));
        ledger.hold(holds);
        store.updateTold(order, draft);
        Map<String, Object> details = Told.of(order, terms, Told.byOrder(holds));
        details.put("fewer", fewer.values().stream().mapToInt(Integer::intValue).sum());
        details.put("added", added.stream().mapToInt(line -> line.quantity).sum());
        store.note(List.of(new OrderStore.Event(order.id, "changed", draft.actor(), null, details)));
        return accepted(order, Accepted.Outcome.CHANGED);
    }

    /** What no change of an order can be is for a person. */
    private static void refuseContradictions(Order order, OrderDraft draft, Map<Listings.Key, Listings.Link> links) {
        IncomingOrder message = draft.order();
        if (!message.currency().equals(order.currency))
            throw Refusal.conflict("currency-changed", "The order is in " + order.currency)
                    .with("currency", order.currency)
                    .at("currency");
        Map<String, Line> present = new HashMap<>();
        order.lines.forEach(line -> present.put(line.externalLineId, line));
        int lines = order.lines.size();
        for (int i = 0; i < message.lines().size(); i++) {
            IncomingOrder.Line wanted = message.lines().get(i);
            Line line = present.get(wanted.externalLineId());
            if (line == null) lines++;
            else if (!line.listingId.equals(link(links, draft, wanted).listing()))
                throw Refusal.conflict(
                                "line-of-another-listing",
                                "Line " + wanted.externalLineId()
                                        + " was of another listing; cancel it and add a line with a number of its own")
                        .at("lines[" + i + "].listingId");
        }
        Require.range("lines.size", lines, 1, IncomingOrder.MAX_LINES);
    }

    private static Listings.Link link(
            Map<Listings.Key, Listings.Link> links, OrderDraft draft, IncomingOrder.Line wanted) {
        return links.get(new Listings.Key(draft.channel(), wanted.listingId()));
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
        return Refusal.notFound("channel", draft.channel()).at("channelId");
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
