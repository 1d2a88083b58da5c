package io.onhand.order;

import static io.onhand.tenant.Columns.column;

import io.onhand.canonical.IncomingOrder;
import io.onhand.stock.BundleLeaves;
import io.onhand.tenant.Ids;
import io.onhand.tenant.Json;
import io.onhand.tenant.Row;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** All SQL on order rows. Each statement serves a whole list. */
@Singleton
class OrderStore {
    private final TenantScope scope;
    private final Clock clock;

    @Inject
    OrderStore(TenantScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /** A channel's own order number. */
    record ExternalNumber(UUID channel, String externalId) {}

    /** A new order with the message that it came from. */
    record New(Order order, OrderDraft draft) {}

    /** Something that happened to an order. */
    record Event(UUID order, String kind, String actor, String key, Map<String, Object> details) {}

    /** The orders of those numbers, without their lines, not locked. */
    Supplier<Map<ExternalNumber, Order>> find(Collection<ExternalNumber> numbers) {
        return scope.sql()
                .ask(
                        new HashMap<>(),
                        (found, row) -> {
                            Order order = order(row, List.of());
                            found.put(new ExternalNumber(order.channel, order.externalId), order);
                        },
                        """
                        select o.id, o.channel_id, o.external_id, o.currency, o.fingerprint, o.state, o.version
                        from unnest(?::uuid[], ?::text[]) as n(channel_id, external_id)
                        join sales_order o on o.tenant_id = ? and o.channel_id = n.channel_id and o.external_id = n.external_id and o.state <> 'undone'""",
                        column(numbers, ExternalNumber::channel, UUID[]::new),
                        column(numbers, ExternalNumber::externalId, String[]::new),
                        scope.tenant());
    }

    /** Locks orders, in the order of their ids, and reads them with their lines. */
    List<Order> lock(Collection<UUID> ids) {
        Map<UUID, Order> orders = new LinkedHashMap<>();
        scope.sql()
                .list(
                        """
                        select id, channel_id, external_id, currency, fingerprint, state, version from sales_order
                        where tenant_id = ? and id = any(?) order by id for no key update""",
                        row -> orders.put(row.id("id"), order(row, new ArrayList<>())),
                        scope.tenant(),
                        ids.toArray(UUID[]::new));
        scope.sql()
                .list(
                        "select * from order_line where tenant_id = ? and order_id = any(?) order by position",
                        row -> orders.get(row.id("order_id")).lines.add(line(row)),
                        scope.tenant(),
                        ids.toArray(UUID[]::new));
        return List.copyOf(orders.values());
    }

    /**
     * Writes orders with the next statement that needs an answer, at the latest at the end of the transaction. The scope does
     * the whole work again when one of them was written by somebody else at this moment.
     */
    void insert(List<New> orders) {
        if (orders.isEmpty()) return;
        scope.sql()
                .later(
                        """
                        insert into sales_order (tenant_id, id, channel_id, external_id, state, source, placed_at, accepted_at, currency,
                          total_minor, buyer_name, buyer_phone, buyer_email, ship_to, note, fingerprint, import_id)
                        select ?, n.id, n.channel_id, n.external_id, n.state, n.source, n.placed_at, ?, n.currency, n.total, n.buyer, n.phone,
                          n.email, n.ship_to::jsonb, n.note, n.fingerprint, n.import_id
                        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::bigint[], ?::text[],
                          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[])
                          as n(id, channel_id, external_id, state, source, placed_at, currency, total, buyer, phone, email, ship_to, note, fingerprint, import_id)""",
                        scope.tenant(),
                        clock.instant(),
                        column(orders, one -> one.order().id, UUID[]::new),
                        column(orders, one -> one.order().channel, UUID[]::new),
                        column(orders, one -> one.order().externalId, String[]::new),
                        column(orders, one -> one.order().state.code(), String[]::new),
                        column(orders, one -> one.draft().source().name().toLowerCase(Locale.ROOT), String[]::new),
                        column(orders, one -> one.draft().order().placedAt(), Instant[]::new),
                        column(orders, one -> one.draft().order().currency(), String[]::new),
                        column(orders, one -> total(one.draft().order()), Long[]::new),
                        column(orders, one -> buyer(one, IncomingOrder.Buyer::name), String[]::new),
                        column(orders, one -> buyer(one, IncomingOrder.Buyer::phone), String[]::new),
                        column(orders, one -> buyer(one, IncomingOrder.Buyer::email), String[]::new),
                        column(orders, one -> shipTo(one.draft().order()), String[]::new),
                        column(orders, one -> one.draft().order().note(), String[]::new),
                        column(orders, one -> one.order().fingerprint, String[]::new),
                        column(orders, one -> one.draft().importId(), UUID[]::new));
        insertLines(orders.stream().flatMap(one -> one.order().lines.stream()).toList());
    }

    void insertLines(List<Line> lines) {
        if (lines.isEmpty()) return;
        scope.sql()
                .later(
                        """
                        insert into order_line (tenant_id, id, order_id, position, external_line_id, listing_id, sku_id, title, unit_price_minor,
                          quantity, unmatched, held, backordered, shipped, cancelled, refused)
                        select ?, n.* from unnest(?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::int[],
                          ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[]) as n""",
                        scope.tenant(),
                        column(lines, line -> line.id, UUID[]::new),
                        column(lines, line -> line.orderId, UUID[]::new),
                        column(lines, line -> line.position, Integer[]::new),
                        column(lines, line -> line.externalLineId, String[]::new),
                        column(lines, line -> line.listingId, UUID[]::new),
                        column(lines, line -> line.skuId, UUID[]::new),
                        column(lines, line -> line.title, String[]::new),
                        column(lines, line -> line.unitPriceMinor, Long[]::new),
                        column(lines, line -> line.quantity, Integer[]::new),
                        column(lines, line -> line.unmatched, Integer[]::new),
                        column(lines, line -> line.held, Integer[]::new),
                        column(lines, line -> line.backordered, Integer[]::new),
                        column(lines, line -> line.shipped, Integer[]::new),
                        column(lines, line -> line.cancelled, Integer[]::new),
                        column(lines, line -> line.refused, Integer[]::new));
    }

    /** Writes the states of locked orders and of their lines. */
    void update(Collection<Order> orders) {
        if (orders.isEmpty()) return;
        List<Line> lines =
                orders.stream().flatMap(order -> order.lines.stream()).toList();
        scope.sql()
                .update(
                        """
                        update order_line l set sku_id = w.sku_id, quantity = w.quantity, unmatched = w.unmatched, held = w.held,
                          backordered = w.backordered, cancelled = w.cancelled, refused = w.refused
                        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[])
                          as w(order_id, id, sku_id, quantity, unmatched, held, backordered, cancelled, refused)
                        where l.tenant_id = ? and l.order_id = w.order_id and l.id = w.id""",
                        column(lines, line -> line.orderId, UUID[]::new),
                        column(lines, line -> line.id, UUID[]::new),
                        column(lines, line -> line.skuId, UUID[]::new),
                        column(lines, line -> line.quantity, Integer[]::new),
                        column(lines, line -> line.unmatched, Integer[]::new),
                        column(lines, line -> line.held, Integer[]::new),
                        column(lines, line -> line.backordered, Integer[]::new),
                        column(lines, line -> line.cancelled, Integer[]::new),
                        column(lines, line -> line.refused, Integer[]::new),
                        scope.tenant());
        orders.forEach(Order::derive);
        scope.sql()
                .update(
                        """
                        update sales_order o set state = w.state, version = o.version + 1
                        from unnest(?::uuid[], ?::text[]) as w(id, state) where o.tenant_id = ? and o.id = w.id""",
                        column(orders, order -> order.id, UUID[]::new),
                        column(orders, order -> order.state.code(), String[]::new),
                        scope.tenant());
    }

    /** Writes what a channel says now of the lines, the amount, the buyer, the address and the note. */
    void updateTold(Order order, OrderDraft draft) {
        List<Line> lines = order.lines;
        scope.sql()
                .update(
                        """
                        update order_line l set told = w.told, title = w.title, unit_price_minor = w.price
                        from unnest(?::uuid[], ?::int[], ?::text[], ?::bigint[]) as w(id, told, title, price)
                        where l.tenant_id = ? and l.order_id = ? and l.id = w.id""",
                        column(lines, line -> line.id, UUID[]::new),
                        column(lines, line -> line.told, Integer[]::new),
                        column(lines, line -> line.title, String[]::new),
                        column(lines, line -> line.unitPriceMinor, Long[]::new),
                        scope.tenant(),
                        order.id);
        IncomingOrder message = draft.order();
        IncomingOrder.Buyer buyer = message.buyer();
        // A channel that masks people after a while must not take them out of the order.
        scope.sql()
                .update(
                        """
                        update sales_order set buyer_name = coalesce(?, buyer_name), buyer_phone = coalesce(?, buyer_phone),
                          buyer_email = coalesce(?, buyer_email), ship_to = coalesce(?::jsonb, ship_to), note = coalesce(?, note),
                          total_minor = ?, fingerprint = ?
                        where tenant_id = ? and id = ?""",
                        buyer == null ? null : buyer.name(),
                        buyer == null ? null : buyer.phone(),
                        buyer == null ? null : buyer.email(),
                        shipTo(message),
                        message.note(),
                        lines.stream()
                                .mapToLong(line -> line.unitPriceMinor * line.told)
                                .sum(),
                        draft.fingerprint(),
                        scope.tenant(),
                        order.id);
    }

    /** Notes events; one whose key was noted already is passed over. */
    void note(List<Event> events) {
        if (events.isEmpty()) return;
        scope.sql()
                .later(
                        """
                        insert into order_event (tenant_id, id, order_id, at, kind, actor, event_key, details)
                        select ?, e.id, e.order_id, ?, e.kind, e.actor, e.key, e.details::jsonb
                        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]) as e(id, order_id, kind, actor, key, details)
                        on conflict (tenant_id, order_id, event_key) where event_key is not null do nothing""",
                        scope.tenant(),
                        clock.instant(),
                        column(events, event -> Ids.next(), UUID[]::new),
                        column(events, Event::order, UUID[]::new),
                        column(events, Event::kind, String[]::new),
                        column(events, Event::actor, String[]::new),
                        column(events, Event::key, String[]::new),
                        column(events, event -> Json.write(event.details()), String[]::new));
    }

    /** Whether an event of that key was noted. */
    boolean noted(UUID order, String key) {
        return scope.sql()
                .first(
                        "select id from order_event where tenant_id = ? and order_id = ? and event_key = ?",
                        row -> row.id("id"),
                        scope.tenant(),
                        order,
                        key)
                .isPresent();
    }

    /** An order that waits, and since when. */
    record Waiting(UUID order, Instant since) {
        /** Before all of them. */
        static final Waiting FIRST = new Waiting(new UUID(0, 0), Instant.EPOCH);
    }

    /** Orders with units that wait for one of those leaves, the oldest first, from the one after {@code last}. */
    List<Waiting> waitingFor(Collection<UUID> leaves, Waiting last, int limit) {
        UUID[] ids = leaves.toArray(UUID[]::new);
        return scope.sql()
                .list(
                        """
                        select o.id, o.accepted_at from order_line l join sales_order o on o.tenant_id = l.tenant_id and o.id = l.order_id
                        where l.tenant_id = ? and l.backordered > 0 and (o.accepted_at, o.id) > (?, ?) and l.sku_id in (%s)
                        group by o.id, o.accepted_at order by o.accepted_at, o.id limit ?""".formatted(BundleLeaves.MADE_OF),
                        row -> new Waiting(row.id("id"), row.instant("accepted_at")),
                        scope.tenant(),
                        last.since(),
                        last.order(),
                        ids,
                        scope.tenant(),
                        ids,
                        limit);
    }

    /** Leaf SKUs that orders of that channel wait for. */
    List<UUID> awaitedBy(UUID channel) {
        return scope.sql().list("""
                        select distinct f.leaf_id from order_line l
                        join sales_order o on o.tenant_id = l.tenant_id and o.id = l.order_id and o.channel_id = ?
                        join sku_leaf f on f.tenant_id = l.tenant_id and f.sku_id = l.sku_id
                        where l.tenant_id = ? and l.backordered > 0""", row -> row.id("leaf_id"), channel, scope.tenant());
    }

    /** Orders with units that wait for that listing to be linked, the oldest first. */
    List<UUID> waitingForListing(UUID listing, int limit) {
        return scope.sql().list("""
                        select o.id from order_line l join sales_order o on o.tenant_id = l.tenant_id and o.id = l.order_id
                        where l.tenant_id = ? and l.listing_id = ? and l.unmatched > 0
                        group by o.id, o.accepted_at order by o.accepted_at, o.id limit ?""", row -> row.id("id"), scope.tenant(), listing, limit);
    }

    /** Listings that have their SKU, for which units wait all the same. */
    List<UUID> linkedButAwaited() {
        return scope.sql().list("""
                        select distinct l.listing_id from order_line l
                        join listing g on g.tenant_id = l.tenant_id and g.id = l.listing_id and g.sku_id is not null
                        where l.tenant_id = ? and l.unmatched > 0""", row -> row.id("listing_id"), scope.tenant());
    }

    /** Leaf SKUs of which units are free, for which orders wait all the same. */
    List<UUID> freeButAwaited() {
        return scope.sql().list("""
                        select distinct f.leaf_id from (select distinct sku_id from order_line where tenant_id = ? and backordered > 0) w
                        join sku_leaf f on f.tenant_id = ? and f.sku_id = w.sku_id
                        where exists (select from stock_level s where s.tenant_id = ? and s.sku_id = f.leaf_id
                          and s.on_hand - s.reserved - s.safety_stock > 0)""", row -> row.id("leaf_id"), scope.tenant(), scope.tenant(), scope.tenant());
    }

    private static Order order(Row row, List<Line> lines) throws SQLException {
        return new Order(
                row.id("id"),
                row.id("channel_id"),
                row.text("external_id"),
                row.text("currency"),
                row.text("fingerprint"),
                OrderState.of(row.text("state")),
                row.big("version"),
                lines);
    }

    private static Line line(Row row) throws SQLException {
        Line line = new Line(
                row.id("id"),
                row.id("order_id"),
                row.number("position"),
                row.text("external_line_id"),
                row.id("listing_id"));
        line.skuId = row.id("sku_id");
        line.title = row.text("title");
        line.unitPriceMinor = row.big("unit_price_minor");
        line.quantity = row.number("quantity");
        Integer told = row.numberOrNull("told");
        line.told = told == null ? line.quantity : told;
        line.unmatched = row.number("unmatched");
        line.held = row.number("held");
        line.backordered = row.number("backordered");
        line.shipped = row.number("shipped");
        line.cancelled = row.number("cancelled");
        line.refused = row.number("refused");
        return line;
    }

    private static long total(IncomingOrder order) {
        return order.lines().stream()
                .mapToLong(line -> line.unitPriceMinor() * line.quantity())
                .sum();
    }

    private static String buyer(New one, Function<IncomingOrder.Buyer, String> part) {
        IncomingOrder.Buyer buyer = one.draft().order().buyer();
        return buyer == null ? null : part.apply(buyer);
    }

    private static String shipTo(IncomingOrder order) {
        return order.shipTo() == null ? null : Json.write(order.shipTo());
    }
}
