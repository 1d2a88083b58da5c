package io.onhand.acceptance.bench.stage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What the product still has to do after its answers: changes that no channel was told yet. */
public final class Backlog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Connection connection;
    private final PreparedStatement waiting;

    public Backlog(DatabaseServer server) throws SQLException {
        connection = server.connect(DatabaseServer.PRODUCT);
        waiting = connection.prepareStatement("""
                with bench as (select tenant_id from tenant where alias like 'bench%')
                select (select count(*) from outbox join bench using (tenant_id) where parked_at is null)
                  + (select count(*) from inbox join bench using (tenant_id) where parked_at is null)
                  + (select count(*) from publication p join bench using (tenant_id)
                     join channel c on c.tenant_id = p.tenant_id and c.id = p.channel_id
                     where p.queue_place is not null and c.state = 'active')
                  + (select count(*) from publication_lease join bench using (tenant_id) where in_hand)""");
    }

    /** Messages, listings in the queues of channels, and channels that somebody has listings of in hand. */
    public long size() {
        try (ResultSet result = waiting.executeQuery()) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /**
     * Waits until nothing is left.
     *
     * @return how long that took
     */
    public Duration drain() {
        long start = System.nanoTime();
        while (size() > 0) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "after " + PATIENCE.toMinutes() + " minutes " + size() + " changes are still not told");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
