package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.baseline.OneOrder;
import java.util.List;

/** Single orders of two lines, the first of which is always of the same SKU. */
final class CaptureHot implements Scenario {
    private static final int CLIENTS = 64;

    @Override
    public String name() {
        return "capture-hot";
    }

    @Override
    public List<Figure> run(Scene scene) {
        String hot = scene.stage().hotSku();
        return List.of(new Throughput(scene, name(), "orders/s")
                .measure(
                        Work.orders(
                                "capture, hot SKU, " + CLIENTS + " clients",
                                CLIENTS,
                                client -> new SingleOrder(scene, hot)),
                        List.of(
                                new Rival(
                                        "(a) on that hot SKU",
                                        CLIENTS,
                                        client -> new OneOrder(scene.baseline(), true),
                                        false,
                                        1.0,
                                        null),
                                new Rival(
                                        "our own spread capture",
                                        CLIENTS,
                                        client -> new SingleOrder(scene, null),
                                        true,
                                        0.80,
                                        1.0))));
    }
}
