package io.onhand.stock;

import java.util.Comparator;
import java.util.UUID;

/** A leaf SKU at a location. Ordered as levels are locked, everywhere. */
public record Place(UUID sku, UUID location) implements Comparable<Place> {
    // Signed long order, as UUID compares; only that everybody locks in the same order matters.
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::sku).thenComparing(Place::location);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
