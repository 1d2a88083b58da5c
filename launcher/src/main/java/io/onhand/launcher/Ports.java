package io.onhand.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The four TCP ports (1..65535) of a product on one machine.
 *
 * @param server portal, API and webhooks
 * @param keycloak identity
 * @param database PostgreSQL
 * @param sandbox the sandbox marketplace
 */
record Ports(int server, int keycloak, int database, int sandbox) {
    private static final String FILE = "ports.properties";

    /** The defaults, overridden by ONHAND_*PORT, overridden by options ({@code --port 8081} or {@code --port=8081}). */
    static Ports of(Map<String, String> options, Map<String, String> environment) {
        Ports ports = new Ports(
                port("--port", "ONHAND_PORT", 8080, options, environment),
                port("--keycloak-port", "ONHAND_KEYCLOAK_PORT", 8180, options, environment),
                port("--database-port", "ONHAND_DATABASE_PORT", 5433, options, environment),
                port("--sandbox-port", "ONHAND_SANDBOX_PORT", 8090, options, environment));
        ports.requireDistinct();
        return ports;
    }

    /** The port of one more server, {@code --port}. */
    static int ofNode(Map<String, String> options) {
        return port("--port", "ONHAND_NODE_PORT", 8081, options, Map.of());
    }

    private static int port(
            String option,
            String variable,
            int standard,
            Map<String, String> options,
            Map<String, String> environment) {
        String name = options.containsKey(option) ? option : variable;
        String value = options.getOrDefault(option, environment.get(variable));
        if (value == null || value.isBlank()) {
            return standard;
        }
        try {
            int port = Integer.parseInt(value.strip());
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new LaunchFailure(name + " must be a port from 1 to 65535, not '" + value + "'", e);
        }
        throw new LaunchFailure(name + " must be a port from 1 to 65535, not '" + value + "'");
    }

    private Map<String, Integer> named() {
        Map<String, Integer> named = new LinkedHashMap<>();
        named.put("--port", server);
        named.put("--keycloak-port", keycloak);
        named.put("--database-port", database);
        named.put("--sandbox-port", sandbox);
        return named;
    }

    private void requireDistinct() {
        if (List.copyOf(named().values()).stream().distinct().count() < named().size()) {
            throw new LaunchFailure("the four ports must differ: " + named());
        }
    }

    /** Fails with the first port that something else listens on, and the option that changes it. */
    void requireFree() {
        named().forEach((option, port) -> {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(port));
            } catch (IOException e) {
                throw new LaunchFailure("port " + port + " is taken; free it or choose another with " + option, e);
            }
        });
    }

    String publicUrl() {
        return "http://localhost:" + server;
    }

    String keycloakUrl() {
        return "http://localhost:" + keycloak;
    }

    String sandboxUrl() {
        return "http://127.0.0.1:" + sandbox;
    }

    String databaseUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + database() + "/" + database;
    }

    /** Leaves word for the other commands. */
    void remember(Home home) {
        Properties properties = new Properties();
        properties.setProperty("server", Integer.toString(server));
        properties.setProperty("keycloak", Integer.toString(keycloak));
        properties.setProperty("database", Integer.toString(database));
        properties.setProperty("sandbox", Integer.toString(sandbox));
        try (Writer writer = Files.newBufferedWriter(home.running().resolve(FILE), StandardCharsets.UTF_8)) {
            properties.store(writer, "Ports of the last run");
        } catch (IOException e) {
            throw new LaunchFailure("cannot write to " + home.running() + ": " + e.getMessage(), e);
        }
    }

    /** The ports of the last run. */
    static Ports last(Home home) {
        Path file = home.running().resolve(FILE);
        if (!Files.exists(file)) {
            throw new LaunchFailure("nothing runs here; start it with ./onhand run");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            List<Integer> values = new ArrayList<>();
            for (String key : List.of("server", "keycloak", "database", "sandbox")) {
                values.add(Integer.parseInt(properties.getProperty(key)));
            }
            return new Ports(values.get(0), values.get(1), values.get(2), values.get(3));
        } catch (IOException | NumberFormatException e) {
            throw new LaunchFailure("cannot read " + file + "; start anew with ./onhand run", e);
        }
    }
}
