package io.onhand.acceptance.torture.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk of its own for the database, whose size can be changed while it is in use: a file system in memory. */
public final class SmallDisk implements AutoCloseable {
    private static final int MEGABYTES = 3_000;
    private static final long MEGABYTE = 1L << 20;

    private final Path mount;
    private boolean mounted;

    private SmallDisk(Path mount) {
        this.mount = mount;
    }

    /** Mounts one there, if this machine lets us; see {@link #isMounted}. */
    public static SmallDisk mount(Path mount) {
        SmallDisk disk = new SmallDisk(mount);
        try {
            Files.createDirectories(mount);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        disk.mounted = run(
                "mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m,mode=700", "onhand-torture", mount.toString());
        return disk;
    }

    /** Gives back what an interrupted run left mounted there, if anything. */
    static void release(Path mount) {
        if (Files.isDirectory(mount)) {
            run("umount", mount.toString());
        }
    }

    /** Whether there is a disk. */
    public boolean isMounted() {
        return mounted;
    }

    /** Where the database may keep its files. */
    public Path folder() {
        return mount.resolve("postgres");
    }

    /** Leaves so many megabytes free. */
    public void fillUpTo(int freeMegabytes) {
        try {
            FileStore store = Files.getFileStore(mount);
            long used = store.getTotalSpace() - store.getUnallocatedSpace();
            resize(used / MEGABYTE + 1 + freeMegabytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives all its space back. */
    public void empty() {
        resize(MEGABYTES);
    }

    private void resize(long megabytes) {
        if (!run("mount", "-o", "remount,size=" + megabytes + "m", mount.toString())) {
            throw new IllegalStateException("cannot change the size of " + mount);
        }
    }

    /** Copies what is on it beside it, for whoever wants to look, and gives it back to the machine. */
    public void keep() {
        if (mounted && Files.isDirectory(folder())) {
            run(
                    "cp",
                    "-a",
                    folder().toString(),
                    mount.resolveSibling("postgres").toString());
        }
    }

    @Override
    public void close() {
        if (mounted) {
            run("umount", mount.toString());
            mounted = false;
        }
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
