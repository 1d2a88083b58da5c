package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.baseline.ManyOrders;
import java.util.List;

/** Batches of a hundred orders. */
final class Bulk implements Scenario {
    private static final int CLIENTS = 8;

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public List<Figure> run(Scene scene) {
        return List.of(new Throughput(scene, name(), "orders/s")
                .measure(
                        Work.mass(
                                "batches of " + OrderBatch.ORDERS + " orders, " + CLIENTS + " clients",
                                CLIENTS,
                                client -> new OrderBatch(scene)),
                        List.of(new Rival(
                                ManyOrders.ORDERS + " orders a transaction (b)",
                                CLIENTS,
                                client -> new ManyOrders(scene.baseline()),
                                false,
                                0.35,
                                0.60))));
    }
}
