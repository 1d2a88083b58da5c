package io.onhand.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One shop: what it sells, what was ordered, and how it behaves. */
final class Shop {
    private final String id;
    private final Clock clock;
    private final StockBook stock;
    private final ShopOrders orders;
    private final Tokens tokens;
    private final Webhooks webhooks;
    private final Counters counters = new Counters();
    private volatile ShopSettings settings;
    private volatile Faults faults = Faults.NONE;
    private volatile Quota quota;

    Shop(String id, ShopSettings settings, Clock clock, Journal journal, Sender sender) {
        this.id = id;
        this.clock = clock;
        this.settings = settings;
        this.quota = new Quota(clock, settings.quota());
        this.stock = new StockBook(id, clock, journal, () -> this.settings.historyLimit());
        this.orders = new ShopOrders(id, clock, journal);
        this.tokens = new Tokens(clock);
        this.webhooks = new Webhooks(id, clock, sender, () -> this.settings, () -> this.faults);
    }

    String id() {
        return id;
    }

    /** Appends all that a restart must find. */
    void appendTo(Journal journal) {
        journal.append("shop", id, "settings", settings.toJson());
        stock.appendTo(journal);
        orders.appendTo(journal);
    }

    StockBook stock() {
        return stock;
    }

    ShopOrders orders() {
        return orders;
    }

    Tokens tokens() {
        return tokens;
    }

    Webhooks webhooks() {
        return webhooks;
    }

    Counters counters() {
        return counters;
    }

    Quota quota() {
        return quota;
    }

    ShopSettings settings() {
        return settings;
    }

    void settings(ShopSettings changed) {
        boolean otherQuota = !changed.quota().equals(settings.quota());
        settings = changed;
        if (otherQuota) {
            quota = new Quota(clock, changed.quota());
        }
    }

    Faults faults() {
        return faults;
    }

    void faults(Faults changed) {
        faults = changed;
    }

    /**
     * A buyer orders.
     *
     * @param silent true when no webhook tells of it and only polling shows it
     */
    MarketOrder place(
            List<MarketOrder.Line> lines,
            MarketOrder.Buyer buyer,
            MarketOrder.ShipTo shipTo,
            Instant placedAt,
            boolean silent) {
        Map<String, Integer> taken = new HashMap<>();
        lines.forEach(line -> taken.merge(line.listingId(), line.quantity(), Integer::sum));
        if (settings.checksStock()) {
            taken.forEach(this::mustHave);
        }
        if (settings.decrementsOwnStock()) {
            taken.replaceAll((listing, quantity) -> -quantity);
            stock.move(taken, StockBook.Source.ORDER);
        }
        MarketOrder order = orders.place(placedAt, settings.currency(), buyer, shipTo, lines);
        if (!silent) {
            webhooks.send("order.created", order);
        }
        return order;
    }

    /** A buyer or the marketplace cancels; no quantities means everything that is open. */
    MarketOrder cancel(String orderId, Map<String, Integer> quantities, String reason, boolean silent) {
        int before = orders.get(orderId).cancellations().size();
        MarketOrder order = orders.cancel(orderId, quantities, reason);
        if (settings.decrementsOwnStock()) {
            stock.move(returned(order, before), StockBook.Source.CANCELLATION);
        }
        if (!silent) {
            webhooks.send("order.cancelled", order);
        }
        return order;
    }

    ObjectNode summary(boolean withListings) {
        ObjectNode json =
                Json.object().put("shop", id).put("name", settings.name()).put("orders", orders.count());
        json.set("counts", counters.toJson());
        ObjectNode sent = json.putObject("webhooks");
        webhooks.counts().forEach((state, count) -> sent.put(Json.lower(state), count));
        json.set("faults", faults.toJson());
        if (withListings) {
            json.set("listings", Json.tree(stock.levels()));
        }
        return json;
    }

    private void mustHave(String listing, int quantity) {
        StockBook.Level level = stock.level(listing);
        if (level == null || level.quantity() < quantity) {
            throw new ApiError(409, "sold_out", "lines", "Listing " + listing + " has not enough units", Map.of());
        }
    }

    private static Map<String, Integer> returned(MarketOrder order, int before) {
        Map<String, String> listings = new HashMap<>();
        order.lines().forEach(line -> listings.put(line.id(), line.listingId()));
        Map<String, Integer> returned = new LinkedHashMap<>();
        for (MarketOrder.Cancellation cancellation :
                order.cancellations().subList(before, order.cancellations().size())) {
            returned.merge(listings.get(cancellation.lineId()), cancellation.quantity(), Integer::sum);
        }
        return returned;
    }
}
