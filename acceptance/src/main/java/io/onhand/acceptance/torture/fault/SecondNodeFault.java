package io.onhand.acceptance.torture.fault;

import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.torture.load.Chance;
import io.onhand.acceptance.torture.load.Gate;
import io.onhand.acceptance.torture.load.Stand;
import io.onhand.acceptance.torture.rig.Rig;
import io.onhand.acceptance.torture.rig.SecondNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A second node joins, takes its part of the requests and of the webhooks, and is killed amid them. */
final class SecondNodeFault implements Fault {
    private static final Duration START = Duration.ofMinutes(6);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int SHORTEST_LIFE = 12;
    private static final int LONGEST_LIFE = 30;
    private static final int LEAST_MINUTES = 1;
    private static final int MOST_MINUTES = 4;

    private final boolean otherClock;
    private final Rig rig;
    private final List<Stand> stands;
    private final Probe probe;
    private final Gate gate;
    private Instant over = Instant.EPOCH;

    /** @param otherClock whether its clock is some minutes ahead or behind */
    SecondNodeFault(boolean otherClock, Rig rig, List<Stand> stands, Probe probe, Gate gate) {
        this.otherClock = otherClock;
        this.rig = rig;
        this.stands = stands;
        this.probe = probe;
        this.gate = gate;
    }

    @Override
    public String name() {
        return otherClock ? "clock-moved" : "node-killed";
    }

    @Override
    public String missing() {
        return otherClock && !SecondNode.clocksMove() ? "faketime is not installed" : null;
    }

    @Override
    public boolean strike(Chance chance) {
        int minutes = chance.between(LEAST_MINUTES, MOST_MINUTES) * (chance.percent(50) ? 1 : -1);
        Duration life = Duration.ofSeconds(chance.between(SHORTEST_LIFE, LONGEST_LIFE));
        SecondNode node = SecondNode.start(rig, otherClock ? minutes * 60 : 0);
        try {
            boolean ready = awaitReady(node);
            if (ready) {
                takesPart(node, life);
            }
            return ready;
        } finally {
            node.kill();
            over = Instant.now();
        }
    }

    private boolean awaitReady(SecondNode node) {
        Instant deadline = Instant.now().plus(START);
        while (gate.isOpen()) {
            if (node.isReady()) {
                return true;
            }
            if (!node.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("the second node does not start; see " + rig.logs());
            }
            gate.rest(LOOK);
        }
        return false;
    }

    /** It dies while it still takes part: whoever shares out the requests notices afterwards. */
    private void takesPart(SecondNode node, Duration life) {
        rig.nodes().join(node.url());
        List<Stand> half = stands.subList(0, stands.size() / 2);
        half.forEach(stand -> hook(stand, rig.installation().url(), node.url()));
        try {
            gate.rest(life);
            node.kill();
        } finally {
            rig.nodes().leave(node.url());
            half.forEach(stand -> hook(stand, node.url(), rig.installation().url()));
        }
    }

    private static void hook(Stand stand, String from, String to) {
        String url = stand.shop().settings().path("webhookUrl").asText();
        stand.shop().settings(Json.object().put("webhookUrl", url.replace(from + "/", to + "/")));
    }

    @Override
    public boolean recovered() {
        return probe.ordersAreTaken() && probe.nothingWaitsSince(over);
    }
}
