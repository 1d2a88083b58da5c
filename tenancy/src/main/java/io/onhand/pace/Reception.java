package io.onhand.pace;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Reads what strangers send. What is all here already is simply read; for the rest it waits at a least pace, and with a
 * bounded number of threads for each party: one party's slow connections cost only that party. Thread-safe.
 */
public final class Reception {
    private final int each;
    private final Clock clock;
    private final Map<String, Semaphore> seats = new ConcurrentHashMap<>();

    /** @param each threads that may wait for one party, 1 or more */
    public Reception(int each, Clock clock) {
        this.each = each;
        this.clock = clock;
    }

    /** Reads a stream. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    /** As many threads as may already wait for the party. */
    public static final class Full extends IOException {
        private static final long serialVersionUID = 1L;

        Full(int each) {
            super(each + " requests are still being sent");
        }
    }

    /**
     * Reads.
     *
     * @param party one of a bounded number
     * @param declared bytes that will come; 0 or less when that is not known
     * @throws Full when nobody can wait for it
     * @throws PacedInput.TooSlow when it did not come in time
     */
    public <T> T read(String party, InputStream in, long declared, Reading<T> reading) throws IOException {
        if (declared > 0 && in.available() >= declared) {
            return reading.read(in);
        }
        Semaphore free = seats.computeIfAbsent(party, key -> new Semaphore(each));
        if (!free.tryAcquire()) {
            throw new Full(each);
        }
        try {
            return reading.read(new PacedInput(in, clock));
        } finally {
            free.release();
        }
    }
}
