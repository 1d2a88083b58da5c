package io.onhand.routes.engine;

/** A webhook whose sender is not proven; the message says why and never contains a secret. */
public final class WebhookRefused extends RuntimeException {
    public WebhookRefused(String message) {
        super(message, null, false, false);
    }
}
