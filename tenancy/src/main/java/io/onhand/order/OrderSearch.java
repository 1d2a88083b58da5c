package io.onhand.order;

import com.fasterxml.jackson.core.type.TypeReference;
import io.onhand.canonical.IncomingOrder;
import io.onhand.refusal.Refusal;
import io.onhand.tenant.Cursor;
import io.onhand.tenant.Json;
import io.onhand.tenant.Page;
import io.onhand.tenant.Row;
import io.onhand.tenant.Sql;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads orders. Use inside {@link TenantScope#look}. */
@Singleton
public class OrderSearch {
    private static final String HEAD = """
            select o.id, o.channel_id, c.name as channel_name, o.external_id, o.state, o.source, o.placed_at, o.accepted_at, o.currency,
              o.total_minor, o.buyer_name, o.buyer_phone, o.buyer_email, o.ship_to::text as ship_to, o.note, o.import_id, o.version,
              (select sum(l.quantity) from order_line l where l.tenant_id = o.tenant_id and l.order_id = o.id)::int as units
            from %s o join channel c on c.tenant_id = o.tenant_id and c.id = o.channel_id
            """;

    private static final String HEAD_OF_ANY = HEAD.formatted("sales_order");

    /** Those whose number begins with something, found by it: without a fence the newest might be walked through instead. */
    private static final String HEAD_OF_NUMBER = HEAD.formatted(
            "(select * from sales_order where tenant_id = ? and " + Sql.startsWith("external_id") + " offset 0)");

    /** So many orders are read by their numbers and put in order; where more begin alike, the newest are walked through. */
    private static final int MOST_BY_NUMBER = 20_000;

    /** Counting goes no further: what a person can do something about is less. */
    public static final int MOST_COUNTED = 10_000;

    private final TenantScope scope;

    @Inject
    public OrderSearch(TenantScope scope) {
        this.scope = scope;
    }

    /**
     * An order's head.
     *
     * @param totalMinor sum of the lines in the currency's minor unit
     * @param units ordered in all lines
     */
    public record Head(
            UUID id,
            UUID channelId,
            String channelName,
            String externalId,
            OrderState state,
            String source,
            Instant placedAt,
            Instant acceptedAt,
            String currency,
            long totalMinor,
            int units,
            IncomingOrder.Buyer buyer,
            IncomingOrder.Address shipTo,
            String note,
            UUID importId,
            long version) {}

    /** A line with the states of its units; {@code skuCode} is null while its listing waits to be linked. */
    public record LineView(
            UUID id,
            String externalLineId,
            UUID listingId,
            String listingExternalId,
            UUID skuId,
            String skuCode,
            String title,
            long unitPriceMinor,
            int quantity,
            int unmatched,
            int held,
            int backordered,
            int shipped,
            int cancelled,
            int refused) {
        /** Units that can still be cancelled. */
        public int open() {
            return unmatched + held + backordered;
        }
    }

    /** Units of a leaf SKU that a line holds; {@code open} of {@code quantity} are still held. */
    public record HoldView(
            UUID line,
            String skuCode,
            String skuName,
            String location,
            String locationName,
            int quantity,
            int open,
            int posted,
            int released,
            Instant since) {}

    /** Something that happened; {@code details} by kind. */
    public record Event(Instant at, String kind, String actor, Map<String, Object> details) {}

    /** An order with all that belongs to it. */
    public record Detail(Head head, List<LineView> lines, List<HoldView> holds, List<Event> events) {}

    /**
     * What to look for; null means all.
     *
     * @param number the start of the channel's order number
     * @param from accepted at or after
     * @param to accepted before
     */
    public record Filter(OrderState state, UUID channel, String number, Instant from, Instant to, UUID importId) {
        /** All orders. */
        public static final Filter ALL = new Filter(null, null, null, null, null, null);
    }

    /** Orders, the newest first; {@code limit} 1 to {@value Page#MAX}. */
    public Page<Head> list(Filter filter, String cursor, int limit) {
        Cursor start = Cursor.parse(cursor);
        boolean byNumber = isRare(filter.number());
        List<Object> parameters = new ArrayList<>();
        if (byNumber) parameters.addAll(List.of(scope.tenant(), filter.number(), filter.number()));
        parameters.addAll(List.of(scope.tenant(), start.at(), start.id()));
        StringBuilder sql = new StringBuilder(byNumber ? HEAD_OF_NUMBER : HEAD_OF_ANY)
                .append(" where o.tenant_id = ? and (o.accepted_at, o.id) < (?, ?)");
        if (!byNumber)
            add(sql, parameters, " and " + Sql.startsWith("o.external_id"), filter.number(), filter.number());
        add(
                sql,
                parameters,
                " and o.state = ?",
                filter.state() == null ? null : filter.state().code());
        add(sql, parameters, " and o.channel_id = ?", filter.channel());
        add(sql, parameters, " and o.accepted_at >= ?", filter.from());
        add(sql, parameters, " and o.accepted_at < ?", filter.to());
        add(sql, parameters, " and o.import_id = ?", filter.importId());
        parameters.add(limit + 1);
        List<Head> found = scope.sql()
                .list(
                        sql.append(" order by o.accepted_at desc, o.id desc limit ?")
                                .toString(),
                        OrderSearch::head,
                        parameters.toArray());
        return Page.of(found, limit, last -> new Cursor(last.acceptedAt(), last.id()).text());
    }

    /** Whether few orders have a number that begins so. */
    private boolean isRare(String number) {
        return number != null
                && scope.sql()
                        .first(
                                "select count(*) as orders from (select from sales_order where tenant_id = ? and "
                                        + Sql.startsWith("external_id") + " limit ?) o",
                                row -> row.number("orders") <= MOST_BY_NUMBER,
                                scope.tenant(),
                                number,
                                number,
                                MOST_BY_NUMBER + 1)
                        .orElseThrow();
    }

    /** @throws Refusal {@code order-not-found} */
    public Detail get(UUID id) {
        Head head = scope.sql()
                .first(HEAD_OF_ANY + " where o.tenant_id = ? and o.id = ?", OrderSearch::head, scope.tenant(), id)
                .orElseThrow(() -> Refusal.notFound("order", id));
        return new Detail(head, lines(id), holds(id), events(id));
    }

    /** Orders by state since that moment, for the figures of a day. */
    public Map<OrderState, Integer> countsSince(Instant from) {
        Map<OrderState, Integer> counts = new EnumMap<>(OrderState.class);
        scope.sql()
                .list(
                        "select state, count(*) as orders from sales_order where tenant_id = ? and accepted_at >= ? group by state",
                        row -> counts.put(OrderState.of(row.text("state")), row.number("orders")),
                        scope.tenant(),
                        from);
        return counts;
    }

    /** Orders in that state, such as those that wait for stock; {@value #MOST_COUNTED} when there are so many or more. */
    public int waiting(OrderState state) {
        return scope.sql()
                .first(
                        "select count(*) as orders from (select from sales_order where tenant_id = ? and state = ? limit ?) o",
                        row -> row.number("orders"),
                        scope.tenant(),
                        state.code(),
                        MOST_COUNTED)
                .orElse(0);
    }

    private List<LineView> lines(UUID order) {
        return scope.sql()
                .list(
                        """
                        select l.*, g.external_id as listing_external_id, s.code as sku_code from order_line l
                        join listing g on g.tenant_id = l.tenant_id and g.id = l.listing_id
                        left join sku s on s.tenant_id = l.tenant_id and s.id = l.sku_id
                        where l.tenant_id = ? and l.order_id = ? order by l.position""",
                        row -> new LineView(
                                row.id("id"),
                                row.text("external_line_id"),
                                row.id("listing_id"),
                                row.text("listing_external_id"),
                                row.id("sku_id"),
                                row.text("sku_code"),
                                row.text("title"),
                                row.big("unit_price_minor"),
                                row.number("quantity"),
                                row.number("unmatched"),
                                row.number("held"),
                                row.number("backordered"),
                                row.number("shipped"),
                                row.number("cancelled"),
                                row.number("refused")),
                        scope.tenant(),
                        order);
    }

    private List<HoldView> holds(UUID order) {
        return scope.sql()
                .list(
                        """
                        select h.*, s.code as sku_code, s.name as sku_name, o.code as location, o.name as location_name from stock_hold h
                        join sku s on s.tenant_id = h.tenant_id and s.id = h.sku_id
                        join location o on o.tenant_id = h.tenant_id and o.id = h.location_id
                        where h.tenant_id = ? and h.order_id = ? order by h.created_at, s.code""",
                        row -> new HoldView(
                                row.id("line_id"),
                                row.text("sku_code"),
                                row.text("sku_name"),
                                row.text("location"),
                                row.text("location_name"),
                                row.number("quantity"),
                                row.number("quantity") - row.number("posted") - row.number("released"),
                                row.number("posted"),
                                row.number("released"),
                                row.instant("created_at")),
                        scope.tenant(),
                        order);
    }

    private List<Event> events(UUID order) {
        return scope.sql()
                .list(
                        "select at, kind, actor, details::text as details from order_event where tenant_id = ? and order_id = ? order by at, id",
                        row -> new Event(
                                row.instant("at"),
                                row.text("kind"),
                                row.text("actor"),
                                Json.read(row.text("details"), new TypeReference<>() {})),
                        scope.tenant(),
                        order);
    }

    private static void add(StringBuilder sql, List<Object> parameters, String condition, Object... values) {
        if (values[0] == null) return;
        sql.append(condition);
        parameters.addAll(List.of(values));
    }

    private static Head head(Row row) throws SQLException {
        return new Head(
                row.id("id"),
                row.id("channel_id"),
                row.text("channel_name"),
                row.text("external_id"),
                OrderState.of(row.text("state")),
                row.text("source"),
                row.instant("placed_at"),
                row.instant("accepted_at"),
                row.text("currency"),
                row.big("total_minor"),
                row.number("units"),
                new IncomingOrder.Buyer(row.text("buyer_name"), row.text("buyer_phone"), row.text("buyer_email")),
                Json.read(row.text("ship_to"), IncomingOrder.Address.class),
                row.text("note"),
                row.id("import_id"),
                row.big("version"));
    }
}
