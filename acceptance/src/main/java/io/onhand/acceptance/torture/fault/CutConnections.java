package io.onhand.acceptance.torture.fault;

import io.onhand.acceptance.torture.load.Chance;
import io.onhand.acceptance.torture.load.Gate;
import io.onhand.acceptance.torture.rig.Rig;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/** Somebody ends the product's connections to the database, several times in a row. */
final class CutConnections implements Fault {
    private static final String CUT =
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename in ('onhand_app', 'onhand_relay')";

    private final Rig rig;
    private final Probe probe;
    private final Gate gate;
    private Instant over = Instant.EPOCH;

    CutConnections(Rig rig, Probe probe, Gate gate) {
        this.rig = rig;
        this.probe = probe;
        this.gate = gate;
    }

    @Override
    public String name() {
        return "connections-cut";
    }

    @Override
    public boolean strike(Chance chance) {
        for (int times = chance.between(1, 5); times > 0; times--) {
            cut();
            gate.rest(Duration.ofMillis(chance.between(50, 800)));
        }
        over = Instant.now();
        return true;
    }

    private void cut() {
        try (Connection connection = rig.books().open();
                Statement statement = connection.createStatement()) {
            statement.execute(CUT);
        } catch (SQLException e) {
            throw new IllegalStateException("the connections could not be cut", e);
        }
    }

    @Override
    public boolean recovered() {
        return probe.ordersAreTaken() && probe.nothingWaitsSince(over);
    }
}
