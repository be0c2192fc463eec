package com.optymyse.inspire.licensing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Which package may know which, and where the strong tools (sessions, subscriptions, HTTP) may be used. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "com.optymyse.inspire.licensing";

    private static final String LICENSE = ROOT + ".license..";
    private static final String CERTIFICATE = ROOT + ".certificate..";
    private static final String INSTALLATION = ROOT + ".installation..";
    private static final String ACTIVATION = ROOT + ".activation..";
    private static final String ENTITLEMENT = ROOT + ".entitlement..";
    private static final String KEYGEN = ROOT + ".keygen..";
    private static final String POSTGRES = ROOT + ".postgres..";
    private static final String BACKGROUND = ROOT + ".background..";
    private static final String PROBLEM = ROOT + ".problem..";
    private static final String METRICS = ROOT + ".metrics..";
    private static final String PAGE = ROOT + ".page..";
    private static final String RUNTIME = ROOT + ".runtime..";
    private static final String COMMANDLINE = ROOT + ".commandline..";
    private static final String SANDBOX = ROOT + ".sandbox..";

    @ArchTest
    static final ArchRule everyClass_hasAPackageThatTheseRulesKnow = classes()
            .should()
            .resideInAnyPackage(
                    LICENSE,
                    CERTIFICATE,
                    INSTALLATION,
                    ACTIVATION,
                    ENTITLEMENT,
                    KEYGEN,
                    POSTGRES,
                    BACKGROUND,
                    PROBLEM,
                    METRICS,
                    PAGE,
                    RUNTIME,
                    COMMANDLINE,
                    SANDBOX);

    @ArchTest
    static final ArchRule license_isPlainJava = classes()
            .that()
            .resideInAPackage(LICENSE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(LICENSE, "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule certificate_isJavaWithCryptographyAndJackson = classes()
            .that()
            .resideInAPackage(CERTIFICATE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    CERTIFICATE,
                    LICENSE,
                    "java..",
                    "javax.crypto..",
                    "com.fasterxml.jackson.core..",
                    "com.fasterxml.jackson.databind..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule installation_importsInward = importsOfOurs(INSTALLATION, CERTIFICATE, LICENSE);

    @ArchTest
    static final ArchRule activation_importsInward = importsOfOurs(ACTIVATION, INSTALLATION, CERTIFICATE, LICENSE);

    @ArchTest
    static final ArchRule entitlement_importsInward = importsOfOurs(ENTITLEMENT, INSTALLATION, CERTIFICATE, LICENSE);

    @ArchTest
    static final ArchRule keygen_importsInward = importsOfOurs(KEYGEN, ACTIVATION, INSTALLATION, CERTIFICATE, LICENSE);

    @ArchTest
    static final ArchRule postgres_importsInward =
            importsOfOurs(POSTGRES, ACTIVATION, INSTALLATION, CERTIFICATE, LICENSE);

    @ArchTest
    static final ArchRule background_importsInward =
            importsOfOurs(BACKGROUND, ACTIVATION, INSTALLATION, CERTIFICATE, LICENSE);

    @ArchTest
    static final ArchRule problem_importsTheCodes = importsOfOurs(PROBLEM, LICENSE);

    @ArchTest
    static final ArchRule metrics_importsInward = importsOfOurs(METRICS, INSTALLATION, LICENSE);

    @ArchTest
    static final ArchRule metrics_isImportedByNothing = importers(METRICS);

    @ArchTest
    static final ArchRule page_importsTheContacts = importsOfOurs(PAGE, PROBLEM);

    @ArchTest
    static final ArchRule keygen_isImportedByRuntimeAlone = importers(KEYGEN, RUNTIME);

    @ArchTest
    static final ArchRule postgres_isImportedByWhatStartsIt = importers(POSTGRES, RUNTIME, COMMANDLINE);

    @ArchTest
    static final ArchRule background_isImportedByRuntimeAlone = importers(BACKGROUND, RUNTIME);

    @ArchTest
    static final ArchRule runtime_isImportedByTheCommandLineAlone = importers(RUNTIME, COMMANDLINE);

    @ArchTest
    static final ArchRule commandline_isImportedByNothing = importers(COMMANDLINE);

    @ArchTest
    static final ArchRule sandbox_importsNothingOfOurs = importsOfOurs(SANDBOX);

    @ArchTest
    static final ArchRule sandbox_isImportedByNothing = importers(SANDBOX);

    @ArchTest
    static final ArchRule persistence_staysInPostgres = noClasses()
            .that()
            .resideOutsideOfPackage(POSTGRES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.persistence..",
                    "jakarta.transaction..",
                    "org.hibernate",
                    "org.hibernate.annotations..",
                    "org.hibernate.reactive..",
                    "io.quarkus.hibernate.reactive..",
                    "io.quarkus.panache..",
                    "io.vertx.pgclient..",
                    "io.vertx.sqlclient..",
                    "io.vertx.mutiny.pgclient..",
                    "io.vertx.mutiny.sqlclient..");

    @ArchTest
    static final ArchRule restClients_stayInKeygen =
            noClasses().that().resideOutsideOfPackage(KEYGEN).should().beAnnotatedWith(RegisterRestClient.class);

    private static final DescribedPredicate<JavaClass> MAY_NAME_A_PATH =
            simpleNameEndingWith("Resource").or(resideInAPackage(KEYGEN).and(INTERFACES));

    @ArchTest
    static final ArchRule paths_areOnResourcesAlone =
            noClasses().that(not(MAY_NAME_A_PATH)).should().beAnnotatedWith(Path.class);

    @ArchTest
    static final ArchRule pathsOfMethods_areInResourcesAlone = noMethods()
            .that()
            .areDeclaredInClassesThat(not(MAY_NAME_A_PATH))
            .should()
            .beAnnotatedWith(Path.class);

    @ArchTest
    static final ArchRule nothing_waitsForAnAnswer = noClasses()
            .should()
            .accessTargetWhere(
                    targetOf(Uni.class, "await").or(targetOf(VertxContextSupport.class, "subscribeAndAwait.*")))
            .because("it would block the thread that everybody's requests share");

    @ArchTest
    static final ArchRule subscriptions_areMadeWhereSomethingRunsByItself = noClasses()
            .that()
            .resideOutsideOfPackages(BACKGROUND, POSTGRES, RUNTIME)
            .and()
            .doNotHaveSimpleName("CurrentInstallation")
            .should()
            .accessTargetWhere(targetOf(Uni.class, "subscribe.*").or(targetOf(Multi.class, "subscribe.*")))
            .because("a request's pipeline is subscribed to by Quarkus, and a second subscription would run it twice");

    @ArchTest
    static final ArchRule dependencies_areGivenToTheConstructor = noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(ConfigProperty.class)
            .orShould()
            .beAnnotatedWith(RestClient.class)
            .orShould()
            .beAnnotatedWith(Context.class);

    @ArchTest
    static final ArchRule packages_haveNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    /** Our packages are free to import libraries, and of our own only themselves and the given ones. */
    private static ArchRule importsOfOurs(String importer, String... imported) {
        return classes()
                .that()
                .resideInAPackage(importer)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..")
                        .or(resideInAPackage(importer))
                        .or(resideInAnyPackage(imported)));
    }

    private static ArchRule importers(String imported, String... importers) {
        return classes()
                .that()
                .resideInAPackage(imported)
                .should()
                .onlyHaveDependentClassesThat(resideInAPackage(imported).or(resideInAnyPackage(importers)));
    }

    private static DescribedPredicate<JavaAccess<?>> targetOf(Class<?> owner, String methodRegex) {
        return target(owner(assignableTo(owner))).and(target(nameMatching(methodRegex)));
    }
}
