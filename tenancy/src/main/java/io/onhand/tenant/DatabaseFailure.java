package io.onhand.tenant;

import java.sql.SQLException;

/** The database refused or failed: a bug or an outage, never an expected answer. */
public final class DatabaseFailure extends RuntimeException {
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    private static final String UNIQUE_VIOLATION = "23505";

    public DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    private String state() {
        return getCause() instanceof SQLException e && e.getSQLState() != null ? e.getSQLState() : "";
    }

    /** Whether the same work may succeed when it is simply done again. */
    boolean isPassing() {
        return state().equals(SERIALIZATION_FAILURE) || state().equals(DEADLOCK);
    }

    /** Whether a unique key was there already. */
    public boolean isDuplicate() {
        return state().equals(UNIQUE_VIOLATION);
    }
}
