package io.onhand.acceptance.demo;

import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Until;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sees to it that there is something to sell, so that the demo can be played again and again. */
final class Supply {
    /** Where units are added. */
    private static final String LOCATION = "SEOUL";

    /** Units that each channel has to sell at the start. */
    private static final int UNITS = 5;

    /** Orders that waited for stock take what is added; so often it is added again. */
    private static final int ROUNDS = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PartnerApi api;

    Supply(PartnerApi api) {
        this.api = api;
    }

    /** Adds units until every channel may sell {@value #UNITS}, and waits until every shop knows its number. */
    void provide(String sku, List<Mall> malls) {
        for (int round = 0; round < ROUNDS && lowest(sku, malls) < UNITS; round++) {
            api.adjust(sku, LOCATION, UNITS - lowest(sku, malls));
        }
        Until.holds(PATIENCE, () -> allKnown(sku, malls), known -> known);
    }

    private int lowest(String sku, List<Mall> malls) {
        Map<String, Integer> units = api.availability(sku);
        return malls.stream()
                .mapToInt(mall -> units.getOrDefault(mall.channelId(), 0))
                .min()
                .orElse(0);
    }

    private boolean allKnown(String sku, List<Mall> malls) {
        Map<String, Integer> units = api.availability(sku);
        return malls.stream()
                .allMatch(mall -> mall.shop().quantity(mall.listing()).equals(units(units, mall)));
    }

    private static Optional<Integer> units(Map<String, Integer> units, Mall mall) {
        return Optional.ofNullable(units.get(mall.channelId()));
    }
}
