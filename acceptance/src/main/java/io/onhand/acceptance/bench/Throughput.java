package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Act;
import io.onhand.acceptance.bench.load.ClosedLoad;
import io.onhand.acceptance.bench.load.Load;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures how much the product does in a second, and right before it, in each round, what it is compared with. What the
 * product leaves to be done after its answers counts: a round is over when every channel was told.
 */
final class Throughput {
    /** Work that is always a moment behind: so much of the end of a round is not held against the product. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Scene scene;
    private final String scenario;
    private final String unit;

    Throughput(Scene scene, String scenario, String unit) {
        this.scene = scene;
        this.scenario = scenario;
        this.unit = unit;
    }

    Figure measure(String name, int clients, Act.Cast cast, List<Rival> rivals) {
        List<ClosedLoad> loads = new ArrayList<>();
        try (ClosedLoad ours = new ClosedLoad(clients, cast)) {
            for (Rival rival : rivals) {
                ClosedLoad load = rival.cast() == null ? null : new ClosedLoad(rival.clients(), rival.cast());
                loads.add(load);
                if (load != null && rival.product()) {
                    scene.warmUp().product(name + ", " + rival.what(), load);
                } else if (load != null) {
                    scene.warmUp().baseline(name + ", " + rival.what(), load);
                }
            }
            scene.warmUp().product(name, ours);
            scene.backlog().drain();
            return rounds(name, ours, rivals, loads);
        } finally {
            loads.stream().filter(load -> load != null).forEach(ClosedLoad::close);
        }
    }

    private Figure rounds(String name, ClosedLoad ours, List<Rival> rivals, List<ClosedLoad> loads) {
        List<Double> our = new ArrayList<>();
        List<Double> drains = new ArrayList<>();
        List<List<Double>> theirs = new ArrayList<>();
        rivals.forEach(rival -> theirs.add(new ArrayList<>()));
        Map<String, Double> cpu = new LinkedHashMap<>();
        Load all = null;
        for (int round = 1; round <= scene.pace().rounds(); round++) {
            for (int i = 0; i < loads.size(); i++) {
                if (loads.get(i) != null) {
                    theirs.get(i).add(baseline(name, rivals.get(i), loads.get(i)));
                }
            }
            Map<String, Double> before = scene.cpu().read();
            Load load = ours.run(scene.pace().round());
            Duration drained = scene.backlog().drain();
            CpuTimes.perThousand(before, scene.cpu().read(), 1_000)
                    .forEach((process, seconds) -> cpu.merge(process, seconds, Double::sum));
            Duration late = drained.minus(GRACE);
            our.add(load.rateWith(late.isNegative() ? Duration.ZERO : late));
            drains.add(drained.toMillis() / 1_000.0);
            all = all == null ? load : all.plus(load);
            tell(name, round, our, theirs);
        }
        long units = Math.max(1, all.units());
        cpu.replaceAll((process, seconds) -> seconds * 1_000 / units);
        Series figure = new Series(our);
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < rivals.size(); i++) {
            Rival rival = rivals.get(i);
            checks.add(
                    loads.get(i) == null
                            ? Check.absent(rival.what(), rival.must(), rival.aim())
                            : Check.ratio(rival.what(), figure, new Series(theirs.get(i)), rival.must(), rival.aim()));
        }
        Map<String, String> notes = new TreeMap<>();
        notes.put("told after", String.format(Locale.ROOT, "%.1f s", new Series(drains).median()));
        return new Figure(scenario, name, unit, figure, checks, latency(all), cpu, notes, all.errors());
    }

    private double baseline(String name, Rival rival, ClosedLoad load) {
        Load result = load.run(scene.pace().round());
        if (rival.product()) {
            scene.backlog().drain();
        }
        if (!result.errors().isEmpty()) {
            throw new IllegalStateException(
                    name + ": the baseline (" + rival.what() + ") had errors: " + result.errors());
        }
        return result.rate();
    }

    private void tell(String name, int round, List<Double> our, List<List<Double>> theirs) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: round %d of %d: %,.0f %s",
                name,
                round,
                scene.pace().rounds(),
                our.get(round - 1),
                unit));
        for (List<Double> their : theirs) {
            if (!their.isEmpty()) {
                line.append(String.format(
                        Locale.ROOT,
                        " | %,.0f, ratio %.2f",
                        their.get(round - 1),
                        our.get(round - 1) / their.get(round - 1)));
            }
        }
        scene.progress().accept(line.toString());
    }

    static Map<String, Double> latency(Load load) {
        Map<String, Double> millis = new LinkedHashMap<>();
        millis.put("p50", load.millis(50));
        millis.put("p99", load.millis(99));
        millis.put("max", load.millis(100));
        return millis;
    }
}
