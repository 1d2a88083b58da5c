package io.onhand.tenant;

/**
 * Where the database is.
 *
 * @param url JDBC URL
 * @param user role to connect as
 * @param password of the role
 * @param connections most connections at once, 1 or more
 * @param looks most connections that only read at once, 1 or more
 */
public record DatabaseSettings(String url, String user, String password, int connections, int looks) {
    /** The role that serves requests, bound to one tenant at a time. */
    public static final String APP = "onhand_app";
    /** The role that finds due work of all tenants. */
    public static final String RELAY = "onhand_relay";
    /** The role that owns and migrates the schema. */
    public static final String OWNER = "onhand_owner";

    /** Settings under which every connection may read. */
    public DatabaseSettings(String url, String user, String password, int connections) {
        this(url, user, password, connections, connections);
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }
}
