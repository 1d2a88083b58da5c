package io.onhand.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** What happened, one JSON object per line, so that a restarted marketplace knows its shops, stock and orders. */
final class Journal implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Journal.class.getName());
    /** Much more than ten shops with all they remember; read again in a second. */
    private static final long LONG_BYTES = 16L << 20;

    private final Path file;
    private Writer out;

    /**
     * Opens a journal.
     *
     * @param file appended to, made when missing; null for a journal that forgets
     */
    Journal(Path file) {
        this.file = file;
    }

    /** Gives every line to {@code event}, oldest first. A torn last line, left by a kill, is skipped. */
    void replay(Consumer<JsonNode> event) {
        if (file == null || !Files.exists(file)) {
            return;
        }
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                replayLine(line, event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replayLine(String line, Consumer<JsonNode> event) {
        try {
            event.accept(Json.parse(line));
        } catch (JsonProcessingException e) {
            LOG.log(System.Logger.Level.WARNING, "Skipped a damaged line of {0}: {1}", file, e.getOriginalMessage());
        }
    }

    synchronized void append(String kind, String shop, String name, Object value) {
        if (file == null) {
            return;
        }
        var line = Json.object().put("kind", kind).put("shop", shop);
        line.set(name, Json.tree(value));
        try {
            if (out == null) {
                open();
            }
            out.write(Json.text(line));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether reading it takes a while. */
    boolean isLong() {
        try {
            return file != null && Files.exists(file) && Files.size(file) > LONG_BYTES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts what {@code lines} appends in the place of everything; a kill meanwhile leaves what was there. */
    synchronized void rewrite(Consumer<Journal> lines) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (Journal journal = new Journal(fresh)) {
                lines.accept(journal);
            }
            close();
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets everything. */
    synchronized void clear() {
        close();
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (out != null) {
                out.close();
                out = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens for appending; a torn last line is ended first, so that it cannot swallow the next one. */
    private void open() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        boolean torn = Files.exists(file) && Files.size(file) > 0 && !endsWithNewline();
        out = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (torn) {
            out.write('\n');
        }
    }

    private boolean endsWithNewline() throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            channel.position(channel.size() - 1);
            var last = ByteBuffer.allocate(1);
            return channel.read(last) == 1 && last.get(0) == '\n';
        }
    }
}
