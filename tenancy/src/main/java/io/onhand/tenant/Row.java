package io.onhand.tenant;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The current row of a query, read by column name in the types that Onhand uses. */
public final class Row {
    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    public String text(String column) throws SQLException {
        return rows.getString(column);
    }

    public UUID id(String column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }

    public int number(String column) throws SQLException {
        return rows.getInt(column);
    }

    /** The number, or null where the column is. */
    public Integer numberOrNull(String column) throws SQLException {
        int value = rows.getInt(column);
        return rows.wasNull() ? null : value;
    }

    public long big(String column) throws SQLException {
        return rows.getLong(column);
    }

    public boolean flag(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    public byte[] bytes(String column) throws SQLException {
        return rows.getBytes(column);
    }

    public Instant instant(String column) throws SQLException {
        OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** The ids of an array column; empty where it is null. */
    public List<UUID> ids(String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? List.of() : List.of((UUID[]) array.getArray());
    }

    /** The texts of an array column; empty where it is null. */
    public List<String> texts(String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? List.of() : java.util.Arrays.asList((String[]) array.getArray());
    }
}
