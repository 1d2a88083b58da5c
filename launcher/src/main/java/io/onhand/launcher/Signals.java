package io.onhand.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes: politely, then by force. */
enum Signals {
    /** Asks to finish (SIGTERM). */
    TERM,
    /** Interrupts (SIGINT); PostgreSQL then closes its connections and shuts down at once. */
    INT;

    /** Sends this signal and waits; after {@code patience} the process is killed. */
    void end(ProcessHandle process, Duration patience) {
        if (this == TERM) {
            process.destroy();
        } else {
            interrupt(process.pid());
        }
        if (!awaitEnd(process, patience)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            awaitEnd(process, Duration.ofSeconds(10));
        }
    }

    private static void interrupt(long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new LaunchFailure("cannot run sh: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the process ended within the time given. */
    static boolean awaitEnd(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
