package io.onhand.order;

import io.onhand.stock.StockLedger.Open;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which holds give back how much when units of a line are cancelled: whole units, those first that were held last. */
final class Release {
    private Release() {}

    /** Holds that were made together: one for each leaf of what the line was made of at that moment. */
    private record Together(UUID location, Instant since) {}

    /**
     * Chooses.
     *
     * @param units of the line
     * @param open the line's open holds, newest first
     */
    static Map<Open, Integer> choose(int units, List<Open> open) {
        Map<Together, List<Open>> groups = new LinkedHashMap<>();
        for (Open hold : open)
            groups.computeIfAbsent(new Together(hold.place().location(), hold.since()), together -> new ArrayList<>())
                    .add(hold);
        Map<Open, Integer> chosen = new LinkedHashMap<>();
        int left = units;
        for (List<Open> leaves : groups.values()) {
            int here = Math.min(left, wholeUnits(leaves));
            if (here > 0) leaves.forEach(hold -> chosen.put(hold, here * hold.perUnit()));
            left -= here;
        }
        if (left > 0) throw new IllegalStateException(left + " held units have no hold: " + open);
        return chosen;
    }

    private static int wholeUnits(List<Open> leaves) {
        return leaves.stream()
                .mapToInt(hold -> hold.open() / hold.perUnit())
                .min()
                .orElse(0);
    }
}
