package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.ClosedLoad;
import io.onhand.acceptance.bench.load.Load;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how much the product does in a second, and by turns with it, several times in each round, what it is compared
 * with, so that a machine that slows down slows both.
 */
final class Throughput {
    private final Scene scene;
    private final String scenario;
    private final String unit;

    Throughput(Scene scene, String scenario, String unit) {
        this.scene = scene;
        this.scenario = scenario;
        this.unit = unit;
    }

    Figure measure(Work work, List<Rival> rivals) {
        List<ClosedLoad> loads = new ArrayList<>();
        try (ClosedLoad ours = new ClosedLoad(work.clients(), work.cast())) {
            for (Rival rival : rivals) {
                loads.add(rival.cast() == null ? null : new ClosedLoad(rival.clients(), rival.cast()));
            }
            warmUp(work, ours, rivals, loads);
            Rounds rounds = new Rounds(scene, work, unit);
            for (int round = 1; round <= scene.pace().rounds(); round++) {
                for (Duration slice : scene.pace().slices(work)) {
                    for (int i = 0; i < loads.size(); i++) {
                        if (loads.get(i) != null) {
                            rounds.baseline(rivals.get(i), run(work, rivals.get(i), loads.get(i), slice));
                        }
                    }
                    rounds.ours(ours, slice);
                }
                rounds.end();
            }
            return rounds.figure(scenario, rivals);
        } finally {
            for (ClosedLoad load : loads) {
                if (load != null) {
                    load.close();
                }
            }
        }
    }

    private void warmUp(Work work, ClosedLoad ours, List<Rival> rivals, List<ClosedLoad> loads) {
        for (int i = 0; i < loads.size(); i++) {
            String name = work.name() + ", " + rivals.get(i).what();
            if (loads.get(i) == null) {
                continue;
            }
            if (rivals.get(i).product()) {
                scene.warmUp().product(name, loads.get(i));
            } else {
                scene.warmUp().baseline(name, loads.get(i));
            }
        }
        scene.warmUp().product(work.name(), ours);
        scene.backlog().drain();
    }

    private Load run(Work work, Rival rival, ClosedLoad load, Duration length) {
        Load result = load.run(length);
        if (rival.product()) {
            scene.backlog().drain();
        }
        if (!result.errors().isEmpty()) {
            throw new IllegalStateException(
                    work.name() + ": the baseline (" + rival.what() + ") had errors: " + result.errors());
        }
        return result;
    }
}
