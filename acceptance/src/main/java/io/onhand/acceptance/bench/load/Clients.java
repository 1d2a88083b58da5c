package io.onhand.acceptance.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients with a connection each, and a thread where they need one, which they keep from one round to the next. */
final class Clients implements AutoCloseable {
    private final List<Act> acts = new ArrayList<>();
    private final ExecutorService threads;

    Clients(int count, Act.Cast cast) {
        threads = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "client");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (int client = 0; client < count; client++) {
                acts.add(cast.act(client));
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            close();
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** All of them, when each asks and is answered; else none. */
    List<Exchange> exchanges() {
        List<Exchange> exchanges = new ArrayList<>();
        for (Act act : acts) {
            if (act instanceof Exchange exchange) {
                exchanges.add(exchange);
            }
        }
        return exchanges.size() == acts.size() ? exchanges : List.of();
    }

    /** What each of them does; counts what it did. */
    interface Turn {
        void play(Act act, Tally tally);
    }

    /** Lets all of them play at the same time, and returns when the last is done. */
    Load play(Turn turn) {
        long start = System.nanoTime();
        List<Future<Tally>> playing = new ArrayList<>();
        for (Act act : acts) {
            Callable<Tally> task = () -> {
                Tally tally = new Tally();
                turn.play(act, tally);
                return tally;
            };
            playing.add(threads.submit(task));
        }
        List<Tally> tallies = new ArrayList<>();
        try {
            for (Future<Tally> one : playing) {
                tallies.add(one.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        Load all = new Tally().load(Duration.ofNanos(System.nanoTime() - start));
        for (Tally tally : tallies) {
            all = all.plus(tally.load(Duration.ZERO));
        }
        return all;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        for (Act act : acts) {
            try {
                act.close();
            } catch (IOException | SQLException e) {
                // A connection that is broken already needs no closing.
            }
        }
    }
}
