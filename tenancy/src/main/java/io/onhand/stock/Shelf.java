package io.onhand.stock;

import java.util.HashMap;
import java.util.Map;

/** Free units by place, locked until the transaction ends. Taking from it only calculates; holding writes. */
public final class Shelf {
    private final Map<Place, Integer> free;

    public Shelf(Map<Place, Integer> free) {
        this.free = new HashMap<>(free);
    }

    /** Units that nobody holds and that are not safety stock; 0 where nothing ever was. */
    public int free(Place place) {
        return free.getOrDefault(place, 0);
    }

    /** Takes units. */
    public void take(Place place, int units) {
        int left = free(place) - units;
        if (left < 0) throw new IllegalStateException("Taking " + units + " of " + free(place) + " at " + place);
        free.put(place, left);
    }

    /** A copy to try things on. */
    public Shelf copy() {
        return new Shelf(free);
    }
}
