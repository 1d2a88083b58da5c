package io.onhand.order;

import io.onhand.channel.PolicyInForce;
import io.onhand.sourcing.OutOfStock;
import io.onhand.sourcing.Sourcing;
import io.onhand.sourcing.Want;
import io.onhand.stock.BundleLeaves;
import io.onhand.stock.Hold;
import io.onhand.stock.Place;
import io.onhand.stock.Shelf;
import io.onhand.stock.StockLedger;
import io.onhand.tenant.Row;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Gives the waiting units of orders a place: decides order by order in Java, on levels that are locked or were only looked at,
 * and tells the holds that are to be written once the orders are.
 */
@Singleton
class Serving {
    private final TenantScope scope;
    private final StockLedger ledger;

    @Inject
    Serving(TenantScope scope, StockLedger ledger) {
        this.scope = scope;
        this.ledger = ledger;
    }

    /** From where a channel is served, and what happens when nothing is left. */
    record Terms(List<UUID> network, Map<UUID, String> codes, OutOfStock outOfStock) {}

    /** The terms of those channels; a channel that does not exist has none. */
    Supplier<Map<UUID, Terms>> terms(Collection<UUID> channels) {
        return scope.sql()
                .ask(
                        new HashMap<>(),
                        Serving::term,
                        """
                        select c.id, coalesce(p.out_of_stock, t.out_of_stock) as out_of_stock, o.id as location_id, o.code
                        from channel c join tenant t on t.tenant_id = c.tenant_id
                        %s%s
                        left join location o on o.tenant_id = n.tenant_id and o.id = n.location_id and o.active
                        where c.tenant_id = ? and c.id = any(?) order by n.position""".formatted(PolicyInForce.POLICY, PolicyInForce.NETWORK),
                        scope.tenant(),
                        new TreeSet<>(channels).toArray(UUID[]::new));
    }

    private static void term(Map<UUID, Terms> terms, Row row) throws SQLException {
        String policy = row.text("out_of_stock");
        Terms one = terms.computeIfAbsent(
                row.id("id"), id -> new Terms(new ArrayList<>(), new HashMap<>(), OutOfStock.of(policy)));
        UUID location = row.id("location_id");
        if (location == null) return;
        one.network().add(location);
        one.codes().put(location, row.text("code"));
    }

    /**
     * Serves the orders in their order; a later one gets what earlier ones left.
     *
     * @param obeyPolicy whether units without a place fall under the out-of-stock policy, as for an order that has just come;
     *     false when they go on waiting
     */
    List<Hold> serve(List<Order> orders, Map<UUID, Terms> terms, boolean obeyPolicy) {
        return serve(orders, terms, obeyPolicy, Goods.View.NOTHING);
    }

    /**
     * The same. Where everything that is wanted was seen to be free, it is held without being locked first: whoever was
     * quicker makes {@link StockLedger#hold} fail, and the work is done again. Anything else is decided under the lock: what
     * comes meanwhile must not be missed.
     *
     * @param view what was seen of the goods
     */
    List<Hold> serve(List<Order> orders, Map<UUID, Terms> terms, boolean obeyPolicy, Goods.View view) {
        Set<UUID> skus = orders.stream()
                .flatMap(order -> order.lines.stream())
                .filter(line -> line.backordered > 0)
                .map(line -> line.skuId)
                .collect(Collectors.toCollection(TreeSet::new));
        if (skus.isEmpty()) return List.of();
        if (!scope.isRepeated() && view.leaves().keySet().containsAll(skus)) {
            List<Served> served = choose(orders, terms, obeyPolicy, view.leaves(), new Shelf(view.free()));
            if (served.stream().allMatch(Served::isComplete)) return hold(served);
        }
        Set<UUID> locations = orders.stream()
                .flatMap(order -> terms.get(order.channel).network().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Supplier<Map<UUID, List<Want.Leaf>>> asked = leaves(skus);
        Shelf shelf = ledger.lock(skus, locations);
        return hold(choose(orders, terms, obeyPolicy, asked.get(), shelf));
    }

    /** An order with what it waits for, the places that were chosen for it, and what becomes of the rest. */
    private record Served(Order order, List<Want> wants, List<Sourcing.Choice> choices, OutOfStock policy) {
        private boolean isComplete() {
            return wants.stream().mapToInt(Want::quantity).sum()
                    == choices.stream().mapToInt(Sourcing.Choice::units).sum();
        }
    }

    /** Decides, and changes nothing but the shelf. */
    private static List<Served> choose(
            List<Order> orders,
            Map<UUID, Terms> terms,
            boolean obeyPolicy,
            Map<UUID, List<Want.Leaf>> leaves,
            Shelf shelf) {
        List<Served> served = new ArrayList<>();
        for (Order order : orders) {
            Terms its = terms.get(order.channel);
            OutOfStock policy = obeyPolicy ? its.outOfStock() : OutOfStock.BACKORDER;
            List<Want> wants = order.lines.stream()
                    .filter(line -> line.backordered > 0)
                    .map(line -> new Want(line.id, leaves.getOrDefault(line.skuId, List.of()), line.backordered))
                    .toList();
            served.add(new Served(order, wants, Sourcing.choose(wants, its.network(), shelf, policy), policy));
        }
        return served;
    }

    private static List<Hold> hold(List<Served> served) {
        List<Hold> holds = new ArrayList<>();
        for (Served one : served) holds.addAll(hold(one));
        return holds;
    }

    private static List<Hold> hold(Served served) {
        Order order = served.order();
        Map<UUID, Line> lines = new HashMap<>();
        order.lines.stream().filter(line -> line.backordered > 0).forEach(line -> lines.put(line.id, line));
        List<Hold> holds = new ArrayList<>();
        for (Sourcing.Choice choice : served.choices()) {
            lines.get(choice.want().line()).hold(choice.units());
            for (Want.Leaf leaf : choice.want().leaves())
                holds.add(new Hold(
                        order.id,
                        choice.want().line(),
                        new Place(leaf.sku(), choice.location()),
                        leaf.perUnit(),
                        leaf.perUnit() * choice.units()));
        }
        if (served.policy() != OutOfStock.BACKORDER) lines.values().forEach(Line::refuseWaiting);
        order.derive();
        return holds;
    }

    /** What one unit of each SKU takes from the shelf. */
    private Supplier<Map<UUID, List<Want.Leaf>>> leaves(Set<UUID> skus) {
        return scope.sql()
                .ask(
                        new HashMap<>(),
                        (leaves, row) -> leaves.computeIfAbsent(row.id("sku_id"), sku -> new ArrayList<>())
                                .add(new Want.Leaf(row.id("leaf_id"), row.number("quantity"))),
                        BundleLeaves.OF_SKUS + " order by sku_id, leaf_id",
                        scope.tenant(),
                        skus.toArray(UUID[]::new));
    }
}
