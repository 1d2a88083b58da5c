package io.onhand.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Exists while everything runs and the demo data is there. */
final class ReadyFile {
    private final Path file;

    ReadyFile(Home home) {
        this.file = home.running().resolve("ready");
    }

    void write() {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new LaunchFailure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    boolean exists() {
        return Files.exists(file);
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LaunchFailure("cannot delete " + file + ": " + e.getMessage(), e);
        }
    }
}
