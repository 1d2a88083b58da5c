package io.onhand.acceptance.hostile;

import java.util.List;

/**
 * What {@code ./onhand hostile} was asked for.
 *
 * @param requests how many, 1 to 10,000,000
 * @param seed of the series
 */
record Options(int requests, long seed) {
    static final int REQUESTS = 20_000;
    private static final int MOST = 10_000_000;

    /** @throws IllegalArgumentException whose message tells what cannot be understood */
    static Options of(List<String> arguments) {
        int requests = REQUESTS;
        long seed = 1;
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            switch (name) {
                case "--requests" -> requests = (int) number(name, value, 1, MOST);
                case "--seed" -> seed = number(name, value, Long.MIN_VALUE, Long.MAX_VALUE);
                default -> throw new IllegalArgumentException("unknown option: " + name);
            }
        }
        return new Options(requests, seed);
    }

    private static long number(String name, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " takes a whole number, not '" + value + "'", e);
        }
        throw new IllegalArgumentException(name + " takes " + least + " to " + most);
    }
}
