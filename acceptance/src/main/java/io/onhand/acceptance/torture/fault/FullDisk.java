package io.onhand.acceptance.torture.fault;

import io.onhand.acceptance.torture.load.Chance;
import io.onhand.acceptance.torture.load.Gate;
import io.onhand.acceptance.torture.rig.Rig;
import java.time.Duration;
import java.time.Instant;

/** The disk of the database is as good as full for a while. */
final class FullDisk implements Fault {
    private static final int MOST_FREE = 4;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 25;

    private final Rig rig;
    private final Probe probe;
    private final Gate gate;
    private Instant over = Instant.EPOCH;

    FullDisk(Rig rig, Probe probe, Gate gate) {
        this.rig = rig;
        this.probe = probe;
        this.gate = gate;
    }

    @Override
    public String name() {
        return "disk-full";
    }

    @Override
    public String missing() {
        return rig.disk().isPresent() ? null : "file systems cannot be mounted here";
    }

    @Override
    public boolean strike(Chance chance) {
        int free = chance.between(0, MOST_FREE);
        Duration length = Duration.ofSeconds(chance.between(SHORTEST, LONGEST));
        rig.disk().orElseThrow().fillUpTo(free);
        try {
            gate.rest(length);
        } finally {
            rig.disk().orElseThrow().empty();
            over = Instant.now();
        }
        return true;
    }

    @Override
    public boolean recovered() {
        return rig.identityAnswers() && probe.ordersAreTaken() && probe.nothingWaitsSince(over);
    }
}
