package io.onhand.acceptance.torture.fault;

import io.onhand.acceptance.torture.load.Chance;

/** One kind of thing that goes wrong. */
interface Fault {
    /** As it is named for {@code --faults} and in the report. */
    String name();

    /** What it needs and this machine does not have; null when it can strike. */
    default String missing() {
        return null;
    }

    /**
     * Does the harm and ends it, however long that takes; the chance says where and how hard.
     *
     * @return false when it came too late: the gate was closed before there was any harm
     */
    boolean strike(Chance chance);

    /** Whether all is well again, asked again and again once the harm has ended. */
    boolean recovered();
}
