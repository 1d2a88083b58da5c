package io.onhand.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A process that the launcher owns: it is started, watched until it is ready, and ended. Its output goes to a log
 * file of its name, its process id to a file that outlives the launcher.
 */
abstract class ManagedProcess {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Home home;
    private final String name;
    private final PidFile pidFile;
    private Process process;
    private long logStart;

    ManagedProcess(Home home, String name) {
        this.home = home;
        this.name = name;
        this.pidFile = new PidFile(home, name);
    }

    /** What to run, with its environment and working directory; output is set by the caller. */
    abstract ProcessBuilder command();

    /** Whether it does its work now. Asked several times a second until it says yes. */
    abstract boolean ready();

    /** How long a start may take. */
    abstract Duration patience();

    /** How it is asked to end. */
    Signals signal() {
        return Signals.TERM;
    }

    /** How long an orderly end may take. */
    Duration endPatience() {
        return Duration.ofSeconds(20);
    }

    final String name() {
        return name;
    }

    final Home home() {
        return home;
    }

    final Process process() {
        return process;
    }

    /** Starts it; returns at once. */
    final void start() {
        Path log = home.log(name);
        try {
            logStart = Files.exists(log) ? Files.size(log) : 0;
            process = command()
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new LaunchFailure("cannot start " + name + ": " + e.getMessage(), e);
        }
        pidFile.write(process.toHandle());
    }

    /** Waits until it is ready; fails when it ends before or takes longer than its patience. */
    final void awaitReady() {
        Instant deadline = Instant.now().plus(patience());
        while (!ready()) {
            if (!process.isAlive()) {
                throw new LaunchFailure(
                        name + " ended with exit code " + process.exitValue() + "; see " + home.log(name));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new LaunchFailure(
                        name + " was not ready after " + patience().toSeconds() + " s; see " + home.log(name));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted", e);
        }
    }

    /** What it has written to its log since it was started, as far as it fits one array. */
    final String logSinceStart() {
        try (RandomAccessFile file = new RandomAccessFile(home.log(name).toFile(), "r")) {
            long length = Math.min(file.length() - logStart, Integer.MAX_VALUE >> 4);
            byte[] bytes = new byte[(int) Math.max(0, length)];
            file.seek(logStart);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Ends it. */
    final void end() {
        signal().end(process.toHandle(), endPatience());
        pidFile.delete();
    }
}
