package io.onhand.acceptance.torture.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.SandboxShop;
import io.onhand.acceptance.torture.load.Chance;
import io.onhand.acceptance.torture.load.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Some shops misbehave for a while. */
final class ChannelFault implements Fault {
    private static final int MOST_SHOPS = 3;
    private static final int SHORTEST = 6;
    private static final int LONGEST = 18;

    private final String name;
    private final Function<Chance, ObjectNode> switches;
    private final List<SandboxShop> shops;
    private final Probe probe;
    private final Gate gate;
    private List<String> struck = List.of();
    private Instant over = Instant.EPOCH;

    private ChannelFault(
            String name, Function<Chance, ObjectNode> switches, List<SandboxShop> shops, Probe probe, Gate gate) {
        this.name = name;
        this.switches = switches;
        this.shops = shops;
        this.probe = probe;
        this.gate = gate;
    }

    /** All kinds of them. */
    static List<Fault> all(List<SandboxShop> shops, Probe probe, Gate gate) {
        List<Fault> all = new ArrayList<>();
        kind(
                all,
                "channel-down",
                chance -> chance.percent(50) ? rate("http_5xx_rate", 100) : rate("drop_connection_rate", 100),
                shops,
                probe,
                gate);
        kind(
                all,
                "channel-slow",
                chance -> Json.object().put("slow_ms", chance.between(500, 15_000)),
                shops,
                probe,
                gate);
        kind(all, "channel-throttles", chance -> rate("throttle_rate", chance.between(30, 100)), shops, probe, gate);
        kind(
                all,
                "channel-half-fails",
                chance -> rate("partial_failure_rate", chance.between(20, 90)),
                shops,
                probe,
                gate);
        kind(
                all,
                "channel-drops-answers",
                chance -> rate("drop_after_apply_rate", chance.between(20, 100)),
                shops,
                probe,
                gate);
        kind(
                all,
                "channel-tokens-expire",
                chance -> Json.object().put("token_expires_s", chance.between(0, 2)),
                shops,
                probe,
                gate);
        kind(
                all,
                "webhooks-twice",
                chance -> Json.object().put("webhook_duplicate", chance.between(1, 4)),
                shops,
                probe,
                gate);
        kind(
                all,
                "webhooks-late",
                chance -> Json.object().put("webhook_delay_ms", chance.between(1_000, 20_000)),
                shops,
                probe,
                gate);
        kind(all, "webhooks-disordered", chance -> Json.object().put("webhook_shuffle", true), shops, probe, gate);
        kind(
                all,
                "webhooks-forged",
                chance -> rate("webhook_bad_signature", chance.between(30, 100)),
                shops,
                probe,
                gate);
        kind(all, "webhooks-lost", chance -> rate("webhook_drop", chance.between(30, 100)), shops, probe, gate);
        return all;
    }

    private static void kind(
            List<Fault> all,
            String name,
            Function<Chance, ObjectNode> switches,
            List<SandboxShop> shops,
            Probe probe,
            Gate gate) {
        all.add(new ChannelFault(name, switches, shops, probe, gate));
    }

    private static ObjectNode rate(String name, int percent) {
        return Json.object().put(name, percent / 100.0);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean strike(Chance chance) {
        ObjectNode faults = switches.apply(chance);
        List<SandboxShop> some = new ArrayList<>();
        for (int i = chance.between(1, MOST_SHOPS); i > 0; i--) {
            some.add(chance.oneOf(shops));
        }
        Duration length = Duration.ofSeconds(chance.between(SHORTEST, LONGEST));
        some.forEach(shop -> shop.faults(faults));
        try {
            gate.rest(length);
        } finally {
            some.forEach(SandboxShop::noFaults);
            over = Instant.now();
            struck = some.stream().map(SandboxShop::id).toList();
        }
        return true;
    }

    @Override
    public boolean recovered() {
        return probe.areTold(struck, over);
    }
}
