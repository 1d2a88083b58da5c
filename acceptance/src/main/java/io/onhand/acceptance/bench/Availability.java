package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.baseline.OneRead;
import java.util.List;
import java.util.stream.IntStream;

/** How soon a caller knows what a channel may sell. */
final class Availability implements Scenario {
    private static final int CLIENTS = 16;
    private static final int[] SKUS = {1, 100};

    @Override
    public String name() {
        return "availability";
    }

    @Override
    public List<Figure> run(Scene scene) {
        Throughput throughput = new Throughput(scene, name(), "reads/s");
        return IntStream.of(SKUS)
                .mapToObj(skus -> throughput.measure(
                        Work.reads(
                                "availability, " + skus + (skus == 1 ? " SKU, " : " SKUs, ") + CLIENTS + " clients",
                                CLIENTS,
                                client -> new AvailabilityRead(scene, skus),
                                20,
                                5),
                        List.of(new Rival(
                                "one row by its key",
                                CLIENTS,
                                client -> new OneRead(scene.baseline()),
                                false,
                                null,
                                null))))
                .toList();
    }
}
