package io.onhand.acceptance.bench.load;

import java.time.Duration;
import java.util.List;

/** So many clients that each call again as soon as they are answered: how much the other side can do. */
public final class ClosedLoad implements AutoCloseable {
    private final Clients clients;

    /** Null when each client has a thread of its own, as calls of a database need it. */
    private final Switchboard switchboard;

    /** Connects the clients; they call nothing yet. */
    public ClosedLoad(int count, Act.Cast cast) {
        clients = new Clients(count, cast);
        List<Exchange> exchanges = clients.exchanges();
        switchboard = exchanges.isEmpty() ? null : new Switchboard(exchanges);
    }

    /** Lets them call for that long; a call that is under way at the end is awaited and counts. */
    public Load run(Duration length) {
        if (switchboard != null) {
            return switchboard.run(length);
        }
        long end = System.nanoTime() + length.toNanos();
        return clients.play((act, tally) -> {
            long now = System.nanoTime();
            while (now < end) {
                tally.count(act::once, now);
                now = System.nanoTime();
            }
        });
    }

    @Override
    public void close() {
        if (switchboard != null) {
            switchboard.close();
        }
        clients.close();
    }
}
