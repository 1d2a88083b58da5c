package io.onhand.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once from the archive on the class path that fits this platform. */
final class PostgresBinaries {
    private static final int OWNER_EXECUTE = 0b001_000_000;
    private static final Set<PosixFilePermission> EXECUTABLE = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Path folder;

    PostgresBinaries(Home home) {
        this.folder = home.installation().resolve("postgres");
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    void unpack() {
        if (Files.isExecutable(program("postgres"))) {
            return;
        }
        String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new LaunchFailure("no PostgreSQL for this platform (" + archive + ")");
            }
            Path draft = Files.createTempDirectory(folder.getParent(), "postgres-draft");
            extract(packed, draft);
            Home.erase(folder);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LaunchFailure("cannot unpack PostgreSQL to " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Name of the archive for an operating system and a processor, as Java names them. */
    static String archive(String system, String processor) {
        String lowerSystem = system.toLowerCase(Locale.ROOT);
        String os = lowerSystem.startsWith("mac") ? "darwin" : lowerSystem;
        String cpu =
                switch (processor) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> processor;
                };
        return "postgres-" + os + "-" + cpu + ".txz";
    }

    private static void extract(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(path, target.resolve(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    if ((entry.getMode() & OWNER_EXECUTE) != 0) {
                        Files.setPosixFilePermissions(path, EXECUTABLE);
                    }
                }
            }
        }
    }
}
