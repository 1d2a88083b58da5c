package io.onhand.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Starts processes, starts anew the ones that die, and ends all of them in the reverse order of their start. */
final class Supervisor {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** Who lived that long starts over with the first pause. */
    private static final Duration HEALTHY = Duration.ofMinutes(1);

    private final Console console;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final List<ManagedProcess> started = new ArrayList<>();
    private boolean ending;

    Supervisor(Console console) {
        this.console = console;
    }

    /** Starts a process; nothing starts any more once {@link #end()} was called. */
    void start(ManagedProcess process) {
        lock.lock();
        try {
            if (ending) {
                throw new LaunchFailure("stopped while starting");
            }
            process.start();
            if (!started.contains(process)) {
                started.add(process);
            }
        } finally {
            lock.unlock();
        }
    }

    /** From now on a process that ends is started again: after 1 s, then 2 s, at most 30 s. */
    void watch(ManagedProcess process) {
        Thread thread = new Thread(() -> keepAlive(process), "watch-" + process.name());
        thread.setDaemon(true);
        thread.start();
    }

    private void keepAlive(ManagedProcess process) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            Instant since = Instant.now();
            int exit = awaitExit(process);
            if (Duration.between(since, Instant.now()).compareTo(HEALTHY) > 0) {
                pause = FIRST_PAUSE;
            }
            if (awaitEnding(Duration.ofMillis(50))) {
                return;
            }
            console.say(process.name() + " ended with exit code " + exit + "; starting it again in " + pause.toSeconds()
                    + " s");
            if (awaitEnding(pause)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            try {
                start(process);
                Instant start = Instant.now();
                process.awaitReady();
                console.say(process.name() + " is ready again after "
                        + Duration.between(start, Instant.now()).toSeconds() + " s");
            } catch (LaunchFailure e) {
                if (awaitEnding(Duration.ZERO)) {
                    return;
                }
                console.fail(e.getMessage());
            }
        }
    }

    private static int awaitExit(ManagedProcess process) {
        try {
            return process.process().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted", e);
        }
    }

    /** Waits until the end was asked for, or the time is over; tells which. */
    private boolean awaitEnding(Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!ending && left > 0) {
                left = ended.awaitNanos(left);
            }
            return ending;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether {@link #end()} was called. */
    boolean ending() {
        return awaitEnding(Duration.ZERO);
    }

    /** Blocks until {@link #end()} is called. */
    void awaitEnding() {
        while (!awaitEnding(Duration.ofHours(1))) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    /** Ends everything, last started first. */
    void end() {
        List<ManagedProcess> toEnd;
        lock.lock();
        try {
            ending = true;
            ended.signalAll();
            toEnd = new ArrayList<>(started);
        } finally {
            lock.unlock();
        }
        for (int i = toEnd.size() - 1; i >= 0; i--) {
            toEnd.get(i).end();
        }
    }
}
