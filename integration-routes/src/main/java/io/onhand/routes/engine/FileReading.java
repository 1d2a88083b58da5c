package io.onhand.routes.engine;

import io.onhand.imports.ReadFile;
import java.util.Arrays;
import java.util.Objects;

/** What a connector read from an uploaded file. */
public final class FileReading {
    private final ReadFile file;
    private final byte[] rejectedRows;

    /**
     * Takes both over without copying.
     *
     * @param rejectedRows the rejected rows as a file of the same kind that can be corrected and uploaded again; null when
     *     every row was taken
     */
    public FileReading(ReadFile file, byte[] rejectedRows) {
        this.file = file;
        this.rejectedRows = rejectedRows;
    }

    ReadFile file() {
        return file;
    }

    byte[] rejectedRows() {
        return rejectedRows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileReading reading
                && file.equals(reading.file)
                && Arrays.equals(rejectedRows, reading.rejectedRows);
    }

    @Override
    public int hashCode() {
        return Objects.hash(file);
    }
}
