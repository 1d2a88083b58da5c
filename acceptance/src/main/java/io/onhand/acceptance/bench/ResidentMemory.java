package io.onhand.acceptance.bench;

import io.onhand.acceptance.product.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How much memory the processes of the product hold, from {@code /proc}; pages that they share count once. */
final class ResidentMemory {
    private static final Pattern SHARE = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");
    private static final double KILOBYTES = 1_024;

    private final Path running;

    ResidentMemory(Installation installation) {
        running = installation.data().orElseThrow().resolve("run");
    }

    /** Megabytes by process. */
    Map<String, Double> read() {
        Map<String, Double> megabytes = new LinkedHashMap<>();
        megabytes.put("launcher", kilobytes("launcher", false) / KILOBYTES);
        for (String name : List.of("database", "server", "keycloak", "sandbox")) {
            megabytes.put(name, kilobytes(name, true) / KILOBYTES);
        }
        return megabytes;
    }

    /** Megabytes of all of them. */
    static double sum(Map<String, Double> megabytes) {
        return megabytes.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private double kilobytes(String name, boolean withChildren) {
        try {
            String pid = Files.readAllLines(running.resolve(name + ".pid"), StandardCharsets.UTF_8)
                    .get(0);
            return ProcessHandle.of(Long.parseLong(pid)).stream()
                    .flatMap(process -> withChildren
                            ? Stream.concat(Stream.of(process), process.descendants())
                            : Stream.of(process))
                    .mapToDouble(ResidentMemory::own)
                    .sum();
        } catch (IOException e) {
            throw new IllegalStateException("cannot tell the memory of " + name + ": " + e.getMessage(), e);
        }
    }

    private static double own(ProcessHandle process) {
        try {
            Matcher matcher = SHARE.matcher(Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"), StandardCharsets.UTF_8));
            return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
        } catch (IOException e) {
            // It has ended meanwhile.
            return 0;
        }
    }
}
