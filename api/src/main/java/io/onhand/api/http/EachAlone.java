package io.onhand.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Works off a batch whose items are decided alone: an item that breaks its constraints does not stop the others. */
public final class EachAlone {
    private EachAlone() {}

    /** Makes an item's result, told the item's place in the batch from 0. */
    @FunctionalInterface
    public interface Indexed<T, R> {
        R of(int index, T item);
    }

    /** Makes the result of an item that breaks its constraints. */
    @FunctionalInterface
    public interface Refused<T, R> {
        R of(int index, T item, Problem problem);
    }

    /**
     * The results of all items in their order.
     *
     * @param work decides the sound items together and gives their outcomes in the same order; not called when there is none
     */
    public static <T, O, R> List<R> results(
            List<T> items, Refused<T, R> refused, Function<List<T>, List<O>> work, Indexed<O, R> result) {
        List<R> results = new ArrayList<>(items.size());
        List<T> sound = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<InputError> errors = Checks.errors(items.get(i));
            if (errors.isEmpty()) {
                sound.add(items.get(i));
                places.add(i);
                results.add(null);
            } else {
                results.add(refused.of(i, items.get(i), Problem.of(errors)));
            }
        }
        List<O> outcomes = sound.isEmpty() ? List.of() : work.apply(sound);
        if (outcomes.size() != sound.size()) {
            throw new IllegalStateException(outcomes.size() + " outcomes for " + sound.size() + " items");
        }
        for (int i = 0; i < outcomes.size(); i++) {
            results.set(places.get(i), result.of(places.get(i), outcomes.get(i)));
        }
        return results;
    }
}
