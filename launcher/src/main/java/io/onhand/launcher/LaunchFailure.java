package io.onhand.launcher;

/** Something a person can put right: shown as one line, without a stack trace, and the command exits with 1. */
final class LaunchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LaunchFailure(String message) {
        super(message);
    }

    LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
