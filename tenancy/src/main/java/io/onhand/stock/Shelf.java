package io.onhand.stock;

import java.util.HashMap;
import java.util.Map;

/** Free units by place, locked until the transaction ends or only looked at. Taking from it calculates; holding writes. */
public final class Shelf {
    private final Map<Place, Integer> free;
    private final Shelf below;

    public Shelf(Map<Place, Integer> free) {
        this.free = new HashMap<>(free);
        this.below = null;
    }

    private Shelf(Shelf below) {
        this.free = new HashMap<>();
        this.below = below;
    }

    /** Units that nobody holds and that are not safety stock; 0 where nothing ever was. */
    public int free(Place place) {
        Integer units = free.get(place);
        if (units != null) return units;
        return below == null ? 0 : below.free(place);
    }

    /** Takes units. */
    public void take(Place place, int units) {
        int left = free(place) - units;
        if (left < 0) throw new IllegalStateException("Taking " + units + " of " + free(place) + " at " + place);
        free.put(place, left);
    }

    /** A shelf to try things on, which leaves this one as it is. Good until something is taken from this one. */
    public Shelf trial() {
        return new Shelf(this);
    }
}
