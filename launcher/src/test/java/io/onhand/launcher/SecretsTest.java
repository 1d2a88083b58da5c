package io.onhand.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void secretsAreMadeOnceAndReadableByTheirOwnerOnly() throws IOException {
        Home home = new Home(folder, folder.resolve("data"), folder.resolve("postgres"));
        home.create();

        String first = Secrets.of(home).get(Secrets.APP);

        assertThat(Secrets.of(home).get(Secrets.APP)).isEqualTo(first).hasSize(48);
        assertThat(Secrets.of(home).get(Secrets.KEYS)).matches("k1:[A-Za-z0-9+/]{43}=");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.data().resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }
}
