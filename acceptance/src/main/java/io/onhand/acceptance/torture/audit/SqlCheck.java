package io.onhand.acceptance.torture.audit;

import java.sql.SQLException;
import java.util.List;

/**
 * A check in SQL.
 *
 * @param query one column of text, one row for each contradiction
 */
record SqlCheck(String name, Moment moment, String query) implements Check {
    @Override
    public List<String> find(Evidence evidence) throws SQLException {
        // Ordered, so that the database plans for all rows: to find none it has to look at all.
        return evidence.rows(
                "select words from (" + query + ") as found(words) order by words limit " + MOST,
                row -> row.getString(1));
    }
}
