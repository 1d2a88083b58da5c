package io.onhand.sourcing;

import io.onhand.stock.Place;
import io.onhand.stock.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Chooses places for the lines of one order: the first location of the network that has all of it; else line by line, each
 * from the locations in their order. A unit of a bundle is never split over locations. Components that several lines share
 * are counted together, as every choice takes from the same shelf.
 */
public final class Sourcing {
    private Sourcing() {}

    /** {@code units} of a line from one location. */
    public record Choice(Want want, UUID location, int units) {}

    /**
     * Chooses, and takes what it chose from the shelf.
     *
     * @param network locations in the order of preference
     * @return the choices; units that no place has are not in them, and with {@link OutOfStock#REFUSE} one missing unit means
     *     that there are none
     */
    public static List<Choice> choose(List<Want> wants, List<UUID> network, Shelf shelf, OutOfStock policy) {
        for (UUID location : network) {
            Shelf trial = shelf.trial();
            List<Choice> all = takeAll(wants, location, trial);
            if (!all.isEmpty()) {
                take(all, shelf);
                return all;
            }
        }
        Shelf trial = shelf.trial();
        List<Choice> choices = new ArrayList<>();
        for (Want want : wants) {
            int missing = want.quantity();
            for (UUID location : network) {
                int units = Math.min(missing, possible(want, location, trial));
                if (units == 0) continue;
                Choice choice = new Choice(want, location, units);
                take(List.of(choice), trial);
                choices.add(choice);
                missing -= units;
            }
            if (missing > 0 && policy == OutOfStock.REFUSE) return List.of();
        }
        take(choices, shelf);
        return choices;
    }

    private static List<Choice> takeAll(List<Want> wants, UUID location, Shelf shelf) {
        List<Choice> choices = new ArrayList<>();
        for (Want want : wants) {
            if (possible(want, location, shelf) < want.quantity()) return List.of();
            Choice choice = new Choice(want, location, want.quantity());
            take(List.of(choice), shelf);
            choices.add(choice);
        }
        return choices;
    }

    private static int possible(Want want, UUID location, Shelf shelf) {
        int units = Integer.MAX_VALUE;
        for (Want.Leaf leaf : want.leaves())
            units = Math.min(units, shelf.free(new Place(leaf.sku(), location)) / leaf.perUnit());
        return want.leaves().isEmpty() ? 0 : units;
    }

    private static void take(List<Choice> choices, Shelf shelf) {
        for (Choice choice : choices)
            for (Want.Leaf leaf : choice.want().leaves())
                shelf.take(new Place(leaf.sku(), choice.location()), leaf.perUnit() * choice.units());
    }
}
