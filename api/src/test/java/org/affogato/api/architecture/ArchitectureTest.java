package org.affogato.api.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The directions of docs/architecture.md: a star of modules, and in the engine each package above those it uses. */
class ArchitectureTest {
    private static final String ENGINE = "org.affogato.engine";
    /** Lowest first; a package may use those before it. */
    private static final List<String> ORDER = List.of(
            "error",
            "meta",
            "document",
            "spi",
            "fieldtype",
            "db",
            "registry",
            "permission",
            "query",
            "naming",
            "lifecycle",
            "install",
            "embedded");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.affogato");

    @TestFactory
    Stream<DynamicTest> enginePackagesUseLowerOnesOnly() {
        return ORDER.stream().map(name -> DynamicTest.dynamicTest(name, () -> checkPackage(name)));
    }

    private static void checkPackage(String name) {
        String[] higher = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
                .map(other -> ENGINE + "." + other + "..")
                .toArray(String[]::new);
        String own = ENGINE + "." + name + "..";
        if (higher.length > 0) {
            noClasses()
                    .that()
                    .resideInAPackage(own)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(higher)
                    .check(CLASSES);
        }
        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ENGINE)
                .check(CLASSES);
    }

    @Test
    void appsKnowTheSpiOnly() {
        String[] closed = Stream.of(
                        "fieldtype",
                        "db",
                        "registry",
                        "permission",
                        "query",
                        "naming",
                        "lifecycle",
                        "install",
                        "embedded")
                .map(name -> ENGINE + "." + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("org.affogato.doctypes..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(closed)
                .check(CLASSES);
    }

    @Test
    void modulesMeetAtTheEngineOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.affogato.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.affogato.doctypes..", "org.affogato.jobs..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("org.affogato.doctypes..", "org.affogato.jobs..", ENGINE + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.affogato.api..")
                .check(CLASSES);
    }

    @Test
    void theEngineKnowsNoWeb() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..", "io.quarkus..")
                .check(CLASSES);
    }

    @Test
    void stateTravelsInTheContextNotInThreads() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ThreadLocal.class)
                .check(CLASSES);
    }

    @Test
    void packagesOfTheEngineHaveNoCycles() {
        slices().matching(ENGINE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
