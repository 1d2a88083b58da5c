package io.onhand.acceptance.torture.audit;

import java.util.List;

/** Orders as rows: each there once, none that is over still taking part. */
final class OrderChecks {
    static final List<Check> ALL = List.of(
            new SqlCheck("order-is-there-once", Check.Moment.ALWAYS, """
                    select format('order %s of channel %s is there %s times', external_id, channel_id, count(*)) from sales_order
                    where state <> 'undone' group by tenant_id, channel_id, external_id having count(*) > 1"""),
            new SqlCheck("ended-order-has-nothing-open", Check.Moment.ALWAYS, """
                    select format('order %s is %s, but %s units of it are open', o.external_id, o.state, n.held + n.backordered + n.unmatched)
                    from sales_order o join order_line n on n.tenant_id = o.tenant_id and n.order_id = o.id
                    where o.state in ('cancelled', 'refused', 'undone', 'shipped') and n.held + n.backordered + n.unmatched > 0"""),
            new SqlCheck("order-has-lines", Check.Moment.ALWAYS, """
                    select format('order %s has no line', o.external_id) from sales_order o
                    where not exists (select from order_line n where n.tenant_id = o.tenant_id and n.order_id = o.id)"""));

    private OrderChecks() {}
}
