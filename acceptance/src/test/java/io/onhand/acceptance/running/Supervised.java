package io.onhand.acceptance.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One process of the product, which the launcher starts anew when it dies. */
public final class Supervised {
    private final RunningProduct product;
    private final String name;
    private final long pid;

    private Supervised(RunningProduct product, String name) {
        this.product = product;
        this.name = name;
        this.pid = pid();
    }

    /**
     * The one that runs now.
     *
     * @param name {@code server}, {@code keycloak}, {@code database} or {@code sandbox}
     */
    public static Supervised of(RunningProduct product, String name) {
        return new Supervised(product, name);
    }

    private long pid() {
        Path file = product.data().resolve("run").resolve(name + ".pid");
        try {
            return Long.parseLong(
                    Files.readAllLines(file, StandardCharsets.UTF_8).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a power cut would. */
    public void kill() {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Waits until the launcher has started another one that does its work, as these assertions tell. */
    public void awaitAnother(Duration patience, Runnable itWorks) {
        RunningProduct.eventually(patience, () -> {
            assertThat(pid()).isNotEqualTo(pid);
            itWorks.run();
        });
    }
}
