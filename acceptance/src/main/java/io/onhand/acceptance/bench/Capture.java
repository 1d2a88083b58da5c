package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.baseline.OneOrder;
import io.onhand.acceptance.bench.load.Act;
import java.util.List;
import java.util.stream.IntStream;

/** Single orders of two lines, spread over all SKUs. */
final class Capture implements Scenario {
    private static final int[] CLIENTS = {16, 64};

    @Override
    public String name() {
        return "capture";
    }

    @Override
    public List<Figure> run(Scene scene) {
        Throughput throughput = new Throughput(scene, name(), "orders/s");
        Act.Cast echo = OrderEcho.cast(scene);
        return IntStream.of(CLIENTS)
                .mapToObj(clients -> throughput.measure(
                        Work.orders(
                                "capture, " + clients + " clients", clients, client -> new SingleOrder(scene, null)),
                        List.of(
                                new Rival(
                                        "one order a transaction (a)",
                                        clients,
                                        client -> new OneOrder(scene.baseline(), false),
                                        false,
                                        0.30,
                                        0.60),
                                new Rival("the order only echoed", clients, echo, true, 0.50, null))))
                .toList();
    }
}
