package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.ClosedLoad;
import io.onhand.acceptance.bench.load.Load;
import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.Launch;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** From the command to a product that is ready, and the memory it holds: of a product of its own, beside the running one. */
final class Start implements Scenario {
    private static final double MUST_SECONDS = 60;
    private static final double AIM_SECONDS = 30;
    private static final double MUST_MEGABYTES = 2_560;
    private static final double AIM_MEGABYTES = 1_536;
    private static final int SKUS = 1_000;
    private static final int CLIENTS = 16;
    private static final long LOOK_MILLIS = 500;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Figure> run(Scene scene) throws SQLException {
        Launch launch = OwnProduct.launch(scene.installation());
        launch.prepare();
        try {
            long first = System.nanoTime();
            Installation own = launch.startAfresh();
            List<Double> fresh = List.of(passed(scene, "first start", first));
            List<Double> starts = new ArrayList<>();
            for (int round = 1; round <= scene.pace().rounds(); round++) {
                launch.end();
                long begin = System.nanoTime();
                own = launch.restart();
                starts.add(passed(scene, "start " + round, begin));
            }
            Map<String, Double> rest = new ResidentMemory(own).read();
            return List.of(
                    start("start, first, with demo data", fresh),
                    start("start", starts),
                    memory("memory at rest", rest, Map.of()),
                    underLoad(scene, own));
        } finally {
            launch.stop();
        }
    }

    private static double passed(Scene scene, String what, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        scene.progress().accept(String.format(Locale.ROOT, "%s: ready after %.1f s", what, seconds));
        return seconds;
    }

    private Figure start(String name, List<Double> seconds) {
        Series series = new Series(seconds);
        return new Figure(
                name(),
                name,
                "s",
                series,
                List.of(Check.atMost("command to ready, s", series, MUST_SECONDS, AIM_SECONDS)),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private Figure underLoad(Scene scene, Installation own) throws SQLException {
        ResidentMemory memory = new ResidentMemory(own);
        AtomicReference<Map<String, Double>> most = new AtomicReference<>(memory.read());
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        try (OwnProduct product = OwnProduct.open(scene, own, SKUS);
                ClosedLoad load = new ClosedLoad(CLIENTS, client -> new SingleOrder(product.scene(), null))) {
            var unused = watch.scheduleWithFixedDelay(
                    () -> most.accumulateAndGet(memory.read(), Start::larger), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
            Load orders = load.run(scene.pace().coldWarmUp().plus(scene.pace().round()));
            return memory("memory under load", most.get(), orders.errors());
        } finally {
            watch.shutdownNow();
        }
    }

    private static Map<String, Double> larger(Map<String, Double> one, Map<String, Double> other) {
        return ResidentMemory.sum(one) >= ResidentMemory.sum(other) ? one : other;
    }

    private Figure memory(String name, Map<String, Double> megabytes, Map<String, Long> errors) {
        Map<String, String> notes = new LinkedHashMap<>();
        megabytes.forEach((process, size) -> notes.put(process, String.format(Locale.ROOT, "%.0f MB", size)));
        Series sum = new Series(List.of(ResidentMemory.sum(megabytes)));
        return new Figure(
                name(),
                name,
                "MB",
                sum,
                List.of(Check.atMost("resident in all, MB", sum, MUST_MEGABYTES, AIM_MEGABYTES)),
                Map.of(),
                Map.of(),
                notes,
                errors);
    }
}
