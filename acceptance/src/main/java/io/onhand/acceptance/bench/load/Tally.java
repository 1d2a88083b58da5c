package io.onhand.acceptance.bench.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Counts what one thread does. */
final class Tally {
    /** Longer than a call may take before it fails. */
    private static final long LONGEST_MICROS = Duration.ofMinutes(10).toNanos() / 1_000;

    /** Relative error of a latency: one of a thousand. */
    private static final int DIGITS = 3;

    private final Histogram micros = new Histogram(LONGEST_MICROS, DIGITS);
    private final Map<String, Long> errors = new TreeMap<>();
    private long units;

    /** What is done or found right; tells how many units it was. */
    @FunctionalInterface
    interface Doing {
        int units() throws WrongAnswer, IOException, SQLException;
    }

    /** Lets it happen and counts it as if it had begun at that time ({@link System#nanoTime}). */
    void count(Doing what, long startNanos) {
        try {
            units += what.units();
            took(startNanos);
        } catch (WrongAnswer | IOException | SQLException e) {
            failed(e, startNanos);
        }
    }

    /** Counts what had begun at that time and came to nothing. */
    void failed(Exception reason, long startNanos) {
        errors.merge(String.valueOf(reason.getMessage()).lines().findFirst().orElse(""), 1L, Long::sum);
        took(startNanos);
    }

    private void took(long startNanos) {
        micros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, (System.nanoTime() - startNanos) / 1_000)));
    }

    Load load(Duration took) {
        return new Load(units, took, micros, errors);
    }
}
