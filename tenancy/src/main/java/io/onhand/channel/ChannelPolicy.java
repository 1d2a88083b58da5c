package io.onhand.channel;

import io.onhand.refusal.Refusal;
import io.onhand.refusal.Require;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How much a channel may offer, and from where. Immutable: a change is a new version.
 *
 * @param version 1 for the first; 0 in a policy that is only wanted
 * @param network the locations that serve the channel, in the order of preference
 * @param bufferUnits units that the channel never sees, 0 to 1,000,000
 * @param bufferPercent per cent of the network's units, rounded up, that it never sees, 0 to 100; the larger of the two
 *     buffers counts
 * @param maxListed most units to show, or null for no limit
 * @param zeroAtOrBelow show 0 when at most so many are left after the buffer
 * @param outOfStock {@code backorder}, {@code partial}, {@code refuse}, or null for the tenant's own policy
 */
public record ChannelPolicy(
        int version,
        List<UUID> network,
        int bufferUnits,
        int bufferPercent,
        Integer maxListed,
        int zeroAtOrBelow,
        String outOfStock) {
    private static final int MOST_UNITS = 1_000_000;
    private static final int MOST_LOCATIONS = 200;

    public ChannelPolicy {
        network = network == null ? List.of() : List.copyOf(network);
    }

    /** Everything that the locations have, without buffer or cap. */
    public static ChannelPolicy of(UUID... network) {
        return new ChannelPolicy(0, List.of(network), 0, 0, null, 0, null);
    }

    /** The units that the channel does not see of {@code networkUnits}. */
    public int buffer(int networkUnits) {
        long percent = ((long) networkUnits * bufferPercent + 99) / 100;
        return (int) Math.min(networkUnits, Math.max(bufferUnits, percent));
    }

    /**
     * The quantity that the channel shows when its network has {@code networkUnits} free: minus the buffer, at most {@code
     * maxListed}, 0 at or below the threshold.
     */
    public int listed(int networkUnits) {
        int left = networkUnits - buffer(networkUnits);
        if (left <= zeroAtOrBelow) return 0;
        return maxListed == null ? left : Math.min(left, maxListed);
    }

    void check() {
        Require.range("bufferUnits", bufferUnits, 0, MOST_UNITS);
        Require.range("bufferPercent", bufferPercent, 0, 100);
        if (maxListed != null) Require.range("maxListed", maxListed, 0, MOST_UNITS);
        Require.range("zeroAtOrBelow", zeroAtOrBelow, 0, MOST_UNITS);
        Require.range("network.size", network.size(), 0, MOST_LOCATIONS);
        if (outOfStock != null && !Set.of("backorder", "partial", "refuse").contains(outOfStock))
            throw Refusal.invalid("out-of-stock-unknown", "outOfStock", "backorder, partial, refuse or null");
        if (new HashSet<>(network).size() != network.size())
            throw Refusal.invalid("location-twice", "network", "A location is named twice");
    }
}
