package io.onhand.acceptance.torture.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One process of the installation, found anew by its process file each time; the launcher may have started another one. */
public final class Victim {
    private final Path file;

    Victim(Path file) {
        this.file = file;
    }

    /** Ends it, and nothing that it started, as a power cut would. */
    public void kill() {
        kill(process());
    }

    /** Ends it and all that it started, as a power cut would: the children first, so that none can tell of it. */
    public void killFamily() {
        List<ProcessHandle> family = family();
        family.forEach(Victim::kill);
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Takes the processor away from it and from all that it started (SIGSTOP). */
    public void freeze() {
        signal("STOP");
    }

    /** Gives the processor back (SIGCONT). */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        String pids =
                family().stream().map(process -> Long.toString(process.pid())).collect(Collectors.joining(" "));
        try {
            int exit = new ProcessBuilder("sh", "-c", "kill -" + name + " " + pids + " 2>/dev/null")
                    .start()
                    .waitFor();
            if (exit != 0 && name.equals("STOP") && process().isAlive()) {
                throw new IllegalStateException("kill -" + name + " " + pids + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Children before their parents. */
    private List<ProcessHandle> family() {
        ProcessHandle head = process();
        return Stream.concat(head.descendants().sorted(Comparator.comparing(ProcessHandle::pid)), Stream.of(head))
                .toList();
    }

    private ProcessHandle process() {
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(file, StandardCharsets.UTF_8).get(0));
            return ProcessHandle.of(pid)
                    .orElseThrow(() -> new IllegalStateException("no process " + pid + " of " + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
