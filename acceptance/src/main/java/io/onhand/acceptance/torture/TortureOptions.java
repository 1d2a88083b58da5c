package io.onhand.acceptance.torture;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The command line of the torture.
 *
 * @param minutes how long the load lasts, 1 to 1440
 * @param seed what decides the schedule
 * @param faults names of faults or of groups of them; null for all
 */
record TortureOptions(int minutes, long seed, List<String> faults) {
    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_SEED = 1_000_000;

    /** @throws IllegalArgumentException with a line for the person who typed it */
    static TortureOptions parse(List<String> arguments) {
        int minutes = 5;
        long seed = ThreadLocalRandom.current().nextInt(1, MOST_SEED);
        List<String> faults = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!List.of("--minutes", "--seed", "--faults").contains(name)) {
                throw new IllegalArgumentException("unknown option: " + argument);
            }
            if (equals < 0 && ++i == arguments.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            String value = equals < 0 ? arguments.get(i) : argument.substring(equals + 1);
            switch (name) {
                case "--minutes" -> minutes = (int) number(name, value, 1, MOST_MINUTES);
                case "--seed" -> seed = number(name, value, 0, Integer.MAX_VALUE);
                default ->
                    faults = Arrays.stream(value.split(",")).map(String::strip).toList();
            }
        }
        return new TortureOptions(minutes, seed, faults);
    }

    /** Whether the disk of the database may be filled. */
    boolean mayFill() {
        return faults == null || faults.stream().anyMatch(name -> name.equals("all") || "disk-full".startsWith(name));
    }

    private static long number(String name, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number, not " + value, e);
        }
        throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", not " + value);
    }
}
