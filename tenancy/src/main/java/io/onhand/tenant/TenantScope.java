package io.onhand.tenant;

import io.onhand.refusal.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.JDBCException;

/**
 * The one way to the database. {@link #call} opens a transaction at READ COMMITTED that sees and writes the rows of one
 * tenant only: the connection is bound by a transaction-local setting that row level security reads, and entities are
 * filtered by Hibernate. A call inside a call of the same tenant joins it; another tenant inside is a bug. A failure rolls
 * all of it back. Work that met a deadlock, or rows that another
 * transaction wrote meanwhile, is done again, up to {@value #ATTEMPTS} times: it must
 * have no effect outside the database.
 */
@Singleton
public class TenantScope {
    private static final int ATTEMPTS = 4;

    private final Database database;
    private final Entities entities;
    private final ThreadLocal<Unit> current = new ThreadLocal<>();

    @Inject
    public TenantScope(@App Database database) {
        this.database = database;
        this.entities = new Entities();
    }

    /** Runs the work in one transaction of the tenant and gives its result. */
    public <T> T call(TenantId tenant, Supplier<T> work) {
        Unit outer = outer(tenant);
        if (outer == null) return again(repeated -> once(tenant, repeated, work));
        if (outer.sql.looks()) throw new IllegalStateException("A change inside of a look");
        return work.get();
    }

    /**
     * Only reads. There is no transaction around it, so none has to be ended either: each round trip to the database is one of
     * its own and sees what was committed until then, as each statement of a {@link #call} does. What writes or locks fails.
     * A look inside a call joins it; a call inside a look is a bug.
     */
    public <T> T look(TenantId tenant, Supplier<T> work) {
        return outer(tenant) == null ? again(repeated -> glance(tenant, work)) : work.get();
    }

    private Unit outer(TenantId tenant) {
        Unit outer = current.get();
        if (outer != null && !outer.tenant.equals(tenant))
            throw new IllegalStateException("Work of tenant " + tenant + " inside work of another tenant");
        return outer;
    }

    /** @param attempt is told whether it is a repeated one */
    private static <T> T again(Function<Boolean, T> attempt) {
        for (int i = 1; ; i++) {
            try {
                return attempt.apply(i > 1);
            } catch (DatabaseFailure e) {
                if (!e.isPassing() || i == ATTEMPTS) throw e;
            }
        }
    }

    /** Runs the work in one transaction of the tenant. */
    public void run(TenantId tenant, Runnable work) {
        call(tenant, () -> {
            work.run();
            return null;
        });
    }

    /**
     * The current transaction need not wait for the disk: when the database dies within the next second it may be gone as
     * a whole, and is then done again because what asked for it is still there. Only for work that nobody was promised.
     */
    public void mayBeDoneAgain() {
        sql().later("select set_config('synchronous_commit', 'off', true)");
    }

    /** The tenant of the current work. */
    public TenantId tenant() {
        return unit().tenant;
    }

    /** Whether the current work is done again because others wrote meanwhile: it does well to lock what it reads. */
    public boolean isRepeated() {
        return unit().repeated;
    }

    /** SQL in the current transaction. For the features of the core. */
    public Sql sql() {
        return unit().sql;
    }

    /** Entities in the current transaction. For the features of the core. */
    public EntityManager entities() {
        Unit unit = unit();
        if (unit.sql.looks())
            throw new IllegalStateException("Entities live in a transaction, which a look has none of");
        if (unit.entityManager == null) {
            unit.sql.shareConnection();
            unit.entityManager = entities.open(unit.tenant, unit.connection);
        }
        return unit.entityManager;
    }

    private <T> T glance(TenantId tenant, Supplier<T> work) {
        try {
            database.beginLook();
            try (Connection connection = database.connection()) {
                connection.setAutoCommit(true);
                Sql sql = database.sql(connection);
                sql.bindEachTime(tenant);
                current.set(new Unit(tenant, false, connection, sql));
                return work.get();
            } finally {
                current.remove();
                database.endLook();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private <T> T once(TenantId tenant, boolean repeated, Supplier<T> work) {
        try (Connection connection = database.connection()) {
            Sql sql = database.sql(connection);
            sql.bind(tenant);
            Unit unit = new Unit(tenant, repeated, connection, sql);
            current.set(unit);
            try {
                T result = work.get();
                unit.flush();
                commit(connection);
                return result;
            } catch (JDBCException e) {
                rollback(connection, e);
                throw new DatabaseFailure(e.getSQLException());
            } catch (OptimisticLockException e) {
                // Who named the version that they saw is told so when it is done again; who did not is the last writer.
                rollback(connection, e);
                throw DatabaseFailure.overtaken("Entities that were read");
            } catch (RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            } finally {
                current.remove();
                unit.close();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw DatabaseFailure.ofCommit(e);
        }
    }

    /** When the connection is what failed it cannot roll back either; what failed first is what has to be told. */
    private static void rollback(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Somebody else changed the thing between its reading and this writing. */
    public static Refusal changedMeanwhile() {
        return Refusal.conflict("changed-meanwhile", "Somebody else changed it meanwhile; load it again");
    }

    private Unit unit() {
        Unit unit = current.get();
        if (unit == null) throw new IllegalStateException("Work on tenant data outside TenantScope.call");
        return unit;
    }

    /** One transaction, or a look. */
    private static final class Unit {
        private final TenantId tenant;
        private final boolean repeated;
        private final Connection connection;
        private final Sql sql;
        private EntityManager entityManager;

        Unit(TenantId tenant, boolean repeated, Connection connection, Sql sql) {
            this.tenant = tenant;
            this.repeated = repeated;
            this.connection = connection;
            this.sql = sql;
        }

        void flush() {
            sql.flush();
            if (entityManager != null) entityManager.flush();
        }

        void close() {
            if (entityManager != null) entityManager.close();
        }
    }
}
