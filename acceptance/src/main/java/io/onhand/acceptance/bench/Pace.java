package io.onhand.acceptance.bench;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * How long things are measured.
 *
 * @param coldWarmUp least warm-up of the first load in a run
 * @param warmUp least warm-up of each later load
 * @param longestWarmUp when a rate that does not settle is measured all the same
 * @param window the warm-up is over when three windows in a row differ by less than {@link #STEADY}
 * @param rounds how often each thing is measured
 * @param round how long one measurement takes
 * @param turns how often our own side and what it is compared with take turns in a round, where nothing builds up
 */
record Pace(
        Duration coldWarmUp,
        Duration warmUp,
        Duration longestWarmUp,
        Duration window,
        int rounds,
        Duration round,
        int turns) {
    /** Part of the highest rate by which windows may differ. */
    static final double STEADY = 0.07;

    /** What the published figures are measured with. */
    static Pace full() {
        return new Pace(seconds(60), seconds(15), seconds(180), seconds(5), 3, seconds(15), 5);
    }

    /** A look, less exact. */
    static Pace quick() {
        return new Pace(seconds(15), seconds(4), seconds(30), seconds(2), 3, seconds(5), 2);
    }

    /** As short as can be: whether everything works, not how fast. */
    static Pace check() {
        return new Pace(
                Duration.ofMillis(200),
                Duration.ofMillis(200),
                Duration.ofMillis(600),
                Duration.ofMillis(200),
                1,
                seconds(1),
                1);
    }

    /** The parts of a round. What channels are told of at their own pace builds up, and is measured in one piece. */
    List<Duration> slices(Work work) {
        int parts = work.tellsAtOnce() ? turns : 1;
        return Collections.nCopies(parts, round.dividedBy(parts));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
