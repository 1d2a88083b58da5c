package io.onhand.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.running.RunningProduct;
import io.onhand.acceptance.running.Supervised;
import java.time.Duration;
import java.util.Map;

/** The process of Payara Micro. */
final class Server {
    private final RunningProduct product;
    private final Supervised process;

    private Server(RunningProduct product) {
        this.product = product;
        this.process = Supervised.of(product, "server");
    }

    /** The one that runs now. */
    static Server of(RunningProduct product) {
        return new Server(product);
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.kill();
    }

    /** Waits until the launcher has started another one that is ready. */
    void awaitRestart(Duration patience) {
        process.awaitAnother(patience, () -> {
            assertThat(Http.send("GET", product.url() + "/health/ready", null, Map.of())
                            .status())
                    .isEqualTo(200);
            assertThat(product.api().get("/tenants/current").status()).isEqualTo(200);
        });
    }
}
