package io.onhand.acceptance.demo;

import java.util.List;

/** The command line of the demo. */
record DemoOptions(List<Way> ways, boolean json) {
    static DemoOptions parse(List<String> arguments) {
        List<Way> ways = List.of(Way.WEBHOOK);
        boolean json = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--json")) {
                json = true;
            } else if (argument.startsWith("--by=")) {
                ways = Way.named(argument.substring("--by=".length()));
            } else if (argument.equals("--by") && i + 1 < arguments.size()) {
                i++;
                ways = Way.named(arguments.get(i));
            } else {
                throw new DemoFailure("unknown option: " + argument);
            }
            if (ways.isEmpty()) {
                throw new DemoFailure("--by takes webhook, api, file or all");
            }
        }
        return new DemoOptions(ways, json);
    }
}
