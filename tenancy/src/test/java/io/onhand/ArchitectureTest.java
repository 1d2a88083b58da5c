package io.onhand;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** The walls of the house. */
@AnalyzeClasses(packages = "io.onhand", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FEATURES_DEPEND_ONE_WAY = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("flow")
            .definedBy("io.onhand.flow..")
            .layer("imports")
            .definedBy("io.onhand.imports..")
            .layer("publication")
            .definedBy("io.onhand.publication..")
            .layer("order")
            .definedBy("io.onhand.order..")
            .layer("sourcing")
            .definedBy("io.onhand.sourcing..")
            .layer("stock")
            .definedBy("io.onhand.stock..")
            .layer("channel")
            .definedBy("io.onhand.channel..")
            .layer("location")
            .definedBy("io.onhand.location..")
            .layer("catalog")
            .definedBy("io.onhand.catalog..")
            .whereLayer("flow")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("imports")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("publication")
            .mayOnlyBeAccessedByLayers("flow")
            .whereLayer("order")
            .mayOnlyBeAccessedByLayers("flow", "imports")
            .whereLayer("sourcing")
            .mayOnlyBeAccessedByLayers("order")
            .whereLayer("stock")
            .mayOnlyBeAccessedByLayers("sourcing", "order", "publication", "imports")
            .whereLayer("channel")
            .mayOnlyBeAccessedByLayers("stock", "order", "publication", "imports", "flow")
            .whereLayer("catalog")
            .mayOnlyBeAccessedByLayers("channel", "stock");

    @ArchTest
    static final ArchRule NO_FEATURE_KNOWS_ITSELF_THROUGH_ANOTHER =
            slices().matching("io.onhand.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule MESSAGES_DEPEND_ON_NOTHING = classes()
            .that()
            .resideInAPackage("io.onhand.canonical..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.onhand.canonical..", "java..");

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_TRANSPORT = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "com.vaadin..", "org.apache.camel..");

    @ArchTest
    static final ArchRule SOURCING_DECIDES_WITHOUT_A_DATABASE = noClasses()
            .that()
            .resideInAPackage("io.onhand.sourcing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.onhand.tenant..", "java.sql..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule CONNECTIONS_ARE_OPENED_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("io.onhand.tenant..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.Connection");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("io.onhand.tenant..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
