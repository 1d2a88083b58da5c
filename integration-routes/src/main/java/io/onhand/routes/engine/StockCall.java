package io.onhand.routes.engine;

import io.onhand.canonical.StockOffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells a channel what it may sell.
 *
 * @param settings of the channel, secrets included
 * @param offers 1 to {@code limits.stockBatch} listings, each once
 */
public record StockCall(UUID channel, Map<String, String> settings, List<StockOffer> offers) {
    public StockCall {
        offers = List.copyOf(offers);
    }

    @Override
    public String toString() {
        return "stock of " + offers.size() + " listings to channel " + channel;
    }
}
