package io.onhand.tenant;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A pool of connections of one role. Refuses to open as a role that could look past row level security, whatever the
 * configuration says.
 */
public final class Database implements AutoCloseable {
    private static final long WAIT_FOR_CONNECTION_MS = 30_000;

    /**
     * A server that is gone without a word, as after a failover, is given up after so long without an answer, as
     * {@code socketTimeout} of the address may say otherwise. No statement takes nearly as long; one that does is ended by the
     * database too, since nobody waits for it any more.
     */
    private static final int WAIT_FOR_ANSWER_SECONDS = 300;

    /**
     * Every statement finds its rows by key. A plan made while a table is still small is kept for as long as its connection,
     * and would read the whole of it when it has grown: so no plan may. And with that, no value of a parameter asks for a
     * plan of its own: making plans was a third of the database's work for an order. Such a plan does not know how few rows
     * are wanted: where it counts on many it would start processes or compile itself, which takes longer than its rows.
     */
    private static final String PLANS_THAT_STAY_RIGHT =
            " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c plan_cache_mode=force_generic_plan"
                    + " -c max_parallel_workers_per_gather=0 -c jit=off";

    private final HikariDataSource pool;
    private final Semaphore looks;
    private final DatabaseClock clock;

    /** @throws IllegalStateException when the role is a superuser, has BYPASSRLS or owns the tables */
    public Database(DatabaseSettings settings) {
        this(settings, new DatabaseClock(Clock.systemUTC()));
    }

    Database(DatabaseSettings settings, DatabaseClock clock) {
        this.clock = clock;
        this.looks = new Semaphore(settings.looks(), true);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(Math.min(2, settings.connections()));
        config.setConnectionTimeout(WAIT_FOR_CONNECTION_MS);
        config.setAutoCommit(false);
        config.setPoolName(settings.user());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "onhand");
        config.addDataSourceProperty("prepareThreshold", "3");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", Integer.toString(WAIT_FOR_ANSWER_SECONDS));
        config.addDataSourceProperty(
                "options", "-c statement_timeout=" + WAIT_FOR_ANSWER_SECONDS + "s" + PLANS_THAT_STAY_RIGHT);
        config.setDriverClassName("org.postgresql.Driver");
        pool = new HikariDataSource(config);
        try {
            refusePowerfulRole();
        } catch (SQLException | RuntimeException e) {
            pool.close();
            throw e instanceof RuntimeException problem ? problem : new DatabaseFailure((SQLException) e);
        }
    }

    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /**
     * Waits until the caller may look, first come, first served: so many at once that the processors are busy, and no more.
     * Further ones would take turns with them, which makes each of them later and all of them dearer.
     */
    void beginLook() throws SQLException {
        try {
            if (!looks.tryAcquire(WAIT_FOR_CONNECTION_MS, TimeUnit.MILLISECONDS))
                throw new SQLTransientConnectionException("No turn to look within " + WAIT_FOR_CONNECTION_MS + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("Interrupted before the turn to look", e);
        }
    }

    void endLook() {
        looks.release();
    }

    /** SQL on a connection of this database. */
    Sql sql(Connection connection) {
        return new Sql(connection, clock);
    }

    /** The time by the database. */
    Clock clock() {
        return clock;
    }

    /**
     * One query outside of any tenant: sees what the role may see without a tenant, and nothing else.
     *
     * @throws DatabaseFailure when the database refuses or fails
     */
    public <T> List<T> read(String sql, Sql.RowMapper<T> mapper, Object... parameters) {
        try (Connection connection = connection()) {
            connection.setAutoCommit(true);
            return sql(connection).list(sql, mapper, parameters);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** One change outside of any tenant, committed. */
    public int write(String sql, Object... parameters) {
        try (Connection connection = connection()) {
            int met = sql(connection).update(sql, parameters);
            connection.commit();
            return met;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Whether the database answers. */
    public boolean answers() {
        try (Connection connection = connection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private void refusePowerfulRole() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet role = statement.executeQuery(
                        "select rolname, rolsuper, rolbypassrls, exists (select from pg_tables where schemaname = 'public' and tableowner = current_user) as owns from pg_roles where rolname = current_user")) {
            role.next();
            if (role.getBoolean("rolsuper") || role.getBoolean("rolbypassrls") || role.getBoolean("owns")) {
                throw new IllegalStateException("Refusing to start as database role " + role.getString("rolname")
                        + ": it is a superuser, bypasses row level security or owns the tables. Use "
                        + DatabaseSettings.APP + " or " + DatabaseSettings.RELAY + ".");
            }
            connection.rollback();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
