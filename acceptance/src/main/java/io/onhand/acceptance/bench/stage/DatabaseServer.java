package io.onhand.acceptance.bench.stage;

import io.onhand.acceptance.product.Installation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The product's PostgreSQL server, as its superuser sees it. */
public final class DatabaseServer {
    /** The database of the product. */
    public static final String PRODUCT = "onhand";

    private final String url;
    private final Properties login = new Properties();

    /** The server of an installation on this machine. */
    public DatabaseServer(Installation installation) {
        Properties ports = Installation.ports(Secrets.folder(installation));
        url = "jdbc:postgresql://127.0.0.1:" + ports.getProperty("database") + "/";
        login.setProperty("user", "postgres");
        login.setProperty("password", Secrets.of(installation).superuserPassword());
        // Every statement is prepared on the server from its first use on.
        login.setProperty("prepareThreshold", "1");
        login.setProperty("ApplicationName", "onhand-bench");
    }

    /** A new connection; each statement is a transaction. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url + database, login);
    }

    /** Runs a statement outside of every database of ours. */
    public void execute(String sql) throws SQLException {
        execute("postgres", sql);
    }

    /** Runs a statement, or several. */
    void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs an update in the product's database and returns the number of rows. */
    int update(String sql, Object... values) throws SQLException {
        try (Connection connection = connect(PRODUCT);
                PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** The one text that a query in the product's database gives; null when there is no row. */
    String text(String sql, Object... values) throws SQLException {
        try (Connection connection = connect(PRODUCT);
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getString(1) : null;
        }
    }

    /** The texts that a query in the product's database gives. */
    List<String> texts(String sql, Object... values) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connect(PRODUCT);
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }

    /** The one number that a query in the product's database gives; 0 when there is no row. */
    long number(String sql, Object... values) throws SQLException {
        String text = text(sql, values);
        return text == null ? 0 : Long.parseLong(text);
    }

    static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** Fails unless a commit is on the disk before it is acknowledged. */
    public void requireDurable(Connection connection) throws SQLException {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            try (PreparedStatement statement = prepare(connection, "select current_setting(?)", setting);
                    ResultSet result = statement.executeQuery()) {
                if (!result.next() || !result.getString(1).equals("on")) {
                    throw new IllegalStateException(setting + " is not on: nothing measured here would mean anything");
                }
            }
        }
    }
}
