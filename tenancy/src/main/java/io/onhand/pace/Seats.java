package io.onhand.pace;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** A bounded number of seats for each party that has to be waited for; who finds none is sent away at once. Thread-safe. */
public final class Seats {
    private final int each;
    private final Map<String, Semaphore> taken = new ConcurrentHashMap<>();

    /** @param each seats of one party, 1 or more */
    public Seats(int each) {
        this.each = each;
    }

    /**
     * Takes a seat.
     *
     * @param party one of a bounded number
     * @return false when none is free
     */
    public boolean take(String party) {
        return taken.computeIfAbsent(party, key -> new Semaphore(each)).tryAcquire();
    }

    /** Gives a seat back. */
    public void leave(String party) {
        taken.get(party).release();
    }
}
