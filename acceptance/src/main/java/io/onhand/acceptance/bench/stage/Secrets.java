package io.onhand.acceptance.bench.stage;

import io.onhand.acceptance.product.Installation;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What the launcher wrote down about an installation on this machine. */
final class Secrets {
    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** Those of an installation whose data is on this machine. */
    static Secrets of(Installation installation) {
        return new Secrets(read(folder(installation).resolve("secrets.properties")));
    }

    /** The data folder of an installation. */
    static Path folder(Installation installation) {
        return installation
                .data()
                .orElseThrow(
                        () -> new IllegalStateException("the product must run on this machine, from ./onhand run"));
    }

    static Properties read(Path file) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            values.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file + ": " + e.getMessage(), e);
        }
        return values;
    }

    String superuserPassword() {
        return values.getProperty("database.superuser.password");
    }

    String operatorSecret() {
        return values.getProperty("client.onhand-operator.secret");
    }
}
