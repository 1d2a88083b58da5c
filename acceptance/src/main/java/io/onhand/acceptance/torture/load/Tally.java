package io.onhand.acceptance.torture.load;

import java.util.Map;
import java.util.TreeMap;

/** Counts by name. Safe for use by many threads. */
public final class Tally {
    private final Map<String, Integer> counts = new TreeMap<>();

    /** One more. */
    public void add(String what) {
        add(what, 1);
    }

    /** So many more. */
    public synchronized void add(String what, int count) {
        counts.merge(what, count, Integer::sum);
    }

    /** All counts, by name. */
    public synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
