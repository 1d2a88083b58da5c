package io.onhand.sandbox;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The orders of one shop, by id and by the time of their last change. */
final class ShopOrders {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Ids hold the milliseconds times this, so that they have 18 digits and no JavaScript number can carry them. */
    private static final long IDS_PER_MILLI = 100_000;

    private record Position(Instant updatedAt, String id) implements Comparable<Position> {
        @Override
        public int compareTo(Position other) {
            int byTime = updatedAt.compareTo(other.updatedAt);
            return byTime != 0 ? byTime : id.compareTo(other.id);
        }
    }

    private final String shop;
    private final Clock clock;
    private final Journal journal;
    private final Map<String, MarketOrder> byId = new HashMap<>();
    private final NavigableMap<Position, MarketOrder> byTime = new TreeMap<>();
    private long lastId;
    private Instant lastTime = Instant.MIN;

    ShopOrders(String shop, Clock clock, Journal journal) {
        this.shop = shop;
        this.clock = clock;
        this.journal = journal;
    }

    /** Places an order; the id, number and times are given here, the lines are numbered from 1. */
    synchronized MarketOrder place(
            Instant placedAt,
            String currency,
            MarketOrder.Buyer buyer,
            MarketOrder.ShipTo shipTo,
            List<MarketOrder.Line> lines) {
        Instant now = tick();
        String id = nextId();
        List<MarketOrder.Line> numbered = new ArrayList<>(lines.size());
        for (MarketOrder.Line line : lines) {
            numbered.add(new MarketOrder.Line(
                    id + "-" + (numbered.size() + 1),
                    line.listingId(),
                    line.sellerCode(),
                    line.title(),
                    line.quantity(),
                    line.unitPrice()));
        }
        String number = DAY.format(now) + "-" + (byId.size() + 1);
        return save(new MarketOrder(
                id,
                number,
                "open",
                placedAt == null ? now : placedAt,
                now,
                currency,
                buyer,
                shipTo,
                numbered,
                List.of()));
    }

    /**
     * Cancels units.
     *
     * @param quantities by line id; empty means all that is open
     */
    synchronized MarketOrder cancel(String id, Map<String, Integer> quantities, String reason) {
        MarketOrder order = get(id);
        Map<String, Integer> wanted = quantities.isEmpty() ? allOpen(order) : quantities;
        if (wanted.isEmpty()) {
            throw new ApiError(409, "nothing_open", null, "Everything in order " + id + " is cancelled", Map.of());
        }
        Instant now = tick();
        List<MarketOrder.Cancellation> cancellations = new ArrayList<>();
        wanted.forEach((line, quantity) -> {
            if (quantity > order.open(line)) {
                throw new ApiError(
                        409,
                        "quantity_not_open",
                        "lines",
                        "Line " + line + " has " + order.open(line) + " units open",
                        Map.of());
            }
            cancellations.add(new MarketOrder.Cancellation(nextId(), line, quantity, now, reason));
        });
        return save(order.with(cancellations, now));
    }

    synchronized MarketOrder get(String id) {
        MarketOrder order = byId.get(id);
        if (order == null) {
            throw ApiError.notFound("order_not_found", "No order " + id + " in shop " + shop);
        }
        return order;
    }

    synchronized int count() {
        return byId.size();
    }

    /** Orders last changed from {@code after} (inclusive) until {@code before} (exclusive), oldest change first. */
    synchronized Page<MarketOrder> changed(Instant after, Instant before, String cursor, int limit) {
        Position from = cursor == null || cursor.isEmpty() ? new Position(after, "") : position(cursor);
        List<MarketOrder> items = new ArrayList<>();
        for (Map.Entry<Position, MarketOrder> entry :
                byTime.tailMap(from, false).entrySet()) {
            if (!entry.getKey().updatedAt().isBefore(before)) {
                break;
            }
            if (items.size() == limit) {
                MarketOrder last = items.get(limit - 1);
                return new Page<>(items, Page.cursor(last.updatedAt() + "|" + last.id()));
            }
            items.add(entry.getValue());
        }
        return new Page<>(items, null);
    }

    synchronized void restore(MarketOrder order) {
        MarketOrder before = byId.put(order.id(), order);
        if (before != null) {
            byTime.remove(new Position(before.updatedAt(), before.id()));
        }
        byTime.put(new Position(order.updatedAt(), order.id()), order);
        lastTime = order.updatedAt().isAfter(lastTime) ? order.updatedAt() : lastTime;
        lastId = Math.max(lastId, Long.parseLong(order.id()));
        order.cancellations().forEach(cancellation -> lastId = Math.max(lastId, Long.parseLong(cancellation.id())));
    }

    /** Appends every order as it is now. */
    synchronized void appendTo(Journal other) {
        byTime.values().forEach(order -> other.append("order", shop, "order", order));
    }

    private MarketOrder save(MarketOrder order) {
        restore(order);
        journal.append("order", shop, "order", order);
        return order;
    }

    /** Now, but never twice the same time nor an earlier one: no reader can have passed it already. */
    private Instant tick() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isAfter(lastTime) ? now : lastTime.plus(1, ChronoUnit.MICROS);
    }

    private String nextId() {
        lastId = Math.max(lastId + 1, clock.millis() * IDS_PER_MILLI);
        return Long.toString(lastId);
    }

    private static Map<String, Integer> allOpen(MarketOrder order) {
        Map<String, Integer> open = new LinkedHashMap<>();
        for (MarketOrder.Line line : order.lines()) {
            if (order.open(line.id()) > 0) {
                open.put(line.id(), order.open(line.id()));
            }
        }
        return open;
    }

    private static Position position(String cursor) {
        String text = Page.position(cursor);
        int bar = text.indexOf('|');
        if (bar < 0) {
            throw Page.badCursor();
        }
        try {
            return new Position(Instant.parse(text.substring(0, bar)), text.substring(bar + 1));
        } catch (DateTimeException e) {
            throw Page.badCursor();
        }
    }
}
