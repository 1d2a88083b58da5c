package io.onhand.acceptance.running;

import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.Launch;
import java.nio.file.Path;
import java.util.Map;

/** From the start of the product to its end. One that ran before is only borrowed. */
final class Lifetime implements AutoCloseable {
    private final Launch launch;
    private final Installation installation;

    Lifetime() {
        Installation running = Installation.named().orElse(null);
        this.launch = running == null ? launch(Path.of("target/onhand")) : null;
        this.installation = running == null ? launch.start() : running;
    }

    /** Commands for the product whose data is there. */
    static Launch launch(Path data) {
        return new Launch(data, Path.of("target/onhand-launcher.log"), Map.of());
    }

    Installation installation() {
        return installation;
    }

    @Override
    public void close() {
        if (launch != null) {
            launch.stop();
        }
    }
}
