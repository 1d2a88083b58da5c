package io.onhand.acceptance.torture.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Opens and closes the load: while it is open everybody goes on; once it closes nobody begins anything new, but asks again for
 * what was not answered; once it is locked, nobody asks any more.
 */
public final class Gate {
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch locking = new CountDownLatch(1);

    /** Whether something new may begin. */
    public boolean isOpen() {
        return closing.getCount() > 0;
    }

    /** Whether an answer may still be asked for. */
    public boolean isUnlocked() {
        return locking.getCount() > 0;
    }

    /** Nothing new begins from now on. */
    public void close() {
        closing.countDown();
    }

    /** Nobody asks any more from now on. */
    public void lock() {
        close();
        locking.countDown();
    }

    /** Rests, but no longer than the gate is open. */
    public void rest(Duration time) {
        await(closing, time);
    }

    /** Rests before asking again, but no longer than the gate is unlocked. */
    void restBeforeRetry(Duration time) {
        await(locking, time);
    }

    private static void await(CountDownLatch latch, Duration time) {
        try {
            boolean unused = latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
