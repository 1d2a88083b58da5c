package io.onhand.stock;

import io.onhand.tenant.Ids;
import java.util.Comparator;
import java.util.UUID;

/** A leaf SKU at a location. Ordered as levels are locked, here and in the database. */
public record Place(UUID sku, UUID location) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::sku, Ids.ORDER).thenComparing(Place::location, Ids.ORDER);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
