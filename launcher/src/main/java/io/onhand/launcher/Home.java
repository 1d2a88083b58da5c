package io.onhand.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where things are.
 *
 * @param installation what the build made: libraries, WARs, Payara Micro, Keycloak; nothing of a running product
 * @param data everything a running product writes: secrets, logs, process files
 * @param database the files of the database, in the data folder or on a disk of their own
 */
record Home(Path installation, Path data, Path database) {
    private static final long MINIMUM_FREE_BYTES = 1L << 30;

    /**
     * Takes them from the system property {@code onhand.home}, ONHAND_DATA (default {@code .onhand}) and
     * ONHAND_DATABASE_FOLDER (default {@code postgres} in the data).
     */
    static Home find(Map<String, String> environment) {
        String installation = System.getProperty("onhand.home");
        if (installation == null) {
            throw new LaunchFailure("the system property onhand.home is missing; start with ./onhand");
        }
        Path data = Path.of(environment.getOrDefault("ONHAND_DATA", ".onhand"))
                .toAbsolutePath()
                .normalize();
        String database = environment.get("ONHAND_DATABASE_FOLDER");
        return new Home(
                Path.of(installation).toAbsolutePath().normalize(),
                data,
                database == null
                        ? data.resolve("postgres")
                        : Path.of(database).toAbsolutePath().normalize());
    }

    Path libraries() {
        return installation.resolve("lib");
    }

    Path logs() {
        return data.resolve("logs");
    }

    Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** Process files of what runs now. */
    Path running() {
        return data.resolve("run");
    }

    void create() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(running());
        } catch (IOException e) {
            throw new LaunchFailure("cannot write to " + data + ": " + e.getMessage(), e);
        }
    }

    /** Locked while a launcher runs here. */
    Path lock() {
        return data.resolve("lock");
    }

    /** Forgets everything but what the launcher itself has open: the lock and its own log. */
    void erase() {
        eraseIn(data, List.of(lock(), logs()));
        eraseIn(logs(), List.of(log(Launcher.NAME)));
        erase(database);
        create();
    }

    private static void eraseIn(Path folder, List<Path> except) {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> !except.contains(entry)).toList().forEach(Home::erase);
        } catch (IOException e) {
            throw new LaunchFailure("cannot delete what is in " + folder + ": " + e.getMessage(), e);
        }
    }

    static void erase(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new LaunchFailure("cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Refuses to start on a disk that the database would fill. */
    void requireSpace() {
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            if (free < MINIMUM_FREE_BYTES) {
                throw new LaunchFailure(
                        "the disk of " + data + " is full: " + (free >> 20) + " MB free, 1024 MB needed");
            }
        } catch (IOException e) {
            throw new LaunchFailure("cannot tell the free space of " + data + ": " + e.getMessage(), e);
        }
    }
}
