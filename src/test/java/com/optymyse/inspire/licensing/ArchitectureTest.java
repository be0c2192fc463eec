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
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
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
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Which package may know which, and where the strong tools (sessions, subscriptions, HTTP) may be used. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "com.optymyse.inspire.licensing";

    /** Each package with those of ours that it imports; what its package-info says is the same. */
    static final Map<String, Set<String>> IMPORTS = Map.ofEntries(
            entry("license", Set.of()),
            entry("incident", Set.of()),
            entry("proxy", Set.of()),
            entry("certificate", Set.of("license")),
            entry("audit", Set.of("license")),
            entry("licensingserver", Set.of("license")),
            entry("problem", Set.of("license")),
            entry("logging", Set.of("incident", "license")),
            entry("installation", Set.of("audit", "incident", "certificate", "license")),
            entry(
                    "activation",
                    Set.of("licensingserver", "installation", "audit", "incident", "certificate", "license")),
            entry("admin", Set.of("activation", "audit", "installation", "certificate", "license")),
            entry("entitlement", Set.of("installation", "license")),
            entry("keygen", Set.of("licensingserver", "proxy", "incident", "certificate", "license")),
            entry("postgres", Set.of("installation", "audit", "incident", "license")),
            entry("http", Set.of("problem", "audit", "license")),
            entry(
                    "security",
                    Set.of("problem", "entitlement", "proxy", "logging", "incident", "certificate", "license")),
            entry("trust", Set.of("installation", "certificate", "license")),
            entry("openapi", Set.of("problem", "installation", "licensingserver", "audit", "license")),
            entry("metrics", Set.of("installation", "audit", "license")),
            entry("page", Set.of("license")),
            entry(
                    "background",
                    Set.of(
                            "activation",
                            "licensingserver",
                            "installation",
                            "security",
                            "audit",
                            "incident",
                            "license")),
            entry(
                    "runtime",
                    Set.of("trust", "security", "problem", "installation", "incident", "certificate", "license")),
            entry(
                    "commandline",
                    Set.of(
                            "runtime",
                            "trust",
                            "postgres",
                            "activation",
                            "installation",
                            "audit",
                            "certificate",
                            "license")),
            entry("sandbox", Set.of("sandbox.api", "sandbox.control", "sandbox.state", "sandbox.signing")),
            entry("sandbox.api", Set.of("sandbox.state", "sandbox.signing")),
            entry("sandbox.control", Set.of("sandbox.api", "sandbox.state", "sandbox.signing")),
            entry("sandbox.database", Set.of()),
            entry("sandbox.state", Set.of()),
            entry("sandbox.signing", Set.of()));

    private static final String LICENSE = ROOT + ".license";
    private static final String CERTIFICATE = ROOT + ".certificate";
    private static final String KEYGEN = ROOT + ".keygen";
    private static final String POSTGRES = ROOT + ".postgres";
    private static final String BACKGROUND = ROOT + ".background";

    @ArchTest
    static void everyClass_importsOfOursWhatItsPackageMay(JavaClasses all) {
        IMPORTS.forEach((importer, imported) -> classes()
                .that()
                .resideInAPackage(ROOT + "." + importer)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..")
                        .or(resideInAPackage(ROOT + "." + importer))
                        .or(resideInAnyPackage(
                                imported.stream().map(name -> ROOT + "." + name).toArray(String[]::new))))
                .check(all));
    }

    @ArchTest
    static final ArchRule everyClass_hasAPackageThatTheseRulesKnow = classes()
            .should()
            .resideInAnyPackage(
                    IMPORTS.keySet().stream().map(name -> ROOT + "." + name).toArray(String[]::new));

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
            .resideOutsideOfPackages(BACKGROUND, POSTGRES)
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
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    private static DescribedPredicate<JavaAccess<?>> targetOf(Class<?> owner, String methodRegex) {
        return target(owner(assignableTo(owner))).and(target(nameMatching(methodRegex)));
    }
}
