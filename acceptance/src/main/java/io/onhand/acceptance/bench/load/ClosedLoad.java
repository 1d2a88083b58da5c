package io.onhand.acceptance.bench.load;

import java.time.Duration;

/** So many clients that each call again as soon as they are answered: how much the other side can do. */
public final class ClosedLoad implements AutoCloseable {
    private final Clients clients;

    /** Connects the clients; they call nothing yet. */
    public ClosedLoad(int count, Act.Cast cast) {
        clients = new Clients(count, cast);
    }

    /** Lets them call for that long; a call that is under way at the end is awaited and counts. */
    public Load run(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        return clients.play((act, tally) -> {
            long now = System.nanoTime();
            while (now < end) {
                tally.count(act, now);
                now = System.nanoTime();
            }
        });
    }

    @Override
    public void close() {
        clients.close();
    }
}
