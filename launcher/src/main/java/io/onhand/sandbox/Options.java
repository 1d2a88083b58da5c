package io.onhand.sandbox;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * How the marketplace is started.
 *
 * @param bind address to listen on
 * @param port 0 to 65,535; 0 picks a free one
 * @param data the journal's file; null to keep everything in memory only
 */
record Options(String bind, int port, Path data) {
    static final String USAGE = "Usage: Sandbox [--port 8090] [--bind 127.0.0.1] [--data FILE]";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with words for the person who typed it
     */
    static Options parse(String... args) {
        Options options = new Options("127.0.0.1", 8090, null);
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value. " + USAGE);
            }
            options = options.with(args[i], args[i + 1]);
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--port" -> new Options(bind, port(value), data);
            case "--bind" -> new Options(value, port, data);
            case "--data" -> new Options(bind, port, path(value));
            default -> throw new IllegalArgumentException("Unknown option " + name + ". " + USAGE);
        };
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port must be a number from 0 to 65535, not " + value, e);
        }
        throw new IllegalArgumentException("--port must be a number from 0 to 65535, not " + value);
    }

    private static Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("--data must be the path of a file, not " + value, e);
        }
    }
}
