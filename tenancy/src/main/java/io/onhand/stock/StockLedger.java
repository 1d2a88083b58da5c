package io.onhand.stock;

import static io.onhand.tenant.Columns.column;

import io.onhand.relay.Outbox;
import io.onhand.tenant.DatabaseFailure;
import io.onhand.tenant.Ids;
import io.onhand.tenant.Row;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * All writes to levels, movements and holds. Levels are locked, or written, in the order of {@link Place}. A hold is one
 * conditional statement over all its places, whatever was seen of them before, and the constraint {@code no_oversell} is the
 * last guard.
 * Use inside {@link TenantScope#call}.
 */
@Singleton
public class StockLedger {
    /** How far a movement may be dated after the moment at which it is written: clocks of others are ahead. */
    static final Duration MOST_AHEAD = Duration.ofSeconds(60);

    private final TenantScope scope;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public StockLedger(TenantScope scope, Outbox outbox, Clock clock) {
        this.scope = scope;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What a level was before it is changed.
     *
     * @param asOf the moment of its last count, or null
     */
    record Level(int onHand, Instant asOf) {
        static final Level NONE = new Level(0, null);

        private static Level of(Row row) throws SQLException {
            return new Level(row.number("on_hand"), row.instant("as_of"));
        }
    }

    /** A change of the units on hand, as it goes to the ledger. {@code id} is the caller's: a repeat meets it. */
    record Movement(
            UUID id,
            UUID sku,
            UUID from,
            UUID to,
            int quantity,
            String reason,
            String causeKind,
            UUID causeId,
            String note,
            String actor,
            Instant occurredAt) {}

    /** Locks the levels of the leaves of those SKUs at those locations and tells what is free. */
    public Shelf lock(Collection<UUID> skus, Collection<UUID> locations) {
        Map<Place, Integer> free = new HashMap<>();
        scope.sql()
                .list(
                        """
                        select l.sku_id, l.location_id, l.on_hand - l.reserved - l.safety_stock as free from stock_level l
                        where l.tenant_id = ? and l.location_id = any(?) and l.sku_id = any(
                          array(select f.leaf_id from (%s) f))
                        order by l.sku_id, l.location_id for no key update""".formatted(BundleLeaves.OF_SKUS),
                        row -> free.put(place(row), Math.max(0, row.number("free"))),
                        scope.tenant(),
                        new TreeSet<>(locations).toArray(UUID[]::new),
                        scope.tenant(),
                        new TreeSet<>(skus).toArray(UUID[]::new));
        return new Shelf(free);
    }

    /** Locks the levels of those places. */
    Map<Place, Level> lockLevels(Collection<Place> places) {
        Set<Place> wanted = new TreeSet<>(places);
        Map<Place, Level> levels = new HashMap<>();
        scope.sql()
                .list(
                        """
                        select l.sku_id, l.location_id, l.on_hand, l.as_of from stock_level l
                        join unnest(?::uuid[], ?::uuid[]) as w(sku_id, location_id) on w.sku_id = l.sku_id and w.location_id = l.location_id
                        where l.tenant_id = ? order by l.sku_id, l.location_id for no key update of l""",
                        row -> levels.put(place(row), Level.of(row)),
                        column(wanted, Place::sku, UUID[]::new),
                        column(wanted, Place::location, UUID[]::new),
                        scope.tenant());
        return levels;
    }

    /** Locks the levels of those places, after making those that are missing. */
    Map<Place, Level> lockOrMakeLevels(Collection<Place> places) {
        Map<Place, Level> levels = lockLevels(places);
        if (levels.keySet().containsAll(places)) return levels;
        makeLevels(places.stream().filter(place -> !levels.containsKey(place)).toList());
        return lockLevels(places);
    }

    /** Makes the levels that are missing, with nothing in them. */
    void makeLevels(Collection<Place> places) {
        Set<Place> wanted = new TreeSet<>(places);
        scope.sql()
                .update(
                        """
                        insert into stock_level (tenant_id, sku_id, location_id, on_hand)
                        select ?, w.sku_id, w.location_id, 0 from unnest(?::uuid[], ?::uuid[]) as w(sku_id, location_id)
                        on conflict do nothing""",
                        scope.tenant(),
                        column(wanted, Place::sku, UUID[]::new),
                        column(wanted, Place::location, UUID[]::new));
    }

    /**
     * Holds units: checks and reserves every place in one conditional statement. Written with the next statement that needs an
     * answer, at the latest at the end of the transaction. A place that has fewer free units than wanted, which it may have
     * when it was not locked, ends the transaction, whose work is then done again.
     */
    public void hold(List<Hold> holds) {
        if (holds.isEmpty()) return;
        Map<Place, Integer> taken = sum(holds);
        scope.sql()
                .later(
                        """
                        update stock_level l set reserved = l.reserved + w.units, version = l.version + 1
                        from unnest(?::uuid[], ?::uuid[], ?::int[]) as w(sku_id, location_id, units)
                        where l.tenant_id = ? and l.sku_id = w.sku_id and l.location_id = w.location_id
                          and l.on_hand - l.reserved - l.safety_stock >= w.units""",
                        met -> {
                            if (met != taken.size()) throw fewerUnits();
                        },
                        skus(taken),
                        locations(taken),
                        taken.values().toArray(Integer[]::new),
                        scope.tenant());
        scope.sql()
                .later(
                        """
                        insert into stock_hold (tenant_id, id, order_id, line_id, sku_id, location_id, per_unit, quantity, created_at)
                        select ?, h.id, h.order_id, h.line_id, h.sku_id, h.location_id, h.per_unit, h.quantity, ?
                        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::int[])
                          as h(id, order_id, line_id, sku_id, location_id, per_unit, quantity)""",
                        scope.tenant(),
                        clock.instant(),
                        column(holds, hold -> Ids.next(), UUID[]::new),
                        column(holds, Hold::order, UUID[]::new),
                        column(holds, Hold::line, UUID[]::new),
                        column(holds, hold -> hold.place().sku(), UUID[]::new),
                        column(holds, hold -> hold.place().location(), UUID[]::new),
                        column(holds, Hold::perUnit, Integer[]::new),
                        column(holds, Hold::quantity, Integer[]::new));
        outbox.append(Outbox.Kind.STOCK_CHANGED, changed(taken.keySet()));
    }

    /** Somebody was quicker; or, when the work is done again under the lock, wrote without it. */
    private RuntimeException fewerUnits() {
        return scope.isRepeated()
                ? new IllegalStateException("Free units changed under the lock")
                : DatabaseFailure.overtaken("Units that were free");
    }

    /** A hold that still has open units. */
    public record Open(UUID id, UUID order, UUID line, Place place, int perUnit, int open, Instant since) {}

    /** The open holds of those lines, newest first. Lock the order before. */
    public List<Open> open(Collection<UUID> orders) {
        return scope.sql()
                .list(
                        """
                        select id, order_id, line_id, sku_id, location_id, per_unit, quantity - posted - released as open, created_at from stock_hold
                        where tenant_id = ? and order_id = any(?) and posted + released < quantity
                        order by created_at desc, id desc""",
                        row -> new Open(
                                row.id("id"),
                                row.id("order_id"),
                                row.id("line_id"),
                                place(row),
                                row.number("per_unit"),
                                row.number("open"),
                                row.instant("created_at")),
                        scope.tenant(),
                        orders.toArray(UUID[]::new));
    }

    /** Gives held units back. {@code units} by hold, never more than are open. */
    public void release(Map<Open, Integer> units) {
        if (units.isEmpty()) return;
        Map<Place, Integer> back = new TreeMap<>();
        units.forEach((hold, count) -> back.merge(hold.place(), count, Integer::sum));
        lockLevels(back.keySet());
        int met = scope.sql()
                .update(
                        """
                        update stock_hold h set released = h.released + w.units,
                          closed_at = case when h.posted + h.released + w.units = h.quantity then ?::timestamptz end
                        from unnest(?::uuid[], ?::uuid[], ?::int[]) as w(order_id, id, units)
                        where h.tenant_id = ? and h.order_id = w.order_id and h.id = w.id""",
                        clock.instant(),
                        column(units.keySet(), Open::order, UUID[]::new),
                        column(units.keySet(), Open::id, UUID[]::new),
                        units.values().toArray(Integer[]::new),
                        scope.tenant());
        if (met != units.size()) throw new IllegalStateException("A hold is gone");
        scope.sql().update("""
                        update stock_level l set reserved = l.reserved - w.units,
                          shortfall = greatest(0, l.reserved - w.units - l.on_hand), version = l.version + 1
                        from unnest(?::uuid[], ?::uuid[], ?::int[]) as w(sku_id, location_id, units)
                        where l.tenant_id = ? and l.sku_id = w.sku_id and l.location_id = w.location_id""", skus(back), locations(back), back.values().toArray(Integer[]::new), scope.tenant());
        outbox.append(Outbox.Kind.STOCK_CHANGED, changed(back.keySet()));
        outbox.append(Outbox.Kind.STOCK_RAISED, changed(back.keySet()));
    }

    /**
     * Writes movements and the levels that follow from them, after {@link #lockLevels}; with the next statement that needs an
     * answer, at the latest at the end of the transaction.
     *
     * @param onHand the new units on hand of each changed place
     * @param asOf the moment that a count speaks of, by place; places without one keep theirs
     */
    void post(List<Movement> movements, Map<Place, Integer> onHand, Map<Place, Instant> asOf, Set<UUID> raised) {
        if (!movements.isEmpty()) insert(movements);
        Map<Place, Integer> changed = new TreeMap<>(onHand);
        scope.sql()
                .later(
                        """
                        update stock_level l set on_hand = w.on_hand, shortfall = greatest(0, l.reserved - w.on_hand),
                          as_of = coalesce(w.as_of, l.as_of), version = l.version + 1
                        from unnest(?::uuid[], ?::uuid[], ?::int[], ?::timestamptz[]) as w(sku_id, location_id, on_hand, as_of)
                        where l.tenant_id = ? and l.sku_id = w.sku_id and l.location_id = w.location_id""",
                        skus(changed),
                        locations(changed),
                        changed.values().toArray(Integer[]::new),
                        column(changed.keySet(), asOf::get, Instant[]::new),
                        scope.tenant());
        outbox.append(
                Outbox.Kind.STOCK_CHANGED,
                movements.stream().map(Movement::sku).collect(Collectors.toCollection(TreeSet::new)));
        outbox.append(Outbox.Kind.STOCK_RAISED, raised);
    }

    /** A place at a moment. */
    record Moment(Place place, Instant at) {}

    /** Units that came to each place, less those that left it, after the moment; in the same order. */
    int[] movedSince(List<Moment> moments) {
        int[] moved = new int[moments.size()];
        if (moments.isEmpty()) return moved;
        scope.sql()
                .list(
                        """
                        select w.n, sum(case when m.to_location_id = w.location_id then m.quantity else -m.quantity end)::int as moved
                        from unnest(?::uuid[], ?::uuid[], ?::timestamptz[]) with ordinality as w(sku_id, location_id, at, n)
                        join stock_movement m on m.tenant_id = ? and m.sku_id = w.sku_id and m.occurred_at > w.at
                          and m.recorded_at > w.at - make_interval(secs => ?)
                          and (m.from_location_id = w.location_id or m.to_location_id = w.location_id)
                        group by w.n""",
                        row -> moved[row.number("n") - 1] = row.number("moved"),
                        column(moments, moment -> moment.place().sku(), UUID[]::new),
                        column(moments, moment -> moment.place().location(), UUID[]::new),
                        column(moments, Moment::at, Instant[]::new),
                        scope.tenant(),
                        MOST_AHEAD.toSeconds());
        return moved;
    }

    /** Which of those movements are written already. */
    Set<UUID> known(Collection<UUID> movements) {
        if (movements.isEmpty()) return new TreeSet<>();
        return new TreeSet<>(scope.sql()
                .list(
                        "select id from stock_movement where tenant_id = ? and id = any(?)",
                        row -> row.id("id"),
                        scope.tenant(),
                        movements.stream().filter(Objects::nonNull).toArray(UUID[]::new)));
    }

    private void insert(List<Movement> movements) {
        Instant now = clock.instant();
        scope.sql()
                .later(
                        """
                        insert into stock_movement (tenant_id, id, sku_id, from_location_id, to_location_id, quantity, reason,
                          cause_kind, cause_id, note, actor, occurred_at, recorded_at)
                        select ?, m.id, m.sku_id, m.from_id, m.to_id, m.quantity, m.reason, m.cause_kind, m.cause_id, m.note, m.actor, m.occurred_at, ?
                        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[])
                          as m(id, sku_id, from_id, to_id, quantity, reason, cause_kind, cause_id, note, actor, occurred_at)""",
                        scope.tenant(),
                        now,
                        column(movements, Movement::id, UUID[]::new),
                        column(movements, Movement::sku, UUID[]::new),
                        column(movements, Movement::from, UUID[]::new),
                        column(movements, Movement::to, UUID[]::new),
                        column(movements, Movement::quantity, Integer[]::new),
                        column(movements, Movement::reason, String[]::new),
                        column(movements, Movement::causeKind, String[]::new),
                        column(movements, Movement::causeId, UUID[]::new),
                        column(movements, Movement::note, String[]::new),
                        column(movements, Movement::actor, String[]::new),
                        column(movements, Movement::occurredAt, Instant[]::new));
    }

    private static Place place(Row row) throws SQLException {
        return new Place(row.id("sku_id"), row.id("location_id"));
    }

    private static Map<Place, Integer> sum(List<Hold> holds) {
        Map<Place, Integer> sum = new TreeMap<>();
        for (Hold hold : holds) sum.merge(hold.place(), hold.quantity(), Integer::sum);
        return sum;
    }

    private static Set<UUID> changed(Collection<Place> places) {
        return places.stream().map(Place::sku).collect(Collectors.toCollection(TreeSet::new));
    }

    private static UUID[] skus(Map<Place, ?> places) {
        return column(places.keySet(), Place::sku, UUID[]::new);
    }

    private static UUID[] locations(Map<Place, ?> places) {
        return column(places.keySet(), Place::location, UUID[]::new);
    }
}
