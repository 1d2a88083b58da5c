package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.ClosedLoad;
import io.onhand.acceptance.bench.load.Load;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came of the rounds of one measurement. */
final class Rounds {
    /** Channels are always told a moment later: so much of a round is not held against the product. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final double SLOWEST = 99;

    private final Scene scene;
    private final Work work;
    private final String unit;
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> slowest = new ArrayList<>();
    private final List<Double> tellings = new ArrayList<>();
    private final Map<Rival, List<Double>> baselines = new LinkedHashMap<>();
    private final Map<String, Double> cpu = new LinkedHashMap<>();
    private Load all;

    /** Of the round that has not ended. */
    private final Map<Rival, Load> rivalsNow = new LinkedHashMap<>();

    private Load oursNow;
    private Duration toldNow = Duration.ZERO;

    Rounds(Scene scene, Work work, String unit) {
        this.scene = scene;
        this.work = work;
        this.unit = unit;
    }

    /** Notes what a rival did. */
    void baseline(Rival rival, Load load) {
        rivalsNow.merge(rival, load, Load::plus);
    }

    /** Lets our own side run for so long and notes it. */
    void ours(ClosedLoad ours, Duration length) {
        Map<String, Double> before = scene.cpu().read();
        Load load = ours.run(length);
        toldNow = toldNow.plus(scene.backlog().drain());
        CpuTimes.between(before, scene.cpu().read())
                .forEach((process, seconds) -> cpu.merge(process, seconds, Double::sum));
        oursNow = oursNow == null ? load : oursNow.plus(load);
    }

    /** The round is over. */
    void end() {
        rivalsNow.forEach((rival, load) ->
                baselines.computeIfAbsent(rival, any -> new ArrayList<>()).add(load.rate()));
        boolean isLate = work.tellsAtOnce() && toldNow.compareTo(GRACE) > 0;
        rates.add(oursNow.rateWith(isLate ? toldNow.minus(GRACE) : Duration.ZERO));
        slowest.add(oursNow.millis(SLOWEST));
        tellings.add(toldNow.toMillis() / 1_000.0);
        all = all == null ? oursNow : all.plus(oursNow);
        rivalsNow.clear();
        oursNow = null;
        toldNow = Duration.ZERO;
        tell();
    }

    private void tell() {
        int round = rates.size();
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: round %d of %d: %,.0f %s",
                work.name(),
                round,
                scene.pace().rounds(),
                rates.get(round - 1),
                unit));
        baselines
                .values()
                .forEach(rival -> line.append(String.format(
                        Locale.ROOT,
                        " | %,.0f, ratio %.2f",
                        rival.get(round - 1),
                        rates.get(round - 1) / rival.get(round - 1))));
        scene.progress().accept(line.toString());
    }

    Figure figure(String scenario, List<Rival> rivals) {
        Series ours = new Series(rates);
        List<Check> checks = new ArrayList<>();
        for (Rival rival : rivals) {
            checks.add(
                    baselines.containsKey(rival)
                            ? Check.ratio(
                                    rival.what(), ours, new Series(baselines.get(rival)), rival.must(), rival.aim())
                            : Check.absent(rival.what(), rival.must(), rival.aim()));
        }
        if (work.slowest() != null) {
            checks.add(Check.atMost("p99, ms", new Series(slowest), work.slowest(), work.slowestAim()));
        }
        Map<String, String> notes = new TreeMap<>();
        notes.put("channels told after", String.format(Locale.ROOT, "%.1f s", new Series(tellings).median()));
        double thousands = Math.max(1, all.units()) / 1_000.0;
        Map<String, Double> perThousand = new LinkedHashMap<>();
        cpu.forEach((process, seconds) -> perThousand.put(process, seconds / thousands));
        return new Figure(scenario, work.name(), unit, ours, checks, latency(all), perThousand, notes, all.errors());
    }

    private static Map<String, Double> latency(Load load) {
        Map<String, Double> millis = new LinkedHashMap<>();
        millis.put("p50", load.millis(50));
        millis.put("p99", load.millis(SLOWEST));
        millis.put("max", load.millis(100));
        return millis;
    }
}
