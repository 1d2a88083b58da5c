package io.onhand.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers a process beyond the life of the launcher. A process id alone may have gone to a stranger, so the start
 * time is kept with it and both must agree.
 */
final class PidFile {
    /** The system derives start times from its boot time, which moves a little when the clock is corrected. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path file;

    PidFile(Home home, String name) {
        this.file = home.running().resolve(name + ".pid");
    }

    void write(ProcessHandle process) {
        long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        try {
            Files.writeString(file, process.pid() + "\n" + start + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LaunchFailure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** The process that this file speaks of, if it still runs. */
    Optional<ProcessHandle> process() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.size() < 2) {
                return Optional.empty();
            }
            long pid = Long.parseLong(lines.get(0));
            Instant start = Instant.ofEpochMilli(Long.parseLong(lines.get(1)));
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> startedAt(process, start));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant start) {
        return process.info()
                .startInstant()
                .map(actual -> Duration.between(actual, start).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LaunchFailure("cannot delete " + file + ": " + e.getMessage(), e);
        }
    }
}
