package io.onhand.acceptance.torture.audit;

import java.util.List;

/** Work that is left over once nobody asks for anything any more. No fault that is made here explains a parked message. */
final class WaitingChecks {
    static final List<Check> ALL = List.of(
            quiet("nothing-waits", """
                    select format('inbox: %s since %s, %s attempts, last error %s', event_id, received_at, attempts, last_error)
                    from inbox where parked_at is null
                    union all
                    select format('outbox: %s of %s since %s, %s attempts, last error %s', kind, subjects, occurred_at, attempts, last_error)
                    from outbox where parked_at is null
                    union all
                    select format('publication of %s: stale since %s, %s attempts, due at %s, last error %s', l.external_id, p.stale_since,
                      p.attempts, p.next_attempt_at, p.last_error)
                    from publication p join listing l on l.tenant_id = p.tenant_id and l.id = p.listing_id
                    join channel c on c.tenant_id = p.tenant_id and c.id = p.channel_id and c.state = 'active'
                    where p.stale_since is not null
                    union all
                    select format('import %s is %s since %s', file_name, state, created_at) from import_run
                    where state in ('uploaded', 'committing', 'undoing') or next_attempt_at is not null"""),
            quiet("nothing-is-parked", """
                    select format('inbox: %s, %s attempts: %s', event_id, attempts, last_error) from inbox where parked_at is not null
                    union all
                    select format('outbox: %s of %s, %s attempts: %s', kind, subjects, attempts, last_error) from outbox where parked_at is not null"""),
            quiet("publication-is-of-its-listing", """
                    select format('listing %s of SKU %s: its publication is of SKU %s as %s, code %s', l.external_id, l.sku_id, p.sku_id, p.external_id, p.code)
                    from listing l join channel c on c.tenant_id = l.tenant_id and c.id = l.channel_id and c.publishes
                    left join sku s on s.tenant_id = l.tenant_id and s.id = l.sku_id
                    left join publication p on p.tenant_id = l.tenant_id and p.listing_id = l.id
                    where (l.sku_id is not null or p.listing_id is not null)
                      and (l.sku_id, l.external_id, s.code) is distinct from (p.sku_id, p.external_id, p.code)"""),
            quiet("free-units-are-served", "with recursive " + LedgerChecks.LEAVES + """
                    , possible as (
                      select c.tenant_id, c.id as channel_id, f.sku_id, n.location_id,
                        min(greatest(0, coalesce(l.on_hand - l.reserved - l.safety_stock, 0)) / f.units) as units
                      from channel c
                      join channel_policy_location n on n.tenant_id = c.tenant_id and n.channel_id = c.id and n.version = c.policy_version
                      join location o on o.tenant_id = n.tenant_id and o.id = n.location_id and o.active
                      join leaf f on f.tenant_id = c.tenant_id
                      left join stock_level l on l.tenant_id = n.tenant_id and l.location_id = n.location_id and l.sku_id = f.leaf_id
                      group by c.tenant_id, c.id, f.sku_id, n.location_id)
                    select format('order %s waits for %s units of SKU %s, and %s are free', o.external_id, n.backordered, n.sku_id, p.units)
                    from order_line n join sales_order o on o.tenant_id = n.tenant_id and o.id = n.order_id
                    join possible p on p.tenant_id = o.tenant_id and p.channel_id = o.channel_id and p.sku_id = n.sku_id
                    where n.backordered > 0 and p.units >= 1"""));

    private WaitingChecks() {}

    private static Check quiet(String name, String query) {
        return new SqlCheck(name, Check.Moment.QUIET, query);
    }
}
