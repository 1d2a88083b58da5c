package io.onhand.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Resident memory of processes, where the system tells (Linux). */
final class Memory {
    private static final Pattern SHARE = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

    private Memory() {}

    /** Resident kilobytes of a process and its children, pages they share counted once; 0 when unknown. */
    static long kilobytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(Memory::own)
                .sum();
    }

    /** The same without the children. */
    static long own(ProcessHandle process) {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        long share = read(folder.resolve("smaps_rollup"), SHARE);
        return share > 0 ? share : read(folder.resolve("status"), RESIDENT);
    }

    private static long read(Path file, Pattern line) {
        try {
            Matcher matcher = line.matcher(Files.readString(file, StandardCharsets.UTF_8));
            return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
