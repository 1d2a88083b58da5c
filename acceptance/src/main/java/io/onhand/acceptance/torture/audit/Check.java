package io.onhand.acceptance.torture.audit;

import java.sql.SQLException;
import java.util.List;

/** One thing that must hold. */
interface Check {
    /** Most findings that are worth reading. */
    int MOST = 5;

    /** When something must hold. */
    enum Moment {
        /** At any instant, also amid the load. */
        ALWAYS,
        /** Once nobody asks for anything any more and everything has been worked off. */
        QUIET
    }

    /** A short name, e.g. {@code oversold}. */
    String name();

    /** When it must hold. */
    Moment moment();

    /** What contradicts it, at most {@value #MOST} findings; nothing when it holds. */
    List<String> find(Evidence evidence) throws SQLException;
}
