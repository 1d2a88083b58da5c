package io.onhand.acceptance.bench.baseline;

import java.util.concurrent.atomic.AtomicInteger;

/** Order ids as a caller makes them: rising in each client, never the same in two. */
final class OrderNumbers {
    private static final AtomicInteger CLIENTS = new AtomicInteger();
    private static final long EACH = 1_000_000_000L;

    private long next = CLIENTS.incrementAndGet() * EACH;

    long next() {
        return next++;
    }
}
