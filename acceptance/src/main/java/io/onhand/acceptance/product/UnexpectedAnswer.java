package io.onhand.acceptance.product;

/** A request was answered with another status than the one that was counted on; the message holds the whole answer. */
public final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnexpectedAnswer(String message) {
        super(message);
    }
}
