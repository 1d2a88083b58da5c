package io.onhand.stock;

import java.util.List;
import java.util.UUID;

/**
 * How many units of a SKU a network of locations can make: the sum over the locations of the whole units that each can make
 * from its leaves (free units divided by the leaf's quantity, rounded down, never below 0). A bundle is made in one place.
 */
final class NetworkUnits {
    private NetworkUnits() {}

    static int of(List<UUID> network, List<Leaf> leaves) {
        long units = 0;
        for (UUID location : network)
            units +=
                    leaves.stream().mapToInt(leaf -> leaf.makes(location)).min().orElse(0);
        return (int) Math.min(Integer.MAX_VALUE, units);
    }
}
