package io.onhand.routes.engine;

/** A message that is not what the channel promised. It will not get better by reading it again. */
public final class UnreadableMessage extends RuntimeException {
    private final String field;
    private final String problem;

    /**
     * Names what is wrong.
     *
     * @param field path of the field, e.g. {@code data.lines[0].quantity}; empty for the whole message
     * @param problem what it must be, in English
     */
    public UnreadableMessage(String field, String problem) {
        super(field.isEmpty() ? problem : field + ": " + problem, null, false, false);
        this.field = field;
        this.problem = problem;
    }

    public String field() {
        return field;
    }

    public String problem() {
        return problem;
    }
}
