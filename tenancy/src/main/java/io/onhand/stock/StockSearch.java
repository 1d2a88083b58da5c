package io.onhand.stock;

import io.onhand.tenant.Cursor;
import io.onhand.tenant.Page;
import io.onhand.tenant.Row;
import io.onhand.tenant.Sql;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads stock. Use inside {@link TenantScope#look}. */
@Singleton
public class StockSearch {
    private final TenantScope scope;

    @Inject
    public StockSearch(TenantScope scope) {
        this.scope = scope;
    }

    /**
     * The units of a SKU, over all locations or at one. For a bundle, {@code onHand}, {@code reserved} and {@code safetyStock}
     * are 0 and {@code free} is what its components can make.
     *
     * @param free on hand − reserved − safety stock, place by place, never below 0
     * @param shortfall promised units that are missing
     */
    public record StockRow(
            UUID skuId,
            String code,
            String name,
            String unit,
            boolean bundle,
            int onHand,
            int reserved,
            int safetyStock,
            int free,
            int shortfall) {}

    /** The units of a SKU at one location. */
    public record LevelRow(
            UUID skuId,
            String sku,
            UUID locationId,
            String location,
            String locationName,
            int onHand,
            int reserved,
            int safetyStock,
            int free,
            int shortfall,
            Instant asOf,
            long version) {}

    /** A row of the ledger as a SKU's page tells it; {@code from} and {@code to} are codes, virtual ones start with @. */
    public record MovementRow(
            UUID id,
            Instant recordedAt,
            Instant occurredAt,
            String from,
            String to,
            int quantity,
            String reason,
            String causeKind,
            String note,
            String actor) {}

    /**
     * SKUs with their units, in the order of their codes.
     *
     * @param search the start of a code, name or identifier; null or blank for all
     * @param location null for all
     * @param after the cursor of the page before, or null
     * @param limit 1 to {@value Page#MAX}
     */
    public Page<StockRow> list(String search, UUID location, String after, int limit) {
        String start = search == null ? "" : search.strip();
        List<Object> parameters =
                new ArrayList<>(List.of(location == null ? new UUID(0, 0) : location, location == null));
        parameters.addAll(List.of(scope.tenant(), after == null ? "" : after));
        String matching = "";
        if (!start.isEmpty()) {
            matching = " and s.id in (select id from sku where tenant_id = ? and " + Sql.startsWith("code")
                    + " union all select id from sku where tenant_id = ? and " + Sql.startsWith("name")
                    + " union all select sku_id from sku_identifier where tenant_id = ? and " + Sql.startsWith("value")
                    + ")";
            for (int i = 0; i < 3; i++) parameters.addAll(List.of(scope.tenant(), start, start));
        }
        parameters.add(limit + 1);
        List<StockRow> found = scope.sql()
                .list("""
                        with w as (select ?::uuid as location_id, ?::boolean as everywhere)
                        select s.id, s.code, s.name, s.unit,
                          exists (select from bundle_component b where b.tenant_id = s.tenant_id and b.bundle_id = s.id) as bundle,
                          coalesce(t.on_hand, 0)::int as on_hand, coalesce(t.reserved, 0)::int as reserved,
                          coalesce(t.safety, 0)::int as safety_stock, coalesce(t.shortfall, 0)::int as shortfall,
                          coalesce((select sum(made.units) from (
                            select min(greatest(0, coalesce(l.on_hand - l.reserved - l.safety_stock, 0)) / f.quantity) as units
                            from sku_leaf f cross join (select distinct g.location_id from stock_level g join sku_leaf h
                                on h.tenant_id = g.tenant_id and h.leaf_id = g.sku_id and h.sku_id = s.id
                                where g.tenant_id = s.tenant_id and (w.everywhere or g.location_id = w.location_id)) as o
                            left join stock_level l on l.tenant_id = f.tenant_id and l.sku_id = f.leaf_id and l.location_id = o.location_id
                            where f.tenant_id = s.tenant_id and f.sku_id = s.id group by o.location_id) as made), 0)::int as free
                        from w cross join sku s
                        left join lateral (select sum(l.on_hand) as on_hand, sum(l.reserved) as reserved, sum(l.safety_stock) as safety, sum(l.shortfall) as shortfall
                          from stock_level l where l.tenant_id = s.tenant_id and l.sku_id = s.id and (w.everywhere or l.location_id = w.location_id)) as t on true
                        where s.tenant_id = ? and s.code > ?""" + matching + " order by s.code limit ?", StockSearch::stockRow, parameters.toArray());
        return Page.of(found, limit, StockRow::code);
    }

    /** One SKU over all locations; empty list levels mean that nothing ever was there. */
    public List<LevelRow> levels(UUID sku) {
        return levels(" and l.sku_id = ? order by o.code", sku);
    }

    /** Levels of those SKUs, by SKU and location code. */
    public List<LevelRow> levels(List<UUID> skus) {
        return levels(" and l.sku_id = any(?) order by s.code, o.code", (Object) skus.toArray(UUID[]::new));
    }

    /** The ledger of a SKU, the newest first; {@code limit} 1 to {@value Page#MAX}. */
    public Page<MovementRow> movements(UUID sku, String cursor, int limit) {
        Cursor start = Cursor.parse(cursor);
        List<MovementRow> found = scope.sql()
                .list(
                        """
                        select m.*, f.code as from_code, t.code as to_code from stock_movement m
                        join location f on f.tenant_id = m.tenant_id and f.id = m.from_location_id
                        join location t on t.tenant_id = m.tenant_id and t.id = m.to_location_id
                        where m.tenant_id = ? and m.sku_id = ? and (m.recorded_at, m.id) < (?, ?)
                        order by m.recorded_at desc, m.id desc limit ?""",
                        row -> new MovementRow(
                                row.id("id"),
                                row.instant("recorded_at"),
                                row.instant("occurred_at"),
                                row.text("from_code"),
                                row.text("to_code"),
                                row.number("quantity"),
                                row.text("reason"),
                                row.text("cause_kind"),
                                row.text("note"),
                                row.text("actor")),
                        scope.tenant(),
                        sku,
                        start.at(),
                        start.id(),
                        limit + 1);
        return Page.of(found, limit, last -> new Cursor(last.recordedAt(), last.id()).text());
    }

    /** The open holds on a leaf SKU, the newest first, at most {@code limit}. */
    public List<Availability.HeldBy> holds(UUID sku, int limit) {
        return scope.sql().list("""
                        select h.order_id, d.external_id, c.name as channel, o.code as location, o.name as location_name, s.code as leaf,
                          h.quantity - h.posted - h.released as units, h.created_at
                        from stock_hold h join sku s on s.tenant_id = h.tenant_id and s.id = h.sku_id
                        join location o on o.tenant_id = h.tenant_id and o.id = h.location_id
                        join sales_order d on d.tenant_id = h.tenant_id and d.id = h.order_id
                        join channel c on c.tenant_id = d.tenant_id and c.id = d.channel_id
                        where h.tenant_id = ? and h.sku_id = ? and h.posted + h.released < h.quantity
                        order by h.created_at desc, h.id desc limit ?""", Availability::heldBy, scope.tenant(), sku, limit);
    }

    /** SKUs whose promised units are missing somewhere: somebody has to act. */
    public int skusShort() {
        return scope.sql()
                .first(
                        "select count(distinct sku_id) as skus from stock_level where tenant_id = ? and shortfall > 0",
                        row -> row.number("skus"),
                        scope.tenant())
                .orElse(0);
    }

    private List<LevelRow> levels(String condition, Object parameter) {
        return scope.sql().list("""
                        select l.*, s.code as sku, o.code as location, o.name as location_name from stock_level l
                        join sku s on s.tenant_id = l.tenant_id and s.id = l.sku_id
                        join location o on o.tenant_id = l.tenant_id and o.id = l.location_id
                        where l.tenant_id = ?""" + condition, StockSearch::levelRow, scope.tenant(), parameter);
    }

    private static LevelRow levelRow(Row row) throws SQLException {
        return new LevelRow(
                row.id("sku_id"),
                row.text("sku"),
                row.id("location_id"),
                row.text("location"),
                row.text("location_name"),
                row.number("on_hand"),
                row.number("reserved"),
                row.number("safety_stock"),
                Math.max(0, row.number("on_hand") - row.number("reserved") - row.number("safety_stock")),
                row.number("shortfall"),
                row.instant("as_of"),
                row.big("version"));
    }

    private static StockRow stockRow(Row row) throws SQLException {
        return new StockRow(
                row.id("id"),
                row.text("code"),
                row.text("name"),
                row.text("unit"),
                row.flag("bundle"),
                row.number("on_hand"),
                row.number("reserved"),
                row.number("safety_stock"),
                row.number("free"),
                row.number("shortfall"));
    }
}
