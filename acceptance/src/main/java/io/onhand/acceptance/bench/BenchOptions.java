package io.onhand.acceptance.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What to measure and how.
 *
 * @param quick shorter, less exact
 * @param json where to write the result as JSON; null for nowhere
 * @param skus over how many SKUs to spread
 * @param scenarios names; none for all
 */
record BenchOptions(boolean quick, Path json, int skus, List<String> scenarios) {
    static final String USAGE = "usage: bench [--quick] [--json FILE] [--skus N] [SCENARIO...]";

    private static final int SKUS = 100_000;
    private static final int QUICK_SKUS = 10_000;

    /** @throws IllegalArgumentException if an option is unknown or lacks its value */
    static BenchOptions parse(List<String> arguments) {
        boolean quick = false;
        Path json = null;
        int skus = 0;
        List<String> scenarios = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean more = i + 1 < arguments.size();
            if (argument.equals("--quick")) {
                quick = true;
            } else if (argument.equals("--json") && more) {
                json = Path.of(arguments.get(++i));
            } else if (argument.equals("--skus") && more) {
                skus = Integer.parseInt(arguments.get(++i));
            } else if (!argument.startsWith("-")) {
                scenarios.add(argument);
            } else {
                throw new IllegalArgumentException(argument + "; " + USAGE);
            }
        }
        int wanted = skus > 0 ? skus : quick ? QUICK_SKUS : SKUS;
        return new BenchOptions(quick, json, wanted, List.copyOf(scenarios));
    }

    Pace pace() {
        return quick ? Pace.quick() : Pace.full();
    }
}
