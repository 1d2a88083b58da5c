package io.onhand.acceptance.torture.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What shops show and what they sold, beside what is known here. */
final class ShopChecks {
    static final List<Check> ALL = List.of(new Quantities(), new Sales(), new Strangers());

    /** What each channel may show, from levels, network and policy. */
    private static final String AVAILABLE = "with recursive " + LedgerChecks.LEAVES + """
            , place as (
              select c.tenant_id, c.id as channel_id, f.sku_id, n.location_id,
                min(greatest(0, coalesce(l.on_hand - l.reserved - l.safety_stock, 0)) / f.units) as units
              from channel c
              join channel_policy_location n on n.tenant_id = c.tenant_id and n.channel_id = c.id and n.version = c.policy_version
              join location o on o.tenant_id = n.tenant_id and o.id = n.location_id and o.active
              join leaf f on f.tenant_id = c.tenant_id
              left join stock_level l on l.tenant_id = n.tenant_id and l.location_id = n.location_id and l.sku_id = f.leaf_id
              group by c.tenant_id, c.id, f.sku_id, n.location_id),
            network as (select tenant_id, channel_id, sku_id, sum(units) as units from place group by tenant_id, channel_id, sku_id),
            buffered as (
              select w.tenant_id, w.channel_id, w.sku_id, p.max_listed, p.zero_at_or_below,
                greatest(0, w.units - greatest(p.buffer_units, ceil(w.units * p.buffer_percent / 100.0))) as units
              from network w join channel c on c.tenant_id = w.tenant_id and c.id = w.channel_id
              join channel_policy p on p.tenant_id = w.tenant_id and p.channel_id = w.channel_id and p.version = c.policy_version)
            select c.settings->>'shop' as shop, l.external_id as listing,
              coalesce(case when b.units <= b.zero_at_or_below then 0 else least(b.units, b.max_listed) end, 0)::int as may, p.told_quantity
            from listing l join channel c on c.tenant_id = l.tenant_id and c.id = l.channel_id
            left join buffered b on b.tenant_id = l.tenant_id and b.channel_id = l.channel_id and b.sku_id = l.sku_id
            left join publication p on p.tenant_id = l.tenant_id and p.listing_id = l.id
            where c.connector = 'sandbox' and c.state = 'active' and l.state = 'linked'""";

    private ShopChecks() {}

    private static List<String> most(List<String> found) {
        return found.size() > Check.MOST ? found.subList(0, Check.MOST) : found;
    }

    /** Each shop shows what its channel may sell, and that is what it was told. */
    private record Quantities() implements Check {
        private record May(String shop, String listing, int units, Integer told) {}

        @Override
        public String name() {
            return "shop-shows-what-may-be-sold";
        }

        @Override
        public Moment moment() {
            return Moment.QUIET;
        }

        @Override
        public List<String> find(Evidence evidence) throws SQLException {
            Map<String, Integer> shown = new HashMap<>();
            evidence.shops().shown().forEach(one -> shown.put(one.shop() + " " + one.listing(), one.quantity()));
            List<May> all = evidence.rows(
                    AVAILABLE,
                    row -> new May(row.getString(1), row.getString(2), row.getInt(3), (Integer) row.getObject(4)));
            List<String> wrong = new ArrayList<>();
            for (May may : all) {
                Integer shows = shown.get(may.shop() + " " + may.listing());
                boolean told = may.told() == null || may.told() == may.units();
                if (shows != null && (shows != may.units() || !told)) {
                    wrong.add(may.listing() + " at " + may.shop() + ": shows " + shows + ", was told " + may.told()
                            + ", may sell " + may.units());
                }
            }
            return most(wrong);
        }
    }

    /** Every order of a shop is here once, with the units that were ordered and cancelled there. */
    private record Sales() implements Check {
        @Override
        public String name() {
            return "shop-order-is-there";
        }

        @Override
        public Moment moment() {
            return Moment.QUIET;
        }

        @Override
        public List<String> find(Evidence evidence) throws SQLException {
            record Line(int quantity, int cancelled, int refused) {}
            Map<String, Line> lines = new HashMap<>();
            Map<String, Integer> orders = new HashMap<>();
            evidence.rows("""
                    select c.settings->>'shop', o.external_id, n.external_line_id, n.quantity, n.cancelled, n.refused, o.id
                    from sales_order o join channel c on c.tenant_id = o.tenant_id and c.id = o.channel_id
                    join order_line n on n.tenant_id = o.tenant_id and n.order_id = o.id where o.state <> 'undone'""", row -> {
                String order = row.getString(1) + " " + row.getString(2);
                lines.put(order + " " + row.getString(3), new Line(row.getInt(4), row.getInt(5), row.getInt(6)));
                return orders.merge(order, 1, Integer::sum);
            });
            List<String> wrong = new ArrayList<>();
            for (Shops.Ordered order : evidence.shops().orders()) {
                String name = order.shop() + " " + order.number();
                int rows = orders.getOrDefault(name, 0);
                if (rows != order.lines().size()) {
                    wrong.add("order " + name + " has " + order.lines().size() + " lines there and " + rows + " here");
                    continue;
                }
                for (Shops.Line line : order.lines()) {
                    Line here = lines.get(name + " " + line.id());
                    // A unit that was refused for want of stock cannot be cancelled any more.
                    if (here == null
                            || here.quantity() != line.quantity()
                            || here.cancelled() != Math.min(line.cancelled(), here.quantity() - here.refused())) {
                        wrong.add("line " + line + " of order " + name + " is here as " + here);
                    }
                }
            }
            return most(wrong);
        }
    }

    /** An order of a shop is an order of the tenant whose channel the shop is, and of nobody else. */
    private record Strangers() implements Check {
        @Override
        public String name() {
            return "shop-order-is-nobody-elses";
        }

        @Override
        public Moment moment() {
            return Moment.QUIET;
        }

        @Override
        public List<String> find(Evidence evidence) throws SQLException {
            Map<String, Set<String>> shops = new HashMap<>();
            evidence.rows("""
                    select o.buyer_name, coalesce(c.settings->>'shop', '?') || ' of ' || t.alias
                    from sales_order o join tenant t on t.tenant_id = o.tenant_id
                    left join channel c on c.tenant_id = o.tenant_id and c.id = o.channel_id where o.buyer_name is not null""", row -> shops.computeIfAbsent(row.getString(1), buyer -> new HashSet<>())
                    .add(row.getString(2)));
            List<String> wrong = new ArrayList<>();
            for (Shops.Ordered order : evidence.shops().orders()) {
                for (String where : shops.getOrDefault(order.buyer(), Set.of())) {
                    if (!where.startsWith(order.shop() + " ")) {
                        wrong.add("the buyer of order " + order.number() + " of " + order.shop() + " ordered at "
                                + where);
                    }
                }
            }
            return most(wrong);
        }
    }
}
