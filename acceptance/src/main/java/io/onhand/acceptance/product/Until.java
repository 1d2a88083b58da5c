package io.onhand.acceptance.product;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what comes by itself: asks again and again, and stops at the first right answer. */
public final class Until {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Until() {}

    /**
     * Asks until the answer is right or the time is over.
     *
     * @return the last answer, right or not
     */
    public static <T> T holds(Duration patience, Supplier<T> question, Predicate<T> right) {
        Instant deadline = Instant.now().plus(patience);
        T answer = question.get();
        while (!right.test(answer) && Instant.now().isBefore(deadline)) {
            pause();
            answer = question.get();
        }
        return answer;
    }

    /** The time between two questions. */
    static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("interrupted");
        }
    }

    /**
     * Tries until nothing is thrown.
     *
     * @throws AssertionError the last one, or the last exception as its cause, when the time is over
     */
    public static void passes(Duration patience, Runnable check) {
        Instant deadline = Instant.now().plus(patience);
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError | RuntimeException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw new AssertionError("after " + patience.toSeconds() + " s: " + e.getMessage(), e);
                }
            }
            pause();
        }
    }
}
