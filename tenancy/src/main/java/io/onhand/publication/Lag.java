package io.onhand.publication;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long channels waited to be told, in buckets: each bucket's name is its upper bound in milliseconds, a quarter above the
 * one before, so that a percentile is at most 25 % too high.
 */
public record Lag(int told, int p50Ms, int p95Ms) {
    private static final int SMALLEST_MS = 10;
    private static final int LARGEST_MS = 3_600_000;

    /** The bucket of a lag. */
    static int bucket(Duration lag) {
        long ms = Math.max(0, lag.toMillis());
        double bound = SMALLEST_MS;
        while (bound < ms && bound < LARGEST_MS) bound *= 1.25;
        return (int) Math.min(LARGEST_MS, Math.round(bound));
    }

    /** The percentiles of counts by bucket. */
    static Lag of(Map<Integer, Integer> counts) {
        TreeMap<Integer, Integer> sorted = new TreeMap<>(counts);
        int told = sorted.values().stream().mapToInt(Integer::intValue).sum();
        return new Lag(told, percentile(sorted, told, 0.50), percentile(sorted, told, 0.95));
    }

    private static int percentile(TreeMap<Integer, Integer> counts, int told, double share) {
        int seen = 0;
        for (Map.Entry<Integer, Integer> bucket : counts.entrySet()) {
            seen += bucket.getValue();
            if (seen >= Math.ceil(told * share)) return bucket.getKey();
        }
        return 0;
    }
}
