package io.onhand.acceptance.bench;

import io.onhand.acceptance.product.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much processor time the processes of the product have used, from {@code /proc}. Empty where there is none. */
final class CpuTimes {
    /** Linux counts processor time for programs in hundredths of a second, whatever the kernel does inside. */
    private static final double TICKS_PER_SECOND = 100;

    /** Fields of {@code /proc/PID/stat} behind the name: utime, stime, and the same of children that have ended. */
    private static final int UTIME = 11;

    private static final List<String> PROCESSES = List.of("database", "server", "sandbox", "keycloak");

    private final Path running;

    CpuTimes(Installation installation) {
        running = installation.data().map(data -> data.resolve("run")).orElse(null);
    }

    /** Seconds used so far by each process with its children, by this one, and by the whole machine. */
    Map<String, Double> read() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        if (running == null || !Files.isReadable(Path.of("/proc/self/stat"))) {
            return seconds;
        }
        for (String name : PROCESSES) {
            process(name).ifPresent(process -> seconds.put(name, withChildren(process)));
        }
        seconds.put("client", ticks(Path.of("/proc/self/stat"), 2) / TICKS_PER_SECOND);
        seconds.put("machine", machine() / TICKS_PER_SECOND);
        return seconds;
    }

    /** Seconds used between two readings. */
    static Map<String, Double> between(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> used = new LinkedHashMap<>();
        after.forEach((name, seconds) -> {
            if (before.containsKey(name)) {
                used.put(name, seconds - before.get(name));
            }
        });
        return used;
    }

    /** The process of that name. */
    private Optional<ProcessHandle> process(String name) {
        try {
            List<String> lines = Files.readAllLines(running.resolve(name + ".pid"), StandardCharsets.UTF_8);
            return ProcessHandle.of(Long.parseLong(lines.get(0)));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Children that ended in between are in the time of their parent. */
    private static double withChildren(ProcessHandle process) {
        double own = ticks(stat(process), 4);
        double children = process.descendants()
                .mapToDouble(child -> ticks(stat(child), 4))
                .sum();
        return (own + children) / TICKS_PER_SECOND;
    }

    private static Path stat(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()), "stat");
    }

    private static double ticks(Path stat, int fields) {
        try {
            String text = Files.readString(stat, StandardCharsets.UTF_8);
            String[] values = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            double sum = 0;
            for (int i = 0; i < fields; i++) {
                sum += Double.parseDouble(values[UTIME + i]);
            }
            return sum;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Everything but idling and waiting for disks. */
    private static double machine() {
        try {
            String[] values =
                    Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split("\\s+", -1);
            double sum = 0;
            for (int i = 1; i < values.length && i <= 8; i++) {
                boolean idle = i == 4 || i == 5;
                sum += idle ? 0 : Double.parseDouble(values[i]);
            }
            return sum;
        } catch (IOException e) {
            return 0;
        }
    }
}
