package io.onhand.tenant;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** The database refused or failed: a bug, an outage, or others were quicker; never an expected answer. */
public final class DatabaseFailure extends RuntimeException {
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    private static final String UNIQUE_VIOLATION = "23505";

    /** Of a statement that was prepared before a migration changed what it returns: the driver prepares it anew. */
    private static final String PREPARED_FOR_ANOTHER_SCHEMA = "0A000";

    private static final String CONNECTION_LOST = "08";
    private static final String OPERATOR_INTERVENED = "57P";
    private static final String RESOURCES_SPENT = "53";

    private final boolean ofCommit;

    public DatabaseFailure(SQLException cause) {
        this(cause, false);
    }

    private DatabaseFailure(SQLException cause, boolean ofCommit) {
        super(cause.getMessage(), cause);
        this.ofCommit = ofCommit;
    }

    /** What was read is no longer so when it is to be written: the work is done again, as after a serialization failure. */
    public static DatabaseFailure overtaken(String what) {
        return new DatabaseFailure(new SQLException(what + " are no longer so", SERIALIZATION_FAILURE));
    }

    /** What a commit failed with. */
    static DatabaseFailure ofCommit(SQLException cause) {
        return new DatabaseFailure(cause, true);
    }

    /** Whether it was a commit that got no answer: what was to be written may be there. */
    public boolean mayBeCommitted() {
        return ofCommit && isOutage();
    }

    private String state() {
        return getCause() instanceof SQLException e && e.getSQLState() != null ? e.getSQLState() : "";
    }

    /**
     * Whether the database cannot do any work now: not reached in time, connection lost, shutting down or starting, its disk,
     * memory or connections used up.
     */
    public boolean isOutage() {
        return getCause() instanceof SQLTransientConnectionException
                || state().startsWith(CONNECTION_LOST)
                || state().startsWith(OPERATOR_INTERVENED)
                || state().startsWith(RESOURCES_SPENT);
    }

    /**
     * Whether the same work may succeed when it is simply done again: after a deadlock, after another transaction wrote
     * the same new row meanwhile, which the second try sees, and after a migration.
     */
    boolean isPassing() {
        return isCrowded() || state().equals(UNIQUE_VIOLATION) || state().equals(PREPARED_FOR_ANOTHER_SCHEMA);
    }

    /** Whether too many wanted the same rows at this moment. */
    public boolean isCrowded() {
        return state().equals(SERIALIZATION_FAILURE) || state().equals(DEADLOCK);
    }
}
