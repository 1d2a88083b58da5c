package io.onhand.tenant;

import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date, as its owner. Run before a new version serves requests; repeatable. Reads {@code
 * ONHAND_DATABASE_URL} and {@code ONHAND_DATABASE_OWNER_PASSWORD}.
 */
public final class MigrateDatabase {
    private MigrateDatabase() {}

    public static void main(String[] args) {
        migrate(required("ONHAND_DATABASE_URL"), DatabaseSettings.OWNER, required("ONHAND_DATABASE_OWNER_PASSWORD"));
    }

    /** Applies every migration that is not there yet. */
    public static void migrate(String url, String user, String password) {
        Flyway.configure(MigrateDatabase.class.getClassLoader())
                .dataSource(url, user, password)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static String required(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) throw new IllegalStateException("Set " + name);
        return value;
    }
}
