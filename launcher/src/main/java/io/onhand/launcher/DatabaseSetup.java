package io.onhand.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Roles, passwords and databases in a PostgreSQL that runs; can be repeated. */
final class DatabaseSetup {
    static final String DATABASE = "onhand";
    static final String KEYCLOAK = "keycloak";

    private final DatabaseProcess database;
    private final Secrets secrets;

    DatabaseSetup(DatabaseProcess database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    void run() {
        try (Connection connection = database.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(resource("/db/roles.sql"));
            statement.execute("do $$ begin if not exists (select from pg_roles where rolname = 'keycloak') then"
                    + " create role keycloak login; end if; end $$");
            password(statement, "onhand_owner", secrets.get(Secrets.OWNER));
            password(statement, "onhand_app", secrets.get(Secrets.APP));
            password(statement, "onhand_relay", secrets.get(Secrets.RELAY));
            password(statement, KEYCLOAK, secrets.get(Secrets.KEYCLOAK_DATABASE));
            create(connection, DATABASE, "onhand_owner");
            create(connection, KEYCLOAK, KEYCLOAK);
        } catch (SQLException e) {
            throw new LaunchFailure("the database could not be set up: " + e.getMessage(), e);
        }
    }

    private static void password(Statement statement, String role, String password) throws SQLException {
        statement.execute("alter role " + statement.enquoteIdentifier(role, true) + " password "
                + statement.enquoteLiteral(password));
    }

    private static void create(Connection connection, String name, String owner) throws SQLException {
        try (PreparedStatement exists = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            exists.setString(1, name);
            try (ResultSet found = exists.executeQuery()) {
                if (found.next()) {
                    return;
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + owner);
        }
    }

    private static String resource(String path) {
        try (InputStream stream = DatabaseSetup.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new LaunchFailure("the installation lacks " + path + "; build it anew");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LaunchFailure("cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
