package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.ClosedLoad;
import io.onhand.acceptance.bench.load.Load;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Lets a load run until its rate no longer changes: a JVM gets faster for a minute and more. */
final class WarmUp {
    private static final int WINDOWS = 3;

    private final Pace pace;
    private final Consumer<String> progress;
    private boolean cold = true;

    WarmUp(Pace pace, Consumer<String> progress) {
        this.pace = pace;
        this.progress = progress;
    }

    /** For a load on the product. */
    void product(String name, ClosedLoad load) {
        run(name, load, cold ? pace.coldWarmUp() : pace.warmUp());
        cold = false;
    }

    /** For a load on the bare database, where only the plans and the caches have to be there. */
    void baseline(String name, ClosedLoad load) {
        run(name, load, pace.window());
    }

    private void run(String name, ClosedLoad load, Duration atLeast) {
        List<Double> rates = new ArrayList<>();
        long start = System.nanoTime();
        Duration passed = Duration.ZERO;
        while (passed.compareTo(pace.longestWarmUp()) < 0 && !(passed.compareTo(atLeast) >= 0 && steady(rates))) {
            Load window = load.run(pace.window());
            rates.add(window.rate());
            passed = Duration.ofNanos(System.nanoTime() - start);
        }
        progress.accept(String.format(
                Locale.ROOT,
                "%s: warm after %d s, from %,.0f/s to %,.0f/s%s",
                name,
                passed.toSeconds(),
                rates.get(0),
                rates.get(rates.size() - 1),
                steady(rates) ? "" : ", not steady"));
    }

    private static boolean steady(List<Double> rates) {
        if (rates.size() < WINDOWS) {
            return false;
        }
        List<Double> last = rates.subList(rates.size() - WINDOWS, rates.size());
        double most = Collections.max(last);
        return most > 0 && (most - Collections.min(last)) / most < Pace.STEADY;
    }
}
