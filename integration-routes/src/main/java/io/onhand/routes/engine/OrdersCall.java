package io.onhand.routes.engine;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Asks a channel for the next page of orders that changed.
 *
 * @param settings of the channel, secrets included
 * @param cursor what the last page gave; null until there was one
 * @param connectedAt when the channel was connected: without a cursor, orders are wanted from then on
 */
public record OrdersCall(UUID channel, Map<String, String> settings, String cursor, Instant connectedAt) {
    @Override
    public String toString() {
        return "orders of channel " + channel;
    }
}
