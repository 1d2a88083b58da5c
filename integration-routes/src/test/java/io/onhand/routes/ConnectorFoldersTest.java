package io.onhand.routes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A connector is one folder: with words for people, held to the contract, and knowing nothing but the engine. */
class ConnectorFoldersTest {
    private static final Path MAIN = Path.of("src/main/java/io/onhand/routes/connector");
    private static final Path TEST = Path.of("src/test/java/io/onhand/routes/connector");

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void everyConnectorHasAReadmeAndATestThatHoldsItToTheContract() throws IOException {
        List<Path> folders = list(MAIN).filter(Files::isDirectory).toList();
        assertThat(folders).isNotEmpty();
        for (Path folder : folders) {
            String name = folder.getFileName().toString();
            assertThat(folder.resolve("README.md"))
                    .as("README.md of connector %s", name)
                    .isNotEmptyFile();
            assertThat(list(TEST.resolve(name))
                            .filter(file -> file.toString().endsWith("ConnectorTest.java"))
                            .anyMatch(ConnectorFoldersTest::isHeldToTheContract))
                    .as("connector %s has a test that extends ConnectorContract", name)
                    .isTrue();
        }
    }

    @Test
    void aConnectorKnowsTheEngineAndNoFeatureOfTheCore() {
        noClasses()
                .that()
                .resideInAPackage("io.onhand.routes.connector..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.onhand.tenant..",
                        "io.onhand.catalog..",
                        "io.onhand.location..",
                        "io.onhand.stock..",
                        "io.onhand.sourcing..",
                        "io.onhand.order..",
                        "io.onhand.relay..")
                .check(CLASSES);
    }

    @Test
    void connectorsDoNotKnowEachOtherNorTheEngineThem() {
        slices().matching("io.onhand.routes.connector.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.onhand.routes.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.onhand.routes.connector..")
                .check(CLASSES);
    }

    private static boolean isHeldToTheContract(Path test) {
        try {
            return Files.readString(test).contains("extends ConnectorContract");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        }
    }
}
