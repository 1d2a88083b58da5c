package io.onhand.acceptance.bench;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * One number for each round.
 *
 * @param rounds in the order in which they were measured; at least one
 */
record Series(List<Double> rounds) {
    double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double min() {
        return rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double max() {
        return rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** Every round multiplied. */
    Series times(double factor) {
        return new Series(rounds.stream().map(value -> value * factor).toList());
    }

    /** Round by round: both were measured right after each other. */
    Series with(Series other, DoubleBinaryOperator operator) {
        return new Series(IntStream.range(0, rounds.size())
                .mapToObj(round -> operator.applyAsDouble(rounds.get(round), other.rounds.get(round)))
                .toList());
    }
}
