package io.onhand.acceptance.torture.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What was answered is what is there. */
final class ClaimChecks {
    static final List<Check> ALL = List.of(new Orders(), new Cancellations(), new StockChanges());

    private ClaimChecks() {}

    private record Key(String tenant, String channel, String number) {}

    /** The rows of one order number that are not undone. */
    private record Found(int orders, int units, int cancelled, int refused, int open) {
        static final Found NONE = new Found(0, 0, 0, 0, 0);
    }

    private static Map<Key, Found> found(Evidence evidence) throws SQLException {
        Map<Key, Found> found = new HashMap<>();
        evidence.rows(
                """
                select t.alias, o.channel_id::text, o.external_id, count(distinct o.id), sum(n.quantity), sum(n.cancelled), sum(n.refused),
                  sum(n.held + n.backordered + n.unmatched)
                from sales_order o join tenant t on t.tenant_id = o.tenant_id
                left join order_line n on n.tenant_id = o.tenant_id and n.order_id = o.id
                where o.state <> 'undone' group by t.alias, o.channel_id, o.external_id""",
                row -> found.put(
                        new Key(row.getString(1), row.getString(2), row.getString(3)),
                        new Found(row.getInt(4), row.getInt(5), row.getInt(6), row.getInt(7), row.getInt(8))));
        return found;
    }

    private static Key key(OrderClaim claim) {
        return new Key(claim.tenant(), claim.channelId(), claim.number());
    }

    private static List<String> most(List<String> found) {
        return found.size() > Check.MOST ? found.subList(0, Check.MOST) : found;
    }

    /** An acknowledged order is there once and whole; any other at most once. */
    private record Orders() implements Check {
        @Override
        public String name() {
            return "acknowledged-order-is-there";
        }

        @Override
        public Moment moment() {
            return Moment.ALWAYS;
        }

        @Override
        public List<String> find(Evidence evidence) throws SQLException {
            Map<Key, Found> there = found(evidence);
            return most(evidence.claims().orders().stream()
                    .map(claim -> wrong(claim, there.getOrDefault(key(claim), Found.NONE)))
                    .filter(words -> words != null)
                    .toList());
        }

        private static String wrong(OrderClaim claim, Found found) {
            if (found.orders() > 1) {
                return claim + " is there " + found.orders() + " times";
            }
            if (claim.doubtful()) {
                return null;
            }
            if (claim.undone() && found.orders() > 0) {
                return claim + " was taken back, but is there";
            }
            if (claim.acknowledged() && !claim.undone() && found.orders() == 0) {
                return claim + " was acknowledged, but is not there";
            }
            return found.orders() == 1 && found.units() != claim.units()
                    ? claim + " was of " + claim.units() + " units, but has " + found.units()
                    : null;
        }
    }

    /** What was cancelled with success is cancelled once. */
    private record Cancellations() implements Check {
        @Override
        public String name() {
            return "cancelled-units-are-cancelled";
        }

        @Override
        public Moment moment() {
            return Moment.QUIET;
        }

        @Override
        public List<String> find(Evidence evidence) throws SQLException {
            Map<Key, Found> there = found(evidence);
            List<String> wrong = new ArrayList<>();
            for (OrderClaim claim : evidence.claims().orders()) {
                Found found = there.getOrDefault(key(claim), Found.NONE);
                if (claim.doubtful() || found.orders() == 0) {
                    continue;
                }
                if (claim.emptied() && found.open() > 0) {
                    wrong.add(claim + " was cancelled, but " + found.open() + " units are open");
                } else if (!claim.emptied() && found.cancelled() != claim.cancelled()) {
                    wrong.add(claim + ": " + claim.cancelled() + " units were cancelled, but " + found.cancelled()
                            + " are");
                }
            }
            return most(wrong);
        }
    }

    /** A change that was applied has its movement, with its units; one that was refused has none. */
    private record StockChanges() implements Check {
        @Override
        public String name() {
            return "stock-change-is-there";
        }

        @Override
        public Moment moment() {
            return Moment.ALWAYS;
        }

        @Override
        public List<String> find(Evidence evidence) throws SQLException {
            Map<String, Integer> moved = new HashMap<>();
            evidence.rows("""
                    select t.alias, m.id, case when o.kind = 'virtual' then m.quantity else -m.quantity end
                    from stock_movement m join tenant t on t.tenant_id = m.tenant_id
                    join location o on o.tenant_id = m.tenant_id and o.id = m.from_location_id""", row -> moved.put(row.getString(1) + row.getObject(2, UUID.class), row.getInt(3)));
            Set<String> told = new HashSet<>();
            List<String> wrong = new ArrayList<>();
            for (StockClaim claim : evidence.claims().stock()) {
                Integer units = moved.get(claim.tenant() + claim.id());
                boolean applied =
                        claim.outcome().equals("applied") || claim.outcome().equals("duplicate");
                if (!told.add(claim.tenant() + claim.id())) {
                    wrong.add(claim + " was answered twice");
                } else if (claim.outcome().equals("applied") && units == null) {
                    wrong.add(claim + " has no movement");
                } else if (!applied && units != null) {
                    wrong.add(claim + " has a movement of " + units);
                } else if (applied && claim.delta() != 0 && units != null && units != claim.delta()) {
                    wrong.add(claim + " has a movement of " + units);
                }
            }
            return most(wrong);
        }
    }
}
