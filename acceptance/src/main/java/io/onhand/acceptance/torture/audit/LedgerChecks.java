package io.onhand.acceptance.torture.audit;

import java.util.List;

/** Levels, movements, holds and lines: each number is counted anew from what it must follow from. */
final class LedgerChecks {
    /** What came to a place less what left it, by its movements. */
    private static final String MOVED = """
            moved as (
              select tenant_id, sku_id, location_id, sum(units) as units, sum(taken) as taken from (
                select tenant_id, sku_id, to_location_id as location_id, quantity as units, 0 as taken from stock_movement
                union all
                select tenant_id, sku_id, from_location_id, -quantity, case when cause_kind in ('adjustment', 'count') then quantity else 0 end
                from stock_movement) as ends
              group by tenant_id, sku_id, location_id)""";

    /** Units of a place that orders hold and that have not left it. */
    private static final String HELD = """
            held as (
              select tenant_id, sku_id, location_id, sum(quantity - posted - released) as units
              from stock_hold group by tenant_id, sku_id, location_id)""";

    /** What one unit of a SKU takes from the shelf, from the components of bundles. */
    static final String LEAVES = """
            part(tenant_id, sku_id, part_id, units) as (
              select tenant_id, id, id, 1::bigint from sku
              union all
              select p.tenant_id, p.sku_id, b.component_id, p.units * b.quantity
              from part p join bundle_component b on b.tenant_id = p.tenant_id and b.bundle_id = p.part_id),
            leaf as (
              select p.tenant_id, p.sku_id, p.part_id as leaf_id, sum(p.units) as units from part p
              where not exists (select from bundle_component b where b.tenant_id = p.tenant_id and b.bundle_id = p.part_id)
              group by p.tenant_id, p.sku_id, p.part_id)""";

    static final List<Check> ALL = List.of(
            always("level-is-sum-of-movements", "with " + MOVED + """
                     select format('%s at %s: %s on hand, but movements sum up to %s', s.code, o.code, b.on_hand, b.units)
                    from (select * from stock_level full join moved using (tenant_id, sku_id, location_id)) as b
                    join location o on o.tenant_id = b.tenant_id and o.id = b.location_id and o.kind <> 'virtual'
                    join sku s on s.tenant_id = b.tenant_id and s.id = b.sku_id
                    where coalesce(b.on_hand, 0) <> coalesce(b.units, 0)"""),
            always("reserved-is-open-holds", "with " + HELD + """
                     select format('%s at %s: %s reserved, but open holds sum up to %s', s.code, o.code, b.reserved, b.units)
                    from (select * from stock_level full join held using (tenant_id, sku_id, location_id)) as b
                    join location o on o.tenant_id = b.tenant_id and o.id = b.location_id
                    join sku s on s.tenant_id = b.tenant_id and s.id = b.sku_id
                    where coalesce(b.reserved, 0) <> coalesce(b.units, 0)"""),
            // Only a count or an adjustment may take units away that are promised, and never more than it took.
            always("oversold", "with " + MOVED + ", " + HELD + """
                     select format('%s at %s: orders hold %s of %s units; counts and adjustments took %s', s.code, o.code, h.units,
                      coalesce(m.units, 0), coalesce(m.taken, 0))
                    from held h
                    left join moved m on m.tenant_id = h.tenant_id and m.sku_id = h.sku_id and m.location_id = h.location_id
                    join location o on o.tenant_id = h.tenant_id and o.id = h.location_id
                    join sku s on s.tenant_id = h.tenant_id and s.id = h.sku_id
                    where h.units - coalesce(m.units, 0) > coalesce(m.taken, 0)"""),
            always("shortfall-is-what-is-missing", """
                    select format('%s at %s: %s on hand, %s reserved, shortfall %s', s.code, o.code, l.on_hand, l.reserved, l.shortfall)
                    from stock_level l
                    join location o on o.tenant_id = l.tenant_id and o.id = l.location_id
                    join sku s on s.tenant_id = l.tenant_id and s.id = l.sku_id
                    where l.shortfall <> greatest(0, l.reserved - l.on_hand)"""),
            always("units-have-one-state", """
                    select format('line %s of order %s: %s units, states sum up to %s', n.external_line_id, o.external_id, n.quantity,
                      n.unmatched + n.held + n.backordered + n.shipped + n.cancelled + n.refused)
                    from order_line n join sales_order o on o.tenant_id = n.tenant_id and o.id = n.order_id
                    where n.quantity <> n.unmatched + n.held + n.backordered + n.shipped + n.cancelled + n.refused
                      or least(n.unmatched, n.held, n.backordered, n.shipped, n.cancelled, n.refused) < 0"""),
            always("held-units-have-holds", "with recursive " + LEAVES + """
                    , wanted as (
                      select n.tenant_id, n.id as line_id, f.leaf_id as sku_id, n.held * f.units as units
                      from order_line n join leaf f on f.tenant_id = n.tenant_id and f.sku_id = n.sku_id where n.held > 0),
                    open as (
                      select tenant_id, line_id, sku_id, sum(quantity - posted - released) as units from stock_hold
                      where quantity <> posted + released group by tenant_id, line_id, sku_id)
                    select format('line %s: %s units of leaf %s should be held, %s are', line_id, w.units, sku_id, p.units)
                    from wanted w full join open p using (tenant_id, line_id, sku_id) where w.units is distinct from p.units"""),
            always("hold-belongs-to-its-order", """
                    select format('hold %s is of order %s, its line is of order %s', h.id, h.order_id, n.order_id)
                    from stock_hold h left join order_line n on n.tenant_id = h.tenant_id and n.id = h.line_id
                    where n.order_id is distinct from h.order_id"""),
            always("restocked-at-most-deducted", """
                    select format('hold %s: %s of %s units came back or left', h.id, h.posted + h.released, h.quantity)
                    from stock_hold h where h.posted + h.released > h.quantity
                    union all
                    select format('order %s: %s units of SKU %s came back, %s had left', cause_id, back, sku_id, gone) from (
                      select tenant_id, sku_id, cause_id, coalesce(sum(quantity) filter (where cause_kind = 'return'), 0) as back,
                        coalesce(sum(quantity) filter (where cause_kind = 'order'), 0) as gone
                      from stock_movement where cause_id is not null group by tenant_id, sku_id, cause_id) as ends
                    where back > gone"""));

    private LedgerChecks() {}

    private static Check always(String name, String query) {
        return new SqlCheck(name, Check.Moment.ALWAYS, query);
    }
}
