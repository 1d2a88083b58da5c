package io.onhand.acceptance.torture.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What an audit looks at.
 *
 * @param database a superuser's connection, inside a transaction that sees one state of it
 * @param claims what was answered before that state
 * @param shops the shops' own records
 */
record Evidence(Connection database, Claims.Snapshot claims, Shops shops) {
    /** Turns a row into a value. */
    interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    <T> List<T> rows(String sql, Mapping<T> mapping, Object... parameters) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(mapping.of(found));
                }
            }
            return rows;
        }
    }
}
