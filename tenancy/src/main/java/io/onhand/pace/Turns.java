package io.onhand.pace;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Keeps one party from taking all of what is shared: so many pieces of its work have their turn at once, and nobody waits.
 * Thread-safe.
 *
 * @param <K> names a party; there is a bounded number of them
 */
public final class Turns<K> {
    private final int most;
    private final Map<K, Semaphore> parties = new ConcurrentHashMap<>();

    /** @param most pieces of one party's work, 1 or more */
    public Turns(int most) {
        this.most = most;
    }

    /** Does the work, or {@code otherwise} when as much of the party's is under way as may be. */
    public <T> T call(K party, Supplier<T> work, Supplier<T> otherwise) {
        Semaphore turns = parties.computeIfAbsent(party, key -> new Semaphore(most));
        if (!turns.tryAcquire()) return otherwise.get();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
