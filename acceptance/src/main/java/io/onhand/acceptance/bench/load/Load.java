package io.onhand.acceptance.bench.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What came of a load.
 *
 * @param units orders, levels or whatever was done, right ones only
 * @param took from the first call to the last answer
 * @param micros how long each call took, microseconds
 * @param errors wrong answers by kind
 */
public record Load(long units, Duration took, Histogram micros, Map<String, Long> errors) {
    /** Units in a second. */
    public double rate() {
        return units / seconds(took);
    }

    /** Units in a second, had it taken longer. */
    public double rateWith(Duration more) {
        return units / seconds(took.plus(more));
    }

    /** The time within which this part (0 to 100) of the calls was answered, milliseconds. */
    public double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    /** Both together. */
    public Load plus(Load other) {
        Histogram all = micros.copy();
        all.add(other.micros);
        Map<String, Long> wrong = new TreeMap<>(errors);
        other.errors.forEach((kind, count) -> wrong.merge(kind, count, Long::sum));
        return new Load(units + other.units, took.plus(other.took), all, wrong);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
