package io.onhand.acceptance.torture.fault;

import io.onhand.acceptance.torture.audit.Claims;
import io.onhand.acceptance.torture.load.Chance;
import io.onhand.acceptance.torture.load.Gate;
import io.onhand.acceptance.torture.load.Stand;
import io.onhand.acceptance.torture.load.Trader;
import io.onhand.acceptance.torture.rig.Rig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every fault that there is, in two rows that strike beside each other: those of machines and those of channels. */
public final class Catalog {
    private final List<Fault> machines;
    private final List<Fault> channels;
    private final Gate gate;
    private final List<Schedule> schedules = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** Lets nothing strike yet. */
    public Catalog(Rig rig, List<Trader> traders, Claims claims, Gate gate) {
        this.gate = gate;
        List<Stand> stands =
                traders.stream().flatMap(trader -> trader.stands().stream()).toList();
        Probe probe = new Probe(rig, traders.get(0), claims);
        this.machines = List.of(
                new ProcessFault("server-killed", "server", ProcessFault.How.KILLED, rig, probe, gate),
                new ProcessFault("server-stopped", "server", ProcessFault.How.FROZEN, rig, probe, gate),
                new ProcessFault(
                        "database-killed", "database", ProcessFault.How.KILLED_WITH_CHILDREN, rig, probe, gate),
                new ProcessFault("postmaster-killed", "database", ProcessFault.How.KILLED, rig, probe, gate),
                new ProcessFault("database-stopped", "database", ProcessFault.How.FROZEN, rig, probe, gate),
                new ProcessFault("keycloak-killed", "keycloak", ProcessFault.How.KILLED, rig, probe, gate),
                new CutConnections(rig, probe, gate),
                new SecondNodeFault(false, rig, stands, probe, gate),
                new SecondNodeFault(true, rig, stands, probe, gate),
                new FullDisk(rig, probe, gate));
        this.channels = ChannelFault.all(stands.stream().map(Stand::shop).toList(), probe, gate);
    }

    /** Names of all faults. */
    public List<String> names() {
        return Stream.concat(machines.stream(), channels.stream())
                .map(Fault::name)
                .toList();
    }

    /** What of those cannot strike on this machine, with the reason. */
    public List<String> missing(List<String> names) {
        return chosen(Stream.concat(machines.stream(), channels.stream()).toList(), names).stream()
                .filter(fault -> fault.missing() != null)
                .map(fault -> fault.name() + ": " + fault.missing())
                .toList();
    }

    /** Lets those strike that can, until the gate closes. */
    public void begin(List<String> names, long seed, Consumer<Struck> struck) {
        row("machines", machines, names, seed, struck);
        row("channels", channels, names, seed, struck);
    }

    private void row(String name, List<Fault> faults, List<String> names, long seed, Consumer<Struck> struck) {
        List<Fault> able = chosen(faults, names).stream()
                .filter(fault -> fault.missing() == null)
                .toList();
        Schedule schedule = new Schedule(able, new Chance(seed, name), gate, struck);
        Thread thread = new Thread(schedule, "faults-of-" + name);
        thread.setDaemon(true);
        schedules.add(schedule);
        threads.add(thread);
        thread.start();
    }

    private static List<Fault> chosen(List<Fault> faults, List<String> names) {
        return faults.stream().filter(fault -> names.contains(fault.name())).toList();
    }

    /** Why a schedule could not go on. */
    public Optional<RuntimeException> failure() {
        return schedules.stream()
                .flatMap(schedule -> schedule.failure().stream())
                .findFirst();
    }

    /** Waits until the last harm is over and all is well again. */
    public void end() {
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }
}
