package io.onhand.acceptance.torture.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.world.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A check that cannot fail is none: each is shown a world that is spoilt in its own way. */
class AuditorTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path logs;

    private final SoundWorld world = new SoundWorld();
    private Connection connection;
    private Auditor auditor;

    @BeforeEach
    void openASoundWorld() throws SQLException {
        connection = TestDatabase.get().superuser();
        connection.setAutoCommit(false);
        world.write(connection);
        auditor = new Auditor(() -> TestDatabase.get().superuser(), world.claims(), world, logs, List.of(SECRET));
    }

    @AfterEach
    void forgetIt() throws SQLException {
        connection.rollback();
        connection.close();
    }

    static List<Sabotage> sabotages() {
        return Sabotage.all();
    }

    @Test
    void nothingIsFoundInASoundWorld() throws SQLException {
        assertThat(audit()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sabotages")
    void everySabotageIsFound(Sabotage sabotage) throws SQLException {
        spoil(sabotage);

        assertThat(audit()).extracting(Violation::check).contains(sabotage.check());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password is " + SECRET,
                "Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzb21lYm9keSJ9.c2ln",
                "got sbx_0123456789abcdef"
            })
    void aSecretInALogIsFound(String line) throws SQLException, IOException {
        Files.writeString(logs.resolve("server.log"), "all is well\n");
        assertThat(audit()).isEmpty();

        Files.writeString(logs.resolve("server.log"), "all is well\n" + line + "\n");

        assertThat(audit()).extracting(Violation::check).containsExactly("no-secret-in-logs");
    }

    @Test
    void anAnswerThatSomethingIsWrongWithTheProductIsFound() throws SQLException, IOException {
        Files.writeString(logs.resolve("server.log"), """
                all is well
                Unexpected failure, reference 0b5cc4a1-4d3a-4a53-8b5a-0f6a1f0d7f11
                java.lang.IllegalStateException: A hold is gone
                """);

        assertThat(audit()).singleElement().satisfies(violation -> {
            assertThat(violation.check()).isEqualTo("no-unexpected-failure");
            assertThat(violation.toString()).contains("A hold is gone");
        });
    }

    @Test
    void everyCheckHasASabotage() {
        Set<String> spoilt = new TreeSet<>(Stream.concat(
                        Sabotage.all().stream().map(Sabotage::check),
                        Stream.of("no-secret-in-logs", "no-unexpected-failure"))
                .toList());

        assertThat(spoilt).isEqualTo(new TreeSet<>(auditor.checks()));
    }

    /** Foreign keys and triggers are off, as the very point is to write what they forbid. */
    private void spoil(Sabotage sabotage) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(SoundWorld.ids(sabotage.sql()));
        }
        sabotage.records().accept(world);
    }

    private List<Violation> audit() throws SQLException {
        return auditor.audit(
                Check.Moment.QUIET, new Evidence(connection, world.claims().snapshot(), world));
    }
}
