package io.onhand.acceptance.torture.load;

import java.time.Duration;

/** Somebody who uses the installation: one step after the other, by chance of their own, until the gate closes. */
abstract class Actor implements Runnable {
    private final String name;
    private final Gate gate;
    private final Chance chance;
    private final int pauseMillis;

    /** @param pauseMillis how long somebody rests between two steps, on average */
    Actor(String name, long seed, Gate gate, int pauseMillis) {
        this.name = name;
        this.gate = gate;
        this.chance = new Chance(seed, name);
        this.pauseMillis = pauseMillis;
    }

    /** One thing that somebody does. */
    abstract void step(Chance chance);

    final String name() {
        return name;
    }

    @Override
    public final void run() {
        while (gate.isOpen()) {
            step(chance);
            gate.rest(Duration.ofMillis(chance.between(pauseMillis / 2, pauseMillis * 3 / 2)));
        }
    }
}
