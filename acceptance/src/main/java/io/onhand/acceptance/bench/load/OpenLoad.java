package io.onhand.acceptance.bench.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls at fixed times, whether earlier ones are answered or not: how long callers wait. A call's time is measured from when
 * it should have begun, so that one slow answer is not hidden by the calls that it kept from being made (coordinated
 * omission).
 */
public final class OpenLoad implements AutoCloseable {
    private final Clients clients;
    private final double perSecond;

    /**
     * Connects the clients; they call nothing yet.
     *
     * @param count most calls that are under way at once; enough, so that none is late for want of a client
     * @param perSecond calls in a second, all clients together
     */
    public OpenLoad(int count, double perSecond, Act.Cast cast) {
        clients = new Clients(count, cast);
        this.perSecond = perSecond;
    }

    /** Makes all calls that fall into that time. */
    public Load run(Duration length) {
        long calls = Math.max(1, Math.round(length.toNanos() / 1e9 * perSecond));
        long start = System.nanoTime();
        AtomicLong next = new AtomicLong();
        return clients.play((act, tally) -> {
            for (long call = next.getAndIncrement(); call < calls; call = next.getAndIncrement()) {
                long due = start + Math.round(call * 1e9 / perSecond);
                long wait = due - System.nanoTime();
                while (wait > 0) {
                    LockSupport.parkNanos(wait);
                    wait = due - System.nanoTime();
                }
                tally.count(act::once, due);
            }
        });
    }

    @Override
    public void close() {
        clients.close();
    }
}
