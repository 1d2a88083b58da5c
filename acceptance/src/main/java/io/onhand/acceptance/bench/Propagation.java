package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Load;
import io.onhand.acceptance.bench.load.OpenLoad;
import io.onhand.acceptance.bench.stage.Shop;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/** How long it takes from a buyer's order in one shop until each of the nine others has accepted the new quantity. */
final class Propagation implements Scenario {
    private static final int CLIENTS = 16;

    /** Enough that a SKU is rarely ordered again before everybody knows of the last order. */
    private static final int MOST_SKUS = 2_000;

    /** Orders in a second and how soon 99 of 100 tellings must have arrived. */
    private record Pressure(String name, double perSecond, double mustMillis) {}

    private static final List<Pressure> PRESSURES = List.of(
            new Pressure("idle", 4, 1_000),
            new Pressure("50 orders/s", 50, 1_000),
            new Pressure("200 orders/s", 200, 2_000));

    private static final double AIM_MILLIS = 300;

    @Override
    public String name() {
        return "propagation";
    }

    @Override
    public List<Figure> run(Scene scene) throws SQLException {
        List<Shop> shops = scene.stage().malls(scene.size().mallSkus());
        try {
            AtomicInteger next = new AtomicInteger();
            int skus = Math.min(MOST_SKUS, scene.size().mallSkus());
            List<Figure> figures = new ArrayList<>();
            for (Pressure pressure : PRESSURES) {
                Tellings tellings = new Tellings(shops, skus, next);
                try (OpenLoad load =
                        new OpenLoad(CLIENTS, pressure.perSecond(), client -> new MallOrder(scene, tellings))) {
                    load.run(
                            figures.isEmpty()
                                    ? scene.pace().coldWarmUp()
                                    : scene.pace().warmUp());
                    scene.backlog().drain();
                    figures.add(measure(scene, pressure, tellings, load));
                }
            }
            return figures;
        } finally {
            shops.forEach(Shop::close);
        }
    }

    private Figure measure(Scene scene, Pressure pressure, Tellings tellings, OpenLoad load) {
        List<Double> slowest = new ArrayList<>();
        Histogram all = new Histogram(3);
        Map<String, Long> errors = new TreeMap<>();
        Map<String, Double> cpu = new LinkedHashMap<>();
        long orders = 0;
        for (int round = 1; round <= scene.pace().rounds(); round++) {
            tellings.begin(scene.stage().api());
            Map<String, Double> before = scene.cpu().read();
            Load placed = load.run(scene.pace().round());
            scene.backlog().drain();
            CpuTimes.between(before, scene.cpu().read())
                    .forEach((process, seconds) -> cpu.merge(process, seconds, Double::sum));
            Histogram millis = new Histogram(3);
            int missing = tellings.end(millis);
            orders += placed.units();
            placed.errors().forEach((kind, count) -> errors.merge(kind, count, Long::sum));
            if (missing > 0) {
                errors.merge("shops that were never told", (long) missing, Long::sum);
            }
            slowest.add((double) millis.getValueAtPercentile(99));
            all.add(millis);
            scene.progress()
                    .accept(String.format(
                            Locale.ROOT,
                            "propagation, %s: round %d of %d: %d orders, %d tellings, p50 %d ms, p99 %d ms",
                            pressure.name(),
                            round,
                            scene.pace().rounds(),
                            placed.units(),
                            millis.getTotalCount(),
                            millis.getValueAtPercentile(50),
                            millis.getValueAtPercentile(99)));
        }
        double thousands = Math.max(1, orders) / 1_000.0;
        cpu.replaceAll((process, seconds) -> seconds / thousands);
        Series ours = new Series(slowest);
        return new Figure(
                name(),
                "propagation, " + pressure.name(),
                "ms (p99)",
                ours,
                List.of(Check.atMost("order to nine others, ms", ours, pressure.mustMillis(), AIM_MILLIS)),
                percentiles(all),
                cpu,
                Map.of("orders", Long.toString(orders)),
                errors);
    }

    private static Map<String, Double> percentiles(Histogram millis) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("p50", (double) millis.getValueAtPercentile(50));
        values.put("p99", (double) millis.getValueAtPercentile(99));
        values.put("max", (double) millis.getMaxValue());
        return values;
    }
}
