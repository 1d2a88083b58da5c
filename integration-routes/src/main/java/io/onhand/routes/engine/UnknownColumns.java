package io.onhand.routes.engine;

import io.onhand.imports.FileTable;
import io.onhand.refusal.Refusal;

/** A file can be read, but nobody has said which of its columns is what: it waits until a person does. */
public final class UnknownColumns extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal why;
    private final transient FileTable table;

    /**
     * @param why what was expected and is not there
     * @param table what is there, for people to look at
     */
    public UnknownColumns(Refusal why, FileTable table) {
        super(why.getMessage(), null, false, false);
        this.why = why;
        this.table = table;
    }

    /** What was expected and is not there. */
    public Refusal why() {
        return why;
    }

    /** What is there. */
    public FileTable table() {
        return table;
    }
}
