package io.onhand.acceptance.product;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * One database of an installation on this machine, seen as PostgreSQL's superuser: what is in it, whatever the product
 * says. Shares no code with the product.
 */
public final class Superuser implements AutoCloseable {
    /** The product's own database. */
    public static final String ONHAND = "onhand";

    /** Keycloak's database. */
    public static final String KEYCLOAK = "keycloak";

    private final Connection connection;

    /**
     * Connects.
     *
     * @throws Installation.NotThere if the installation is on another machine
     */
    public Superuser(Installation installation, String database) {
        Path data = installation
                .data()
                .orElseThrow(() -> new Installation.NotThere("only the machine of the product knows its secrets"));
        String port = read(data.resolve("run/ports.properties")).getProperty("database");
        String password = secret(installation, "database.superuser.password");
        try {
            connection = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", password);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of the secrets that the launcher made at the first start. */
    public static String secret(Installation installation, String name) {
        return read(installation.data().orElseThrow().resolve("secrets.properties"))
                .getProperty(name);
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first column of every row, as text. */
    public List<String> texts(String sql, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes something, or makes it. */
    public void execute(String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
