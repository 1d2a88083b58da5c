package io.onhand.acceptance.product;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a running product is reached. Addresses have no slash at their end.
 *
 * @param url portal, API and webhooks
 * @param keycloakUrl identity
 * @param sandboxUrl the sandbox marketplace
 * @param data the folder that its launcher writes to, when that is on this machine
 */
public record Installation(String url, String keycloakUrl, String sandboxUrl, Optional<Path> data) {
    /** System property with the address of the product; {@code onhand.keycloak.url} and {@code onhand.sandbox.url} go with it. */
    public static final String URL = "onhand.url";

    /** System property with the data folder of a running product. */
    public static final String DATA = "onhand.data";

    /**
     * The installation that the system properties name, by {@value #URL} or by {@value #DATA}.
     *
     * @throws NotThere if {@value #DATA} names a folder where nothing runs
     */
    public static Optional<Installation> named() {
        String url = System.getProperty(URL);
        Optional<Path> data = Optional.ofNullable(System.getProperty(DATA)).map(Path::of);
        if (url != null) {
            return Optional.of(new Installation(
                    url,
                    System.getProperty("onhand.keycloak.url", "http://localhost:8180"),
                    System.getProperty("onhand.sandbox.url", "http://127.0.0.1:8090"),
                    data));
        }
        return data.map(Installation::in);
    }

    /**
     * What a command works on: the installation that the system properties name, else the one whose data is in the folder
     * of the environment variable ONHAND_DATA, {@code .onhand} when it is not set.
     *
     * @throws NotThere if nothing runs there
     */
    public static Installation ofCommand() {
        return named().orElseGet(() -> in(Path.of(System.getenv().getOrDefault("ONHAND_DATA", ".onhand"))));
    }

    /**
     * The installation whose launcher keeps its data in a folder.
     *
     * @throws NotThere if nothing runs there
     */
    public static Installation in(Path data) {
        if (!Files.exists(data.resolve("run").resolve("ready"))) {
            throw new NotThere("nothing runs here; start it with ./onhand run");
        }
        Properties ports = ports(data);
        return new Installation(
                "http://localhost:" + ports.getProperty("server"),
                "http://localhost:" + ports.getProperty("keycloak"),
                "http://127.0.0.1:" + ports.getProperty("sandbox"),
                Optional.of(data));
    }

    /** The ports of the last run: {@code server}, {@code keycloak}, {@code database}, {@code sandbox}. */
    public static Properties ports(Path data) {
        Properties ports = new Properties();
        Path file = data.resolve("run").resolve("ports.properties");
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            ports.load(reader);
        } catch (IOException e) {
            throw new NotThere("cannot tell the ports of what runs here: " + e.getMessage(), e);
        }
        return ports;
    }

    /** Nothing runs where something should; the message says so in one line. */
    public static final class NotThere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotThere(String message) {
            super(message);
        }

        NotThere(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
