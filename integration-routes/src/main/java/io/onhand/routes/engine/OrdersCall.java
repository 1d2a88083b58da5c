package io.onhand.routes.engine;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Asks a channel for the next page of orders that changed.
 *
 * @param settings of the channel, secrets included
 * @param cursor what the last page gave; null at the first call of a channel's life
 * @param now the engine's time
 */
public record OrdersCall(UUID channel, Map<String, String> settings, String cursor, Instant now) {
    @Override
    public String toString() {
        return "orders of channel " + channel;
    }
}
