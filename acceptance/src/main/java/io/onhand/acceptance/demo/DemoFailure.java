package io.onhand.acceptance.demo;

/** The demo cannot be played; the message says why in one line. */
final class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }
}
