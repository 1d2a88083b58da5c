package io.onhand.world;

import io.onhand.tenant.Database;
import io.onhand.tenant.DatabaseSettings;
import io.onhand.tenant.MigrateDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One real PostgreSQL for all tests of a run, with the three roles and the migrated schema. */
public final class TestDatabase {
    private static final String PASSWORD = "test";
    private static final TestDatabase INSTANCE = new TestDatabase();

    private final EmbeddedPostgres postgres;
    private final Database app;
    private final Database relay;

    private TestDatabase() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "150")
                    .start();
            try (Connection superuser = postgres.getPostgresDatabase().getConnection();
                    Statement statement = superuser.createStatement()) {
                statement.execute(resource("/db/roles.sql"));
                for (String role : new String[] {"onhand_owner", "onhand_app", "onhand_relay"})
                    statement.execute("alter role " + role + " password '" + PASSWORD + "'");
                statement.execute("create database onhand owner onhand_owner");
            }
            MigrateDatabase.migrate(url(), DatabaseSettings.OWNER, PASSWORD);
            app = new Database(settings(DatabaseSettings.APP, 64));
            relay = new Database(settings(DatabaseSettings.RELAY, 4));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static TestDatabase get() {
        return INSTANCE;
    }

    public Database app() {
        return app;
    }

    public Database relay() {
        return relay;
    }

    public DatabaseSettings settings(String role, int connections) {
        return new DatabaseSettings(url(), role, PASSWORD, connections);
    }

    /** A connection that may see everything: for what a test asserts, never for what it does. */
    public Connection superuser() throws SQLException {
        return superuser("onhand");
    }

    /**
     * Makes another, empty database, owned by the owner of all schemas.
     *
     * @return what the owner needs to migrate it
     */
    public DatabaseSettings empty(String name) throws SQLException {
        try (Connection superuser = postgres.getPostgresDatabase().getConnection();
                Statement statement = superuser.createStatement()) {
            statement.execute("create database " + name + " owner onhand_owner");
        }
        return new DatabaseSettings(url(name), DatabaseSettings.OWNER, PASSWORD, 1);
    }

    /** The same as {@link #superuser()} in another database. */
    public Connection superuser(String name) throws SQLException {
        return postgres.getDatabase("postgres", name).getConnection();
    }

    private String url() {
        return url("onhand");
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = TestDatabase.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
