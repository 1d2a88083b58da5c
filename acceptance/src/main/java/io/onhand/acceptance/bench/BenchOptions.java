package io.onhand.acceptance.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What to measure and how.
 *
 * @param pace how long to measure
 * @param size how much data there is
 * @param json where to write the result as JSON; null for nowhere
 * @param charts the folder to draw charts in; null for none
 * @param scenarios names; none for all
 */
record BenchOptions(Pace pace, Size size, Path json, Path charts, List<String> scenarios) {
    static final String USAGE =
            "usage: bench [--quick | --check] [--json FILE] [--charts FOLDER] [--skus N] [--orders N] [--tenants N] [SCENARIO...]";

    /** @throws IllegalArgumentException if an option is unknown or lacks its value */
    static BenchOptions parse(List<String> arguments) {
        boolean check = arguments.contains("--check");
        boolean quick = arguments.contains("--quick");
        Pace pace = check ? Pace.check() : quick ? Pace.quick() : Pace.full();
        Size size = check ? Size.check() : quick ? Size.quick() : Size.full();
        Path json = null;
        Path charts = null;
        List<String> scenarios = new ArrayList<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.equals("--quick") || argument.equals("--check")) {
                continue;
            }
            if (!argument.startsWith("-")) {
                scenarios.add(argument);
                continue;
            }
            String value = rest.hasNext() ? rest.next() : "";
            switch (argument) {
                case "--json" -> json = file(argument, value);
                case "--charts" -> charts = file(argument, value);
                case "--skus" -> size = size.withSkus(number(argument, value));
                case "--orders" -> size = size.withLongHistory(number(argument, value));
                case "--tenants" -> size = size.withTenants(number(argument, value));
                default -> throw new IllegalArgumentException(argument + "; " + USAGE);
            }
        }
        return new BenchOptions(pace, size, json, charts, List.copyOf(scenarios));
    }

    private static Path file(String option, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a name; " + USAGE);
        }
        return Path.of(value);
    }

    private static int number(String option, String value) {
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(option + " needs a number, not " + value + "; " + USAGE);
        }
        return Integer.parseInt(value);
    }
}
