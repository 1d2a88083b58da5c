package io.onhand.acceptance.running;

import io.onhand.acceptance.product.Installation;

/** From the start of the product to its end. One that ran before is only borrowed. */
final class Lifetime implements AutoCloseable {
    private final Launch launch;
    private final Installation installation;

    Lifetime() {
        Installation running = Installation.named().orElse(null);
        this.launch = running == null ? new Launch() : null;
        this.installation = running == null ? launch.start() : running;
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
