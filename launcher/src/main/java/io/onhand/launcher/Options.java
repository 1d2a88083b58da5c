package io.onhand.launcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A command line taken apart.
 *
 * @param values {@code --name value} and {@code --name=value}
 * @param flags {@code --name} that take no value
 * @param words what is left
 */
record Options(Map<String, String> values, Set<String> flags, List<String> words) {
    private static final Set<String> VALUES = Set.of("--port", "--keycloak-port", "--database-port", "--sandbox-port");
    private static final Set<String> FLAGS = Set.of("--detach", "--fresh");

    static Options parse(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        Set<String> flags = new HashSet<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!argument.startsWith("--")) {
                words.add(argument);
            } else if (FLAGS.contains(argument)) {
                flags.add(argument);
            } else if (VALUES.contains(name) && equals >= 0) {
                values.put(name, argument.substring(equals + 1));
            } else if (VALUES.contains(name) && i + 1 < arguments.size()) {
                i++;
                values.put(name, arguments.get(i));
            } else {
                throw new LaunchFailure("unknown option or missing value: " + argument);
            }
        }
        return new Options(Map.copyOf(values), Set.copyOf(flags), List.copyOf(words));
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }
}
