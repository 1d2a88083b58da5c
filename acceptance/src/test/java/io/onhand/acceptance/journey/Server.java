package io.onhand.acceptance.journey;

import static io.onhand.acceptance.running.RunningProduct.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.running.RunningProduct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The process of Payara Micro. */
final class Server {
    private final RunningProduct product;
    private final long pid;

    private Server(RunningProduct product, long pid) {
        this.product = product;
        this.pid = pid;
    }

    /** The one that runs now. */
    static Server of(RunningProduct product) {
        return new Server(product, pid(product));
    }

    private static long pid(RunningProduct product) {
        Path file = product.data().resolve("run/server.pid");
        try {
            return Long.parseLong(
                    Files.readAllLines(file, StandardCharsets.UTF_8).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a power cut would. */
    void kill() {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Waits until the launcher has started another one that is ready. */
    void awaitRestart(Duration patience) {
        eventually(patience, () -> {
            assertThat(pid(product)).isNotEqualTo(pid);
            assertThat(Http.send("GET", product.url() + "/health/ready", null, Map.of())
                            .status())
                    .isEqualTo(200);
            assertThat(product.api().get("/tenants/current").status()).isEqualTo(200);
        });
    }
}
