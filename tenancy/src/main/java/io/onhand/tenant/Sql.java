package io.onhand.tenant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Plain SQL on the connection of the current {@link TenantScope}. Parameters are bound by position; an array binds as a
 * PostgreSQL array, so that one statement serves a whole list ({@code unnest}).
 */
public final class Sql {
    /** Makes a record from the current row. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(Row row) throws SQLException;
    }

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** All rows of the query. */
    public <T> List<T> list(String sql, RowMapper<T> mapper, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            Row row = new Row(rows);
            while (rows.next()) result.add(mapper.map(row));
            return result;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The first row of the query, if it has one. */
    public <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... parameters) {
        return list(sql, mapper, parameters).stream().findFirst();
    }

    /** Runs a change and tells how many rows it met. */
    public int update(String sql, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) bind(statement, i + 1, parameters[i]);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) statement.setNull(index, Types.NULL);
        else if (value instanceof TenantId tenant) statement.setObject(index, tenant.value());
        else if (value instanceof Instant instant)
            statement.setObject(index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
        else if (value instanceof UUID[] ids) statement.setArray(index, connection.createArrayOf("uuid", ids));
        else if (value instanceof String[] texts) statement.setArray(index, connection.createArrayOf("text", texts));
        else if (value instanceof Integer[] numbers)
            statement.setArray(index, connection.createArrayOf("int4", numbers));
        else if (value instanceof Long[] numbers) statement.setArray(index, connection.createArrayOf("int8", numbers));
        else if (value instanceof Instant[] instants)
            statement.setArray(index, connection.createArrayOf("timestamptz", texts(instants)));
        else if (value instanceof Enum<?>) throw new IllegalArgumentException("Bind the column text of " + value);
        else statement.setObject(index, value);
    }

    private static String[] texts(Instant[] instants) {
        String[] texts = new String[instants.length];
        for (int i = 0; i < instants.length; i++) texts[i] = instants[i] == null ? null : instants[i].toString();
        return texts;
    }
}
