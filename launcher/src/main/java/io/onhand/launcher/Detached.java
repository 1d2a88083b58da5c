package io.onhand.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./onhand run --detach}: the launcher in the background, shown until it is ready. */
final class Detached {
    private static final long POLL_MILLIS = 100;

    private final Home home;
    private final Console console;

    Detached(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    /** Starts a launcher with {@code arguments} and follows what it says; returns its exit code, 0 when it is ready. */
    int run(List<String> arguments) {
        home.create();
        Run.refuseSecond(home);
        Path log = home.log(Launcher.NAME);
        ReadyFile ready = new ReadyFile(home);
        ready.delete();
        List<String> command = new ArrayList<>(List.of(
                "-Xmx96m",
                "-XX:+UseSerialGC",
                JavaCommand.QUICK_COMPILER,
                "-Donhand.home=" + home.installation(),
                "-cp",
                JavaCommand.classPath(home),
                Launcher.class.getName()));
        command.addAll(arguments);
        try {
            Files.deleteIfExists(log);
            ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("ONHAND_DATA", home.data().toString());
            Process launcher = builder.start();
            launcher.getOutputStream().close();
            return follow(launcher, ready, log);
        } catch (IOException e) {
            throw new LaunchFailure("cannot start in the background: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted", e);
        }
    }

    private int follow(Process launcher, ReadyFile ready, Path log) throws IOException, InterruptedException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            while (true) {
                boolean over = ready.exists() || !launcher.isAlive();
                if (over) {
                    Thread.sleep(POLL_MILLIS);
                }
                show(file, over);
                if (over) {
                    return launcher.isAlive() ? 0 : launcher.exitValue();
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    /** Prints the whole lines written since the last call, and the rest of the last one when {@code all}. */
    private void show(RandomAccessFile file, boolean all) throws IOException {
        long position = file.getFilePointer();
        byte[] bytes = new byte[(int) (file.length() - position)];
        file.readFully(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        String shown = all ? text.stripTrailing() : text.substring(0, text.lastIndexOf('\n') + 1);
        if (!shown.isEmpty()) {
            shown.lines().forEach(console::say);
        }
        file.seek(all ? file.length() : position + shown.getBytes(StandardCharsets.UTF_8).length);
    }
}
