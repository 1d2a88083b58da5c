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
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Plain SQL on the connection of the current {@link TenantScope}. Parameters are bound by position; an array binds as a
 * PostgreSQL array, so that one statement serves a whole list ({@code unnest}).
 *
 * <p>Round trips are what a small transaction mostly consists of. So statements whose result nobody needs yet ({@link #ask},
 * {@link #later}) wait, and travel together with the next one whose result is needed, in the order in which they were given.
 */
public final class Sql {
    /** Makes a record from the current row. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(Row row) throws SQLException;
    }

    /** Adds the current row to what is being collected. */
    @FunctionalInterface
    public interface RowReader<C> {
        void read(C collected, Row row) throws SQLException;
    }

    private final Connection connection;
    private final DatabaseClock clock;
    private final List<Waiting> waiting = new ArrayList<>();
    private Waiting binding;
    private boolean looks;
    private boolean together = true;
    private Instant sentAt;

    Sql(Connection connection, DatabaseClock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * The condition that a text in {@code collate "C"} starts with a prefix, which is bound twice. A range, so that a plan made
     * before the prefix is known finds it in an index.
     */
    public static String startsWith(String column) {
        return column + " between ? and ? || chr(" + Character.MAX_CODE_POINT + ")";
    }

    /** All rows of the query. */
    public <T> List<T> list(String sql, RowMapper<T> mapper, Object... parameters) {
        return ask(new ArrayList<T>(), (rows, row) -> rows.add(mapper.map(row)), sql, parameters)
                .get();
    }

    /** The first row of the query, if it has one. */
    public <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... parameters) {
        return list(sql, mapper, parameters).stream().findFirst();
    }

    /** Runs a change and tells how many rows it met. */
    public int update(String sql, Object... parameters) {
        int[] met = new int[1];
        later(sql, count -> met[0] = count, parameters);
        flush();
        return met[0];
    }

    /**
     * Collects the rows of a query, which is sent when they are first looked at, or earlier with another statement.
     *
     * @param into takes the rows; nobody looks at it but through the result
     */
    public <C> Supplier<C> ask(C into, RowReader<C> reader, String sql, Object... parameters) {
        Asked<C> asked = new Asked<>(into, reader);
        add(new Waiting(sql, parameters, asked::read));
        return asked;
    }

    /**
     * Runs a change with a later statement, or at the end of the transaction.
     *
     * @param check is told how many rows it met; what it throws ends the transaction
     */
    public void later(String sql, IntConsumer check, Object... parameters) {
        if (looks) throw new IllegalStateException("A look changes nothing");
        add(new Waiting(sql, parameters, statement -> check.accept(statement.getUpdateCount())));
    }

    /** Runs a change with a later statement, or at the end of the transaction, however many rows it meets. */
    public void later(String sql, Object... parameters) {
        later(sql, met -> {}, parameters);
    }

    /**
     * Binds the transaction to its tenant before anything else, together with its first statement, and hears what time it is.
     */
    void bind(TenantId tenant) {
        binding = new Waiting(
                "select set_config('app.tenant_id', ?, true), clock_timestamp() as now",
                new Object[] {tenant.toString()},
                this::hear);
    }

    /**
     * Every round trip is a transaction of its own, which is bound to the tenant and can only read: statements that travel
     * together without {@code begin} are one transaction, which ends with them.
     */
    void bindEachTime(TenantId tenant) {
        binding = new Waiting(
                "select set_config('app.tenant_id', ?, true), set_config('transaction_read_only', 'on', true), clock_timestamp() as now",
                new Object[] {tenant.toString()},
                this::hear);
        looks = true;
    }

    /** Whether it only reads, in no transaction. */
    boolean looks() {
        return looks;
    }

    private void hear(PreparedStatement statement) throws SQLException {
        try (ResultSet time = statement.getResultSet()) {
            time.next();
            clock.heard(time.getObject("now", OffsetDateTime.class).toInstant(), sentAt);
        }
    }

    /** Somebody else uses the connection from now on: nothing may wait any more. */
    void shareConnection() {
        together = false;
        send();
    }

    /** Sends what waits, in one round trip, and reads all results. */
    void flush() {
        if (!waiting.isEmpty()) send();
    }

    private void send() {
        List<Waiting> now = new ArrayList<>();
        if (binding != null) now.add(binding);
        now.addAll(waiting);
        if (!looks) binding = null;
        waiting.clear();
        if (now.isEmpty()) return;
        try (PreparedStatement statement = prepare(now)) {
            sentAt = clock.ownTime();
            statement.execute();
            for (int i = 0; i < now.size(); i++) {
                if (i > 0) statement.getMoreResults();
                now.get(i).result.read(statement);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private void add(Waiting statement) {
        waiting.add(statement);
        if (!together) flush();
    }

    private PreparedStatement prepare(List<Waiting> statements) throws SQLException {
        StringBuilder sql = new StringBuilder(statements.get(0).sql);
        for (Waiting more : statements.subList(1, statements.size()))
            sql.append(";\n").append(more.sql);
        PreparedStatement prepared = connection.prepareStatement(sql.toString());
        try {
            int index = 1;
            for (Waiting one : statements) for (Object value : one.parameters) bind(prepared, index++, value);
            return prepared;
        } catch (SQLException | RuntimeException e) {
            prepared.close();
            throw e;
        }
    }

    private void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) statement.setNull(index, Types.NULL);
        else if (value instanceof TenantId tenant) statement.setObject(index, tenant.value());
        else if (value instanceof Instant instant)
            statement.setObject(index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
        else if (value instanceof UUID[] ids) statement.setArray(index, BinaryArray.of(connection, ids));
        else if (value instanceof String[] texts) statement.setArray(index, connection.createArrayOf("text", texts));
        else if (value instanceof Integer[] numbers)
            statement.setArray(index, connection.createArrayOf("int4", numbers));
        else if (value instanceof Long[] numbers) statement.setArray(index, connection.createArrayOf("int8", numbers));
        else if (value instanceof Boolean[] flags) statement.setArray(index, connection.createArrayOf("bool", flags));
        else if (value instanceof byte[][] blobs) statement.setArray(index, connection.createArrayOf("bytea", blobs));
        else if (value instanceof Instant[] instants) statement.setArray(index, BinaryArray.of(connection, instants));
        else if (value instanceof Enum<?>) throw new IllegalArgumentException("Bind the column text of " + value);
        else statement.setObject(index, value);
    }

    @FunctionalInterface
    private interface Result {
        void read(PreparedStatement statement) throws SQLException;
    }

    /** A statement that has not been sent. */
    private record Waiting(String sql, Object[] parameters, Result result) {}

    /** Rows that may not have been read yet. */
    private final class Asked<C> implements Supplier<C> {
        private final C collected;
        private final RowReader<C> reader;
        private boolean answered;

        Asked(C collected, RowReader<C> reader) {
            this.collected = collected;
            this.reader = reader;
        }

        private void read(PreparedStatement statement) throws SQLException {
            try (ResultSet rows = statement.getResultSet()) {
                Row row = new Row(rows);
                while (rows.next()) reader.read(collected, row);
                answered = true;
            }
        }

        @Override
        public C get() {
            if (!answered) flush();
            return collected;
        }
    }
}
