package io.onhand.stock;

import io.onhand.refusal.Refusal;
import io.onhand.refusal.Require;
import io.onhand.relay.Outbox;
import io.onhand.tenant.Ids;
import io.onhand.tenant.Row;
import io.onhand.tenant.TenantScope;
import io.onhand.tenant.VirtualLocation;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Changes of the units on hand. Each item of a batch is decided alone. Use inside {@link TenantScope#call}. */
@Singleton
public class Stock {
    /** Most items in one batch. */
    public static final int MAX_BATCH = 500;

    private static final int MOST_UNITS = 10_000_000;

    private final TenantScope scope;
    private final StockLedger ledger;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public Stock(TenantScope scope, StockLedger ledger, Outbox outbox, Clock clock) {
        this.scope = scope;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Adds or takes units. An item that would leave fewer than none is refused. */
    public List<StockResult> adjust(List<Adjustment> adjustments, String actor) {
        List<Change> changes = new ArrayList<>();
        for (Adjustment wanted : adjustments)
            changes.add(new Change(
                    wanted.id(),
                    true,
                    wanted.sku(),
                    wanted.location(),
                    wanted.reason(),
                    "adjustment",
                    wanted.note(),
                    null,
                    null,
                    () -> checkDelta(wanted),
                    level -> wanted.delta()));
        return apply(changes, actor);
    }

    /**
     * Sets units on hand. A number with an earlier {@code asOf} than the last one of the place is refused: it is older than
     * what is known.
     */
    public List<StockResult> set(List<Count> counts, String actor) {
        List<Change> changes = new ArrayList<>();
        for (Count wanted : counts)
            changes.add(new Change(
                    wanted.id() == null ? Ids.next() : wanted.id(),
                    wanted.id() != null,
                    wanted.sku(),
                    wanted.location(),
                    wanted.reason(),
                    "count",
                    null,
                    wanted.asOf() == null ? clock.instant() : wanted.asOf(),
                    wanted.asOf(),
                    () -> checkCount(wanted),
                    level -> difference(wanted, level)));
        return apply(changes, actor);
    }

    /**
     * Keeps units of a SKU at a location out of sale.
     *
     * @param units 0 or more
     */
    public void keepSafety(String sku, String location, int units) {
        Require.range("safetyStock", units, 0, MOST_UNITS);
        Names names = names(List.of(sku), List.of(location));
        Place place = names.place(sku, location);
        ledger.makeLevels(List.of(place));
        scope.sql()
                .update(
                        "update stock_level set safety_stock = ?, version = version + 1 where tenant_id = ? and sku_id = ? and location_id = ?",
                        units,
                        scope.tenant(),
                        place.sku(),
                        place.location());
        outbox.append(Outbox.Kind.STOCK_CHANGED, Set.of(place.sku()));
        outbox.append(Outbox.Kind.STOCK_RAISED, Set.of(place.sku()));
    }

    /**
     * One wanted change, whatever it came from.
     *
     * @param named whether the id is the caller's, so that a repeat may meet it
     * @param asOf the moment that a counted number speaks of; null for what is no count
     * @param movedAfter the moment after which movements come on top of the number; null when it is the number of now
     */
    private record Change(
            UUID id,
            boolean named,
            String sku,
            String location,
            String reason,
            String cause,
            String note,
            Instant asOf,
            Instant movedAfter,
            Runnable check,
            ToIntFunction<Found> delta) {}

    /**
     * A locked level, as it is after the items before.
     *
     * @param asOf the moment of its last count, or null
     * @param movedSince units that came, less those that left, after the moment that the change speaks of
     */
    private record Found(int onHand, Instant asOf, int movedSince) {}

    private List<StockResult> apply(List<Change> changes, String actor) {
        Require.range("items.size", changes.size(), 1, MAX_BATCH);
        Names names = names(
                changes.stream().map(Change::sku).toList(),
                changes.stream().map(Change::location).toList());
        IdentityHashMap<Change, Place> places = new IdentityHashMap<>();
        IdentityHashMap<Change, Refusal> refused = new IdentityHashMap<>();
        for (Change change : changes) {
            try {
                Require.text("reason", change.reason(), 100);
                Require.optionalText("note", change.note(), 500);
                change.check().run();
                places.put(change, names.place(change.sku(), change.location()));
            } catch (Refusal refusal) {
                refused.put(change, refusal);
            }
        }
        Posting posting = new Posting(ledger.lockOrMakeLevels(places.values()));
        IdentityHashMap<Change, Integer> moved = movedSince(places);
        Set<UUID> known = ledger.known(
                changes.stream().filter(Change::named).map(Change::id).toList());
        List<StockResult> results = new ArrayList<>();
        for (Change change : changes)
            results.add(
                    decide(change, places.get(change), refused, known, moved.getOrDefault(change, 0), posting, actor));
        ledger.post(posting.movements, posting.onHand, posting.asOf, posting.raised);
        return results;
    }

    /** For each count of an earlier moment what moved at its place since. */
    private IdentityHashMap<Change, Integer> movedSince(IdentityHashMap<Change, Place> places) {
        List<Change> counts = places.keySet().stream()
                .filter(change -> change.movedAfter() != null)
                .toList();
        int[] units = ledger.movedSince(counts.stream()
                .map(change -> new StockLedger.Moment(places.get(change), change.movedAfter()))
                .toList());
        IdentityHashMap<Change, Integer> moved = new IdentityHashMap<>();
        for (int i = 0; i < units.length; i++) moved.put(counts.get(i), units[i]);
        return moved;
    }

    private StockResult decide(
            Change change,
            Place place,
            IdentityHashMap<Change, Refusal> refused,
            Set<UUID> known,
            int movedSince,
            Posting posting,
            String actor) {
        if (refused.containsKey(change)) return result(change, "refused", null, refused.get(change));
        if (change.id() == null)
            return result(change, "refused", null, Refusal.invalid("id-missing", "id", "Every item has an id"));
        if (!known.add(change.id())) return result(change, "duplicate", null, null);
        Found found = posting.found(place, movedSince);
        try {
            int delta = change.delta().applyAsInt(found);
            if (-delta > found.onHand())
                throw Refusal.conflict(
                                "stock-below-zero",
                                "Only " + found.onHand() + " are on hand at " + change.location() + "; taking " + -delta
                                        + " is not possible")
                        .with("onHand", found.onHand())
                        .at("delta");
            Require.range("delta", delta, -found.onHand(), Math.max(0, MOST_UNITS - found.onHand()));
            int onHand = found.onHand() + delta;
            posting.add(change, place, delta, onHand, move(change, place, delta, actor));
            return result(change, delta == 0 ? "unchanged" : "applied", onHand, null);
        } catch (Refusal refusal) {
            return result(change, "refused", null, refusal);
        }
    }

    /** What is going to be written. */
    private static final class Posting {
        private final Map<Place, StockLedger.Level> levels;
        private final Map<Place, Integer> onHand = new TreeMap<>();
        private final Map<Place, Instant> asOf = new HashMap<>();
        private final List<StockLedger.Movement> movements = new ArrayList<>();
        private final Set<UUID> raised = new TreeSet<>();

        Posting(Map<Place, StockLedger.Level> levels) {
            this.levels = levels;
        }

        Found found(Place place, int movedSince) {
            StockLedger.Level level = levels.getOrDefault(place, StockLedger.Level.NONE);
            return new Found(
                    onHand.getOrDefault(place, level.onHand()), asOf.getOrDefault(place, level.asOf()), movedSince);
        }

        void add(Change change, Place place, int delta, int newOnHand, StockLedger.Movement movement) {
            onHand.put(place, newOnHand);
            if (change.asOf() != null) asOf.put(place, change.asOf());
            if (delta != 0) movements.add(movement);
            if (delta > 0) raised.add(place.sku());
        }
    }

    private StockLedger.Movement move(Change change, Place place, int delta, String actor) {
        UUID outside = VirtualLocation.ADJUSTMENT.id(scope.tenant());
        return new StockLedger.Movement(
                change.id(),
                place.sku(),
                delta > 0 ? outside : place.location(),
                delta > 0 ? place.location() : outside,
                Math.abs(delta),
                change.reason(),
                change.cause(),
                null,
                change.note(),
                actor,
                change.asOf() == null ? clock.instant() : change.asOf());
    }

    private static StockResult result(Change change, String outcome, Integer onHand, Refusal refusal) {
        return new StockResult(change.id(), change.sku(), change.location(), outcome, onHand, refusal);
    }

    private static void checkDelta(Adjustment wanted) {
        if (wanted.delta() == 0) throw Refusal.invalid("delta-zero", "delta", "Units to add, or negative to take");
        Require.range("delta", wanted.delta(), -MOST_UNITS, MOST_UNITS);
    }

    private void checkCount(Count wanted) {
        Require.range("quantity", wanted.quantity(), 0, MOST_UNITS);
        if (wanted.asOf() != null && wanted.asOf().isAfter(clock.instant().plus(StockLedger.MOST_AHEAD)))
            throw Refusal.invalid("as-of-in-future", "asOf", wanted.asOf() + " is in the future");
    }

    private int difference(Count wanted, Found found) {
        if (wanted.expected() != null && wanted.expected() != found.onHand())
            throw Refusal.conflict(
                            "stock-changed-meanwhile",
                            "Expected " + wanted.expected() + " on hand, there are " + found.onHand())
                    .with("onHand", found.onHand())
                    .at("expected");
        if (wanted.asOf() == null) return wanted.quantity() - found.onHand();
        Instant last = found.asOf();
        if (last != null && wanted.asOf().isBefore(last))
            throw Refusal.conflict(
                            "count-older", "The place was counted as of " + last + ", later than " + wanted.asOf())
                    .at("asOf");
        return Math.max(0, wanted.quantity() + found.movedSince()) - found.onHand();
    }

    /** Codes and what they stand for. */
    private record Names(Map<String, UUID> skus, Set<String> bundles, Map<String, UUID> locations) {
        private void readSku(Row row) throws SQLException {
            String code = row.text("code");
            skus.put(code, row.id("id"));
            if (row.flag("bundle")) bundles.add(code);
        }

        Place place(String sku, String location) {
            if (!skus.containsKey(String.valueOf(sku))) throw Refusal.invalid("sku-unknown", "sku", "No SKU " + sku);
            if (bundles.contains(sku))
                throw Refusal.invalid("bundle-has-no-stock", "sku", sku + " is a bundle: change its components");
            if (!locations.containsKey(String.valueOf(location)))
                throw Refusal.invalid("location-unknown", "location", "No location " + location);
            return new Place(skus.get(sku), locations.get(location));
        }
    }

    private Names names(List<String> skuCodes, List<String> locationCodes) {
        Names names = new Names(new HashMap<>(), new HashSet<>(), new HashMap<>());
        Supplier<Names> asked =
                scope.sql().ask(names, Names::readSku, """
                        select s.code, s.id, exists (select from bundle_component b where b.tenant_id = s.tenant_id and b.bundle_id = s.id) as bundle
                        from sku s where s.tenant_id = ? and s.code = any(?)""", scope.tenant(), skuCodes.toArray(String[]::new));
        scope.sql()
                .list(
                        "select code, id from location where tenant_id = ? and code = any(?) and kind <> 'virtual'",
                        row -> names.locations.put(row.text("code"), row.id("id")),
                        scope.tenant(),
                        locationCodes.toArray(String[]::new));
        return asked.get();
    }
}
