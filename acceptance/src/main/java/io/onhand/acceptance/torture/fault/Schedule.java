package io.onhand.acceptance.torture.fault;

import io.onhand.acceptance.product.Until;
import io.onhand.acceptance.torture.load.Chance;
import io.onhand.acceptance.torture.load.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Lets faults strike one after the other, each as often as any other, in an order that the seed decides. */
final class Schedule implements Runnable {
    /** After that long it counts as never well again. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final int SHORTEST_PEACE = 2;
    private static final int LONGEST_PEACE = 8;

    private final List<Fault> faults;
    private final Chance chance;
    private final Gate gate;
    private final Consumer<Struck> struck;
    private final List<Fault> deck = new ArrayList<>();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    Schedule(List<Fault> faults, Chance chance, Gate gate, Consumer<Struck> struck) {
        this.faults = List.copyOf(faults);
        this.chance = chance;
        this.gate = gate;
        this.struck = struck;
    }

    @Override
    public void run() {
        try {
            gate.rest(peace());
            while (gate.isOpen() && !faults.isEmpty()) {
                strike(draw());
                gate.rest(peace());
            }
        } catch (RuntimeException e) {
            failure.set(e);
        }
    }

    /** Why it could not go on. */
    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure.get());
    }

    private Duration peace() {
        return Duration.ofSeconds(chance.between(SHORTEST_PEACE, LONGEST_PEACE));
    }

    private Fault draw() {
        if (deck.isEmpty()) {
            deck.addAll(faults);
        }
        return deck.remove(chance.between(0, deck.size() - 1));
    }

    private void strike(Fault fault) {
        if (!fault.strike(chance)) {
            return;
        }
        Instant over = Instant.now();
        boolean recovered = Until.holds(PATIENCE, fault::recovered, yes -> yes);
        struck.accept(new Struck(fault.name(), Duration.between(over, Instant.now()), recovered));
    }
}
