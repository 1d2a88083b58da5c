package io.onhand.sandbox;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/** The listings of one shop and how many units of each it believes to be for sale. */
final class StockBook {
    /** Most changes that are kept for each listing, the newest ones. */
    static final int HISTORY_LIMIT = 10_000;

    /** Most units of one listing. */
    static final int QUANTITY_LIMIT = 9_999_999;

    /** Where a quantity came from. */
    enum Source {
        API,
        ORDER,
        CANCELLATION,
        ADMIN;

        @JsonValue
        String text() {
            return Json.lower(this);
        }
    }

    /** A quantity that was set at a time. */
    record Change(String listingId, int quantity, Instant at, Source source) {}

    /** What is known of one listing; quantity 0 and no time until the first write. */
    record Level(String listingId, String sellerCode, int quantity, Instant updatedAt) {}

    private static final class Entry {
        private Listing listing;
        private int quantity;
        private Instant updatedAt;
        private final Deque<Change> history = new ArrayDeque<>(2);

        private Level level() {
            return new Level(listing.listingId(), listing.sellerCode(), quantity, updatedAt);
        }
    }

    private final String shop;
    private final Clock clock;
    private final Journal journal;
    private final IntSupplier historyLimit;
    private final NavigableMap<String, Entry> entries = new TreeMap<>();

    /** @param historyLimit changes that are kept for each listing, 1 to {@link #HISTORY_LIMIT} */
    StockBook(String shop, Clock clock, Journal journal, IntSupplier historyLimit) {
        this.shop = shop;
        this.clock = clock;
        this.journal = journal;
        this.historyLimit = historyLimit;
    }

    synchronized boolean put(Listing listing) {
        boolean isNew = restore(listing);
        journal.append("listing", shop, "listing", listing);
        return isNew;
    }

    synchronized boolean restore(Listing listing) {
        Entry entry = entries.get(listing.listingId());
        if (entry == null) {
            entry = new Entry();
            entries.put(listing.listingId(), entry);
        }
        boolean isNew = entry.listing == null;
        entry.listing = listing;
        return isNew;
    }

    synchronized Listing listing(String id) {
        Entry entry = entries.get(id);
        return entry == null ? null : entry.listing;
    }

    synchronized Page<Listing> listings(String cursor, int limit) {
        Page<Entry> page = page(cursor, limit);
        return new Page<>(page.items().stream().map(entry -> entry.listing).toList(), page.nextCursor());
    }

    synchronized Page<Level> levels(String cursor, int limit) {
        Page<Entry> page = page(cursor, limit);
        return new Page<>(page.items().stream().map(Entry::level).toList(), page.nextCursor());
    }

    synchronized List<Level> levels() {
        return entries.values().stream().map(Entry::level).toList();
    }

    synchronized Level level(String listingId) {
        Entry entry = entries.get(listingId);
        return entry == null ? null : entry.level();
    }

    synchronized List<Change> history(String listingId, Instant since) {
        Entry entry = entries.get(listingId);
        if (entry == null) {
            return null;
        }
        return entry.history.stream()
                .filter(change -> !change.at().isBefore(since))
                .toList();
    }

    /** What is remembered of all listings since then, the oldest first. */
    synchronized List<Change> changes(Instant since) {
        return entries.values().stream()
                .flatMap(entry -> entry.history.stream())
                .filter(change -> !change.at().isBefore(since))
                .sorted(Comparator.comparing(Change::at))
                .toList();
    }

    /**
     * Sets quantities, in order.
     *
     * @return for each the change, or null where the listing is unknown
     */
    synchronized List<Change> set(List<Map.Entry<String, Integer>> quantities, Source source) {
        Instant now = now();
        List<Change> changes = new ArrayList<>(quantities.size());
        for (Map.Entry<String, Integer> wanted : quantities) {
            boolean known = entries.containsKey(wanted.getKey());
            changes.add(known ? new Change(wanted.getKey(), wanted.getValue(), now, source) : null);
        }
        apply(changes);
        return changes;
    }

    /** Adds (or, below 0, takes) units; a listing never goes below 0. */
    synchronized void move(Map<String, Integer> differences, Source source) {
        Instant now = now();
        List<Change> changes = new ArrayList<>(differences.size());
        differences.forEach((id, difference) -> {
            Entry entry = entries.get(id);
            if (entry != null) {
                int quantity = Math.min(QUANTITY_LIMIT, Math.max(0, entry.quantity + difference));
                changes.add(new Change(id, quantity, now, source));
            }
        });
        apply(changes);
    }

    synchronized void restore(Change change) {
        Entry entry = entries.get(change.listingId());
        if (entry == null) {
            return;
        }
        entry.quantity = change.quantity();
        entry.updatedAt = change.at();
        entry.history.addLast(change);
        while (entry.history.size() > historyLimit.getAsInt()) {
            entry.history.removeFirst();
        }
    }

    /** Appends every listing and what is remembered of its changes. */
    synchronized void appendTo(Journal other) {
        for (Entry entry : entries.values()) {
            other.append("listing", shop, "listing", entry.listing);
            if (!entry.history.isEmpty()) {
                other.append("stock", shop, "changes", entry.history);
            }
        }
    }

    private void apply(List<Change> changes) {
        List<Change> known = changes.stream().filter(change -> change != null).toList();
        known.forEach(this::restore);
        if (!known.isEmpty()) {
            journal.append("stock", shop, "changes", known);
        }
    }

    private Page<Entry> page(String cursor, int limit) {
        List<Entry> items = new ArrayList<>(limit);
        String last = null;
        for (Map.Entry<String, Entry> entry :
                entries.tailMap(Page.position(cursor), false).entrySet()) {
            if (items.size() == limit) {
                return new Page<>(items, Page.cursor(last));
            }
            items.add(entry.getValue());
            last = entry.getKey();
        }
        return new Page<>(items, null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
