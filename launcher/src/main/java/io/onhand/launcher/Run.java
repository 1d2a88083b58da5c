package io.onhand.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** {@code ./onhand run}: everything on this machine until Ctrl-C or {@code ./onhand stop}. */
final class Run {
    private final Home home;
    private final Ports ports;
    private final Console console;
    private final PidFile own;
    private final ReadyFile ready;

    Run(Home home, Ports ports, Console console) {
        this.home = home;
        this.ports = ports;
        this.console = console;
        this.own = new PidFile(home, Launcher.NAME);
        this.ready = new ReadyFile(home);
    }

    /** Returns when the product was ended from outside; throws when it could not start. */
    void run(boolean fresh) {
        home.create();
        refuseSecond(home);
        try (FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new LaunchFailure("another ./onhand run is under way");
            }
            LeftOvers.end(home, console);
            if (fresh) {
                home.erase();
            }
            ready.delete();
            home.requireSpace();
            ports.requireFree();
            start(Instant.now());
        } catch (IOException e) {
            throw new LaunchFailure("cannot lock " + home.lock() + ": " + e.getMessage(), e);
        }
    }

    /** Fails when a launcher runs on this data already. */
    static void refuseSecond(Home home) {
        new PidFile(home, Launcher.NAME).process().ifPresent(other -> {
            throw new LaunchFailure("already runs as process " + other.pid() + "; end it with ./onhand stop");
        });
    }

    private void start(Instant start) {
        Supervisor supervisor = new Supervisor(console);
        own.write(ProcessHandle.current());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> finish(supervisor), "end"));
        ports.remember(home);
        Secrets secrets = Secrets.of(home);
        new Product(home, ports, secrets, supervisor, console).start();
        loadDemoData(secrets);
        ready.write();
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        console.say(String.format(Locale.ROOT, "all       ready after %4.1f s", seconds));
        Welcome.say(ports, console);
        supervisor.awaitEnding();
    }

    private void loadDemoData(Secrets secrets) {
        Instant start = Instant.now();
        if (new DemoData(home, ports, secrets).load()) {
            double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
            console.say(String.format(Locale.ROOT, "demo data ready after %4.1f s", seconds));
        }
    }

    private void finish(Supervisor supervisor) {
        ready.delete();
        supervisor.end();
        own.delete();
        try {
            Files.deleteIfExists(home.lock());
        } catch (IOException e) {
            console.fail("cannot delete " + home.lock() + ": " + e.getMessage());
        }
    }
}
