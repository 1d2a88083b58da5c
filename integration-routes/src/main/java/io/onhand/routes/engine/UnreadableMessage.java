package io.onhand.routes.engine;

/** A message that is not what the channel promised. It will not get better by reading it again. */
public final class UnreadableMessage extends RuntimeException {
    private final String field;

    /**
     * Names what is wrong.
     *
     * @param field path of the field, e.g. {@code data.lines[0].quantity}; empty for the whole message
     * @param message what it must be
     */
    public UnreadableMessage(String field, String message) {
        super(field.isEmpty() ? message : field + ": " + message, null, false, false);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
