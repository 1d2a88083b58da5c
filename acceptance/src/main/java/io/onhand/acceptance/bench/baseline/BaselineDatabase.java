package io.onhand.acceptance.bench.baseline;

import io.onhand.acceptance.bench.stage.DatabaseServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database of its own on the product's PostgreSQL server, with the tables of the baseline ({@code bench/baseline.sql}) and
 * its stock. The server's settings are the product's: fsync and synchronous_commit are on, and this is checked. Dropped at
 * the end.
 */
public final class BaselineDatabase implements AutoCloseable {
    private static final String NAME = "onhand_bench";

    /** Units of each SKU at the start; more than any run sells. */
    private static final int UNITS = 1_000_000_000;

    private final DatabaseServer server;
    private final int skus;

    /**
     * Makes it; one that an interrupted run left is dropped first.
     *
     * @param skus SKUs with stock, numbered from 1
     */
    public BaselineDatabase(DatabaseServer server, int skus) throws SQLException {
        this.server = server;
        this.skus = skus;
        drop();
        server.execute("create database " + NAME);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            server.requireDurable(connection);
            statement.execute(script());
            statement.execute(
                    "insert into stock select sku, " + UNITS + " from generate_series(1, " + skus + ") as s(sku)");
            statement.execute("vacuum analyze stock");
        }
    }

    /** SKUs with stock, numbered from 1. */
    int skus() {
        return skus;
    }

    /** A new connection; each statement is a transaction. */
    Connection connect() throws SQLException {
        return server.connect(NAME);
    }

    private void drop() throws SQLException {
        server.execute("drop database if exists " + NAME + " with (force)");
    }

    private static String script() {
        try (InputStream stream = BaselineDatabase.class.getResourceAsStream("/bench/baseline.sql")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            drop();
        } catch (SQLException e) {
            throw new IllegalStateException("the baseline's database " + NAME + " is left: " + e.getMessage(), e);
        }
    }
}
