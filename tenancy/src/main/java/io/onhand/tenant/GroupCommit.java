package io.onhand.tenant;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Lets small pieces of work that come at the same moment share one transaction of their tenant: while a transaction is under
 * way, what arrives waits, and goes together in the next. Who was just answered is likely to ask again: the next waits for as
 * many as the last one has seen, some 2 ms at the longest, and no longer than nobody comes for half of a millisecond. Nobody
 * waits for company that was not there: a piece that comes alone after one that came alone goes at once.
 *
 * @param <T> a piece of work
 * @param <R> what became of it
 */
public final class GroupCommit<T, R> {
    /** When nobody has come for so long, nobody is waited for any more. */
    private static final Duration PATIENCE = Duration.ofNanos(500_000);

    /** Those who come must not wait much longer for those who may come: so many times the patience. */
    private static final int LONGEST = 4;

    private final TenantScope scope;
    private final int most;
    private final Function<List<T>, List<R>> work;
    private final long patienceNanos;
    private final Map<TenantId, Line> lines = new ConcurrentHashMap<>();

    /**
     * @param most pieces in one transaction, 1 or more
     * @param work does pieces inside one transaction, and gives their results in the same order. It decides each of them
     *     alone: what it throws is a failure of them all, after which each is tried by itself
     */
    public GroupCommit(TenantScope scope, int most, Function<List<T>, List<R>> work) {
        this(scope, most, work, PATIENCE);
    }

    /** @param patience when nobody has come for so long, nobody is waited for any more */
    GroupCommit(TenantScope scope, int most, Function<List<T>, List<R>> work, Duration patience) {
        this.scope = scope;
        this.most = most;
        this.work = work;
        this.patienceNanos = patience.toNanos();
    }

    /**
     * Does one piece and returns when it is committed.
     *
     * @throws RuntimeException what the work throws for this piece alone
     */
    public R call(TenantId tenant, T item) {
        Line line = lines.computeIfAbsent(tenant, key -> new Line());
        Piece piece = line.join(item);
        piece.awaitTurn();
        if (piece.leads) {
            List<Piece> together = line.leave(piece);
            try {
                run(tenant, together);
            } finally {
                line.arrive(together);
            }
        }
        if (piece.failure != null) throw piece.failure;
        return piece.result;
    }

    private void run(TenantId tenant, List<Piece> pieces) {
        List<T> items = pieces.stream().map(piece -> piece.item).toList();
        try {
            List<R> results = scope.call(tenant, () -> work.apply(items));
            for (int i = 0; i < pieces.size(); i++) pieces.get(i).result = results.get(i);
        } catch (RuntimeException failure) {
            boolean outage = failure instanceof DatabaseFailure database && database.isOutage();
            if (outage || pieces.size() == 1) pieces.forEach(piece -> piece.failure = failure);
            else pieces.forEach(piece -> run(tenant, List.of(piece)));
        } catch (Error e) {
            // Nobody may take the silence of a broken server for a result.
            pieces.forEach(piece -> piece.failure = new IllegalStateException("The transaction broke off", e));
            throw e;
        }
    }

    /** Who waits for a transaction of one tenant. Its first passenger leads: it does the work of all that go with it. */
    private final class Line {
        private final Lock lock = new ReentrantLock();
        private final Condition allHere = lock.newCondition();
        private final Queue<Piece> waiting = new ArrayDeque<>();
        private boolean working;

        /** How many there were when the last transaction ended: those that it served and those that waited. */
        private int seen;

        Piece join(T item) {
            Piece piece = new Piece(item);
            lock.lock();
            try {
                if (working) {
                    waiting.add(piece);
                    if (areAllHere()) allHere.signal();
                } else {
                    working = true;
                    piece.lead();
                }
            } finally {
                lock.unlock();
            }
            return piece;
        }

        List<Piece> leave(Piece leader) {
            lock.lock();
            try {
                gather();
                List<Piece> together = new ArrayList<>();
                together.add(leader);
                while (together.size() < most && !waiting.isEmpty()) together.add(waiting.remove());
                return together;
            } finally {
                lock.unlock();
            }
        }

        private void gather() {
            long end = System.nanoTime() + LONGEST * patienceNanos;
            int before = -1;
            while (!areAllHere() && waiting.size() > before && System.nanoTime() < end) {
                before = waiting.size();
                awaitAll();
            }
        }

        /** With the one that leads. */
        private boolean areAllHere() {
            return waiting.size() + 1 >= Math.min(seen, most);
        }

        /** For as long as patience lasts. */
        private void awaitAll() {
            long left = patienceNanos;
            try {
                while (left > 0 && !areAllHere()) left = allHere.awaitNanos(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void arrive(List<Piece> together) {
            Piece next;
            lock.lock();
            try {
                seen = together.size() + waiting.size();
                next = waiting.poll();
                working = next != null;
            } finally {
                lock.unlock();
            }
            together.forEach(Piece::wake);
            if (next != null) next.lead();
        }
    }

    private final class Piece {
        private final T item;
        private final CountDownLatch turn = new CountDownLatch(1);
        private boolean leads;
        private R result;
        private RuntimeException failure;

        Piece(T item) {
            this.item = item;
        }

        void lead() {
            leads = true;
            turn.countDown();
        }

        void wake() {
            turn.countDown();
        }

        /** Not to be interrupted: others may come to depend on this piece. */
        void awaitTurn() {
            boolean interrupted = false;
            while (true) {
                try {
                    turn.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) Thread.currentThread().interrupt();
        }
    }
}
