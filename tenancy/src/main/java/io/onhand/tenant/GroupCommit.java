package io.onhand.tenant;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * Lets small pieces of work that come at the same moment share one transaction of their tenant: while a transaction works,
 * what arrives waits, and goes together in the next, which begins when the one before has only to be committed. Nobody waits
 * for company: a piece that comes alone goes alone, at once.
 *
 * @param <T> a piece of work
 * @param <R> what became of it
 */
public final class GroupCommit<T, R> {
    private final TenantScope scope;
    private final int most;
    private final Function<List<T>, List<R>> work;
    private final Map<TenantId, Line> lines = new ConcurrentHashMap<>();

    /**
     * @param most pieces in one transaction, 1 or more
     * @param work does pieces inside one transaction, and gives their results in the same order. It decides each of them
     *     alone: what it throws is a failure of them all, after which each is tried by itself
     */
    public GroupCommit(TenantScope scope, int most, Function<List<T>, List<R>> work) {
        this.scope = scope;
        this.most = most;
        this.work = work;
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
            Handover handover = new Handover(line);
            try {
                run(tenant, together, handover);
            } finally {
                handover.run();
                together.forEach(Piece::wake);
            }
        }
        if (piece.failure != null) throw piece.failure;
        return piece.result;
    }

    private void run(TenantId tenant, List<Piece> pieces, Handover handover) {
        List<T> items = pieces.stream().map(piece -> piece.item).toList();
        try {
            List<R> results = scope.call(tenant, () -> work.apply(items), handover);
            for (int i = 0; i < pieces.size(); i++) pieces.get(i).result = results.get(i);
        } catch (RuntimeException failure) {
            boolean outage = failure instanceof DatabaseFailure database && database.isOutage();
            if (outage || pieces.size() == 1) pieces.forEach(piece -> piece.failure = failure);
            else pieces.forEach(piece -> run(tenant, List.of(piece), handover));
        } catch (Error e) {
            // Nobody may take the silence of a broken server for a result.
            pieces.forEach(piece -> piece.failure = new IllegalStateException("The transaction broke off", e));
            throw e;
        }
    }

    /** Who waits for a transaction of one tenant. Its first passenger leads: it does the work of all that go with it. */
    private final class Line {
        private final Queue<Piece> waiting = new ArrayDeque<>();
        private boolean working;

        synchronized Piece join(T item) {
            Piece piece = new Piece(item);
            if (working) {
                waiting.add(piece);
            } else {
                working = true;
                piece.lead();
            }
            return piece;
        }

        synchronized List<Piece> leave(Piece leader) {
            List<Piece> together = new ArrayList<>();
            together.add(leader);
            while (together.size() < most && !waiting.isEmpty()) together.add(waiting.remove());
            return together;
        }

        synchronized void next() {
            Piece leader = waiting.poll();
            if (leader == null) working = false;
            else leader.lead();
        }
    }

    /** Lets the next in the line begin, once. */
    private final class Handover implements Runnable {
        private final Line line;
        private boolean done;

        Handover(Line line) {
            this.line = line;
        }

        @Override
        public void run() {
            if (done) return;
            done = true;
            line.next();
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
