package io.onhand.routes.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work in lanes: at most one piece of a lane's work at a time, lanes beside each other on bounded threads. Asking for
 * a lane that is under way makes it run once more; so the queue is never longer than there are lanes, and everybody may
 * ask as often as they like.
 *
 * @param <K> what names a lane
 */
final class Lanes<K> {
    /** A piece of work. */
    interface Work<K> {
        /** Does one bounded piece; true when there is more to do at once. */
        boolean run(K lane);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private enum State {
        WAITING,
        RUNNING,
        ASKED_AGAIN
    }

    private final String name;
    private final Executor threads;
    private final Work<K> work;
    private final Map<K, State> states = new ConcurrentHashMap<>();
    private final QuietLog failures = new QuietLog(LOG);

    /** @param name for the log */
    Lanes(String name, Executor threads, Work<K> work) {
        this.name = name;
        this.threads = threads;
        this.work = work;
    }

    /** Asks for the lane's work to be done soon. */
    void ask(K lane) {
        AtomicBoolean isNew = new AtomicBoolean();
        states.compute(lane, (key, state) -> {
            isNew.set(state == null);
            return state == null ? State.WAITING : state == State.RUNNING ? State.ASKED_AGAIN : state;
        });
        if (isNew.get()) {
            enqueue(lane);
        }
    }

    private void run(K lane) {
        states.put(lane, State.RUNNING);
        boolean more = false;
        try {
            more = work.run(lane);
        } catch (RuntimeException e) {
            // The work stays where it was in the database and is due again; only the words are for here.
            failures.warn(name + " of " + lane + " failed", e);
        } finally {
            finish(lane, more);
        }
    }

    /** Behind the others again, so that a lane with much to do does not keep them waiting. */
    private void finish(K lane, boolean more) {
        State after = states.computeIfPresent(
                lane, (key, state) -> more || state == State.ASKED_AGAIN ? State.WAITING : null);
        if (after != null) {
            enqueue(lane);
        }
    }

    private void enqueue(K lane) {
        try {
            threads.execute(() -> run(lane));
        } catch (RejectedExecutionException e) {
            // The engine stops; what is left to do stays in the database.
            states.remove(lane);
        }
    }
}
