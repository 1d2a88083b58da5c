package io.onhand.acceptance.torture.audit;

import java.sql.Connection;
import java.sql.SQLException;

/** The way into the database, past everything that the product puts before it. */
public interface Books {
    /** A new connection that may see everything. */
    Connection open() throws SQLException;
}
