package io.onhand.acceptance.torture.fault;

import io.onhand.acceptance.torture.load.Chance;
import io.onhand.acceptance.torture.load.Gate;
import io.onhand.acceptance.torture.rig.Rig;
import io.onhand.acceptance.torture.rig.Victim;
import java.time.Duration;
import java.time.Instant;

/** A process is killed, or has no processor for a while. The launcher starts anew what has died. */
final class ProcessFault implements Fault {
    private static final int SHORTEST_FREEZE = 3;
    private static final int LONGEST_FREEZE = 12;

    /** How a process is harmed. */
    enum How {
        /** Killed alone: what it started has to notice. */
        KILLED,
        /** Killed together with what it started. */
        KILLED_WITH_CHILDREN,
        /** Stopped, and continued after a few seconds, together with what it started. */
        FROZEN
    }

    private final String name;
    private final Victim victim;
    private final How how;
    private final Rig rig;
    private final Probe probe;
    private final Gate gate;
    private Instant over = Instant.EPOCH;

    ProcessFault(String name, String process, How how, Rig rig, Probe probe, Gate gate) {
        this.name = name;
        this.victim = rig.process(process);
        this.how = how;
        this.rig = rig;
        this.probe = probe;
        this.gate = gate;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean strike(Chance chance) {
        Duration length = Duration.ofSeconds(chance.between(SHORTEST_FREEZE, LONGEST_FREEZE));
        switch (how) {
            case KILLED -> victim.kill();
            case KILLED_WITH_CHILDREN -> victim.killFamily();
            case FROZEN -> {
                victim.freeze();
                try {
                    gate.rest(length);
                } finally {
                    victim.thaw();
                }
            }
        }
        over = Instant.now();
        return true;
    }

    @Override
    public boolean recovered() {
        return rig.identityAnswers() && probe.ordersAreTaken() && probe.nothingWaitsSince(over);
    }
}
