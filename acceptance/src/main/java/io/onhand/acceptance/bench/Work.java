package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Act;

/**
 * What is measured.
 *
 * @param name what is done, with how many clients
 * @param clients how many there are at once
 * @param cast what each of them does
 * @param tellsAtOnce whether a round is only over when every channel was told; not for mass changes, which channels are told
 *     at their own pace
 * @param slowest answers of 99 in 100 must not take longer, milliseconds; null when it is only told
 * @param slowestAim the same, what would be better still
 */
record Work(String name, int clients, Act.Cast cast, boolean tellsAtOnce, Double slowest, Double slowestAim) {
    /** As much as possible; channels are told at once. */
    static Work orders(String name, int clients, Act.Cast cast) {
        return new Work(name, clients, cast, true, null, null);
    }

    /** As much as possible; channels are told when they can be. */
    static Work mass(String name, int clients, Act.Cast cast) {
        return new Work(name, clients, cast, false, null, null);
    }

    /** Reads that must be answered soon. */
    static Work reads(String name, int clients, Act.Cast cast, double slowest, double slowestAim) {
        return new Work(name, clients, cast, false, slowest, slowestAim);
    }
}
