package io.onhand.acceptance.torture.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What was logged since it was read the last time. */
final class NewLogs {
    /** So much of the end is read again, as what is looked for may stand across two readings. */
    private static final int OVERLAP = 4_096;

    private static final int CHUNK = 1 << 20;

    private final Path logs;
    private final Map<Path, Long> read = new HashMap<>();

    /** @param logs folder of the logs */
    NewLogs(Path logs) {
        this.logs = logs;
    }

    /** @param reader is given the name of a log and a piece of its text, of which a part may have been given before */
    void read(BiConsumer<String, String> reader) {
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                read(file, reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path path, BiConsumer<String, String> reader) throws IOException {
        long from = Math.max(0, read.getOrDefault(path, 0L) - OVERLAP);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] buffer = new byte[CHUNK + OVERLAP];
            while (from < file.length()) {
                file.seek(from);
                int length = file.read(buffer);
                if (length <= 0) {
                    break;
                }
                reader.accept(
                        path.getFileName().toString(), new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
                from += length == buffer.length ? CHUNK : length;
            }
            read.put(path, from);
        }
    }
}
