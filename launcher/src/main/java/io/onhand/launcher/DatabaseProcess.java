package io.onhand.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL with its data in a folder of its own ({@link Home#database}). Everything that makes it safe is on: a power cut loses no
 * acknowledged order.
 */
final class DatabaseProcess extends ManagedProcess {
    static final String NAME = "database";

    private final Ports ports;
    private final Secrets secrets;
    private final PostgresBinaries binaries;
    private final Path cluster;

    DatabaseProcess(Home home, Ports ports, Secrets secrets) {
        super(home, NAME);
        this.ports = ports;
        this.secrets = secrets;
        this.binaries = new PostgresBinaries(home);
        this.cluster = home.database();
    }

    /** Unpacks PostgreSQL and makes the cluster when there is none. */
    void prepare() {
        binaries.unpack();
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            initialise();
        }
        forgetStaleLock();
    }

    /** The cluster is made under another name and renamed when whole: an interrupted first start leaves no half. */
    private void initialise() {
        Path draft = cluster.resolveSibling(cluster.getFileName() + ".draft");
        Home.erase(draft);
        Home.erase(cluster);
        Path password = home().running().resolve("superuser");
        try {
            Files.writeString(password, secrets.get(Secrets.SUPERUSER), StandardCharsets.UTF_8);
            Process initdb = new ProcessBuilder(unprivileged(List.of(
                            binaries.program("initdb").toString(),
                            "--pgdata=" + draft,
                            "--username=postgres",
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C.UTF-8",
                            "--data-checksums")))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(home().log(NAME).toFile()))
                    .start();
            if (initdb.waitFor() != 0) {
                throw new LaunchFailure("PostgreSQL could not make its data folder; see " + home().log(NAME));
            }
            Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LaunchFailure("cannot make " + cluster + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted", e);
        } finally {
            delete(password);
        }
    }

    /**
     * After an unclean end the lock file names a process that is gone, or by now a stranger's: PostgreSQL would refuse
     * to start. One that still serves this folder is ended first.
     */
    private void forgetStaleLock() {
        Path lock = cluster.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        postmaster(lock).ifPresent(left -> Signals.INT.end(left, endPatience()));
        endOrphans();
        delete(lock);
    }

    /**
     * The children of a postmaster that was killed may go on for a while, and stopped ones for ever. Without the lock file
     * PostgreSQL would not notice them, and two servers would write the same files.
     */
    private void endOrphans() {
        List<ProcessHandle> orphans =
                ProcessHandle.allProcesses().filter(this::worksInCluster).toList();
        orphans.forEach(ProcessHandle::destroyForcibly);
        orphans.forEach(orphan -> Signals.awaitEnd(orphan, endPatience()));
    }

    private boolean worksInCluster(ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), cluster);
        } catch (IOException e) {
            // It has ended, it is somebody else's, or this system has no /proc.
            return false;
        }
    }

    private Optional<ProcessHandle> postmaster(Path lock) {
        try {
            List<String> lines = Files.readAllLines(lock, StandardCharsets.UTF_8);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .commandLine()
                            .filter(command -> command.contains(cluster.toString()))
                            .isPresent());
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LaunchFailure("cannot delete " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    ProcessBuilder command() {
        forgetStaleLock();
        List<String> command = List.of(
                binaries.program("postgres").toString(),
                "-D",
                cluster.toString(),
                "-p",
                Integer.toString(ports.database()),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=256MB",
                "-c",
                "max_wal_size=2GB",
                "-c",
                "autovacuum_naptime=5s",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC");
        return new ProcessBuilder(JavaCommand.detached(unprivileged(command)));
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, though the files stay root's. */
    private static List<String> unprivileged(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> unprivileged = new ArrayList<>(List.of("unshare", "--user"));
        unprivileged.addAll(command);
        return unprivileged;
    }

    @Override
    boolean ready() {
        try (Connection connection = superuser("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                ports.databaseUrl(database) + "?connectTimeout=2", "postgres", secrets.get(Secrets.SUPERUSER));
    }

    @Override
    Duration patience() {
        return Duration.ofMinutes(2);
    }

    @Override
    Signals signal() {
        return Signals.INT;
    }
}
