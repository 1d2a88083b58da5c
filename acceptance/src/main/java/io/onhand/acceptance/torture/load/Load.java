package io.onhand.acceptance.torture.load;

import io.onhand.acceptance.torture.audit.Claims;
import io.onhand.acceptance.torture.rig.Rig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Everybody who uses the installation, all at once. */
public final class Load {
    private static final int BUYERS = 5;
    private static final int PARTNERS = 2;
    private static final int BUYER_PAUSE = 500;
    private static final int PARTNER_PAUSE = 400;
    private static final int KEEPER_PAUSE = 600;
    private static final int PLANNER_PAUSE = 2_500;
    private static final int FILE_PAUSE = 3_000;

    private final Rig rig;
    private final List<Trader> traders;
    private final long seed;
    private final Claims claims;
    private final Gate gate = new Gate();
    private final Tally tally = new Tally();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** Asks nothing yet. */
    public Load(Rig rig, List<Trader> traders, long seed, Claims claims) {
        this.rig = rig;
        this.traders = List.copyOf(traders);
        this.seed = seed;
        this.claims = claims;
    }

    /** Lets everybody begin. */
    public void start() {
        for (Trader trader : traders) {
            for (int i = 1; i <= BUYERS; i++) {
                begin(new Buyer(name(trader, "buyer", i), seed, gate, BUYER_PAUSE, trader.stands(), tally));
            }
            for (int i = 1; i <= PARTNERS; i++) {
                begin(new Partner(
                        name(trader, "partner", i), seed, gate, PARTNER_PAUSE, trader, caller(trader), claims, tally));
            }
            begin(new Keeper(
                    name(trader, "keeper", 1), seed, gate, KEEPER_PAUSE, trader, caller(trader), claims, tally));
            begin(new Planner(name(trader, "planner", 1), seed, gate, PLANNER_PAUSE, trader, caller(trader), tally));
            if (trader.fileChannel().isPresent()) {
                begin(new FileSeller(
                        name(trader, "file", 1), seed, gate, FILE_PAUSE, trader, caller(trader), claims, tally));
            }
        }
    }

    private static String name(Trader trader, String kind, int number) {
        return trader.alias() + "-" + kind + number;
    }

    private Caller caller(Trader trader) {
        return new Caller(rig.nodes(), rig.tokens(), trader.client(), gate, tally);
    }

    private void begin(Actor actor) {
        Thread thread = new Thread(
                () -> {
                    try {
                        actor.run();
                    } catch (Throwable e) {
                        failure.compareAndSet(null, new IllegalStateException(actor.name() + ": " + e.getMessage(), e));
                    }
                },
                actor.name());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** Why somebody gave up: an answer that nobody may be given. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Whether something new still begins; also what rests the schedule. */
    public Gate gate() {
        return gate;
    }

    /** What happened so far. */
    public Tally tally() {
        return tally;
    }

    /**
     * Lets nobody begin anything new, and waits until everybody has the answers that they wait for.
     *
     * @param patience how long that may take; who has no answer then never gets one
     */
    public void end(Duration patience) {
        gate.close();
        Instant deadline = Instant.now().plus(patience);
        threads.forEach(thread -> join(thread, Duration.between(Instant.now(), deadline)));
        gate.lock();
        threads.forEach(thread -> join(thread, patience));
    }

    private static void join(Thread thread, Duration time) {
        try {
            thread.join(Math.max(1, time.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
