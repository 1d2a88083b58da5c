package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.baseline.StockCount;
import java.util.List;

/** Batches of counted levels. */
final class StockLevels implements Scenario {
    private static final int CLIENTS = 8;

    /** What the API takes at once. */
    private static final int LEVELS = 500;

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public List<Figure> run(Scene scene) {
        int levels = Math.min(LEVELS, scene.stage().skus() / CLIENTS);
        return List.of(new Throughput(scene, name(), "levels/s")
                .measure(
                        Work.mass(
                                "stock, batches of " + levels + " levels, " + CLIENTS + " clients",
                                CLIENTS,
                                client -> new LevelBatch(scene, client, CLIENTS, levels)),
                        List.of(new Rival(
                                levels + " levels a statement",
                                CLIENTS,
                                client -> new StockCount(scene.baseline(), levels),
                                false,
                                0.25,
                                0.50))));
    }
}
