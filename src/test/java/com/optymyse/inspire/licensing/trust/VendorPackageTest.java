package com.optymyse.inspire.licensing.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorPackageTest {

    private static final JvmOptions NONE = new JvmOptions(List.of());
    private static final JvmOptions REPLACING = new JvmOptions(List.of("-Xbootclasspath/a:/tmp/other"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"service.jar", "a service+1.jar"})
    void vendor_inTheOwnJar_read(String name) throws Exception {
        Path jar = jar(name, "the vendor's");

        URL vendor = of(jar, found(jar), NONE).vendor().orElseThrow();

        assertThat(text(vendor)).isEqualTo("the vendor's");
    }

    @Test
    void vendor_inTheOwnFolder_read() throws Exception {
        Path classes = classes("own", "the vendor's");

        URL vendor = of(classes, found(classes), NONE).vendor().orElseThrow();

        assertThat(text(vendor)).isEqualTo("the vendor's");
    }

    /**
     * As where {@code current} is a link to the folder of a version. Which of its names a class loader tells is its own
     * affair.
     */
    @Test
    void vendor_ownJarReachedByALink_isTheSame() throws Exception {
        Path jar = jar("service.jar", "the vendor's");
        Path link = Files.createSymbolicLink(folder.resolve("link.jar"), jar);

        assertThat(of(link, found(jar), NONE).vendor()).isPresent();
        assertThat(of(jar, found(link), NONE).vendor()).isPresent();
        assertThat(of(link, found(link, jar), NONE).vendor()).isPresent();
    }

    @Test
    void vendor_ownFolderReachedByALink_isTheSame() throws Exception {
        Path classes = classes("own", "the vendor's");
        Path link = Files.createSymbolicLink(folder.resolve("link"), classes);

        assertThat(of(link, found(classes), NONE).vendor()).isPresent();
        assertThat(of(classes, found(link), NONE).vendor()).isPresent();
    }

    @Test
    void vendor_linkToAnotherJar_refused() throws Exception {
        Path jar = jar("service.jar", "the vendor's");
        Path link = Files.createSymbolicLink(folder.resolve("link.jar"), jar("other.jar", "another's"));

        assertRefused(jar, found(jar, link), "link.jar!/META-INF");
    }

    @Test
    void vendor_packageWithout_none() throws Exception {
        Path jar = jar("service.jar", null);

        assertThat(of(jar, List.of(), REPLACING).vendor()).isEmpty();
    }

    @Test
    void vendor_secondFileInAFolder_refused() throws Exception {
        Path jar = jar("service.jar", "the vendor's");

        assertRefused(jar, found(classes("other", "another's"), jar), "/other/META-INF/licensing/vendor.properties");
    }

    @Test
    void vendor_secondFileInAJar_refused() throws Exception {
        Path jar = jar("service.jar", "the vendor's");

        assertRefused(jar, found(jar, jar("other.jar", "another's")), "other.jar!/META-INF");
    }

    @Test
    void vendor_fileBesideAPackageWithout_refused() throws Exception {
        Path jar = jar("service.jar", null);

        assertRefused(jar, found(classes("other", "another's")), "/other/");
    }

    @Test
    void vendor_fileInsideTheRuntime_refused() throws Exception {
        Path jar = jar("service.jar", "the vendor's");

        assertRefused(jar, List.of(URI.create("jrt:/java.base/" + VendorTrust.BUILT_IN)), "jrt:/java.base");
    }

    /** So it is when the boot class path has a copy of the whole package. */
    @Test
    void vendor_ownClassesOfUnknownOrigin_refused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> of(null, List.of(), NONE).vendor())
                .withMessageContaining("outside of its package");
    }

    @Test
    void vendor_optionThatReplacesClasses_refusedNamingIt() throws Exception {
        Path jar = jar("service.jar", "the vendor's");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> of(jar, found(jar), REPLACING).vendor())
                .withMessageStartingWith("The JVM was started with -Xbootclasspath/a:/tmp/other, ");
    }

    /** The text may reach a terminal, which obeys these characters. */
    @Test
    void vendor_optionWithControlCharacters_theyAreEscaped() throws Exception {
        Path jar = jar("service.jar", "the vendor's");
        JvmOptions erasing = new JvmOptions(List.of("--patch-module=a=\u001b[2K\r"));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> of(jar, found(jar), erasing).vendor())
                .withMessageStartingWith("The JVM was started with --patch-module=a=\\u001b[2K\\u000d, ");
    }

    @Test
    void vendor_secondFileWithControlCharactersInItsAddress_theyAreEscaped() throws Exception {
        Path jar = jar("service.jar", "the vendor's");

        assertRefused(jar, List.of(URI.create("jrt:/a\u202e/" + VendorTrust.BUILT_IN)), "jrt:/a\\u202e/META-INF");
    }

    @Test
    void ofThisProcess_hereInTests_hasNoVendor() {
        VendorPackage here = VendorPackage.ofThisProcess();

        assertThat(here.code()).isNotNull();
        assertThat(here.vendor()).isEmpty();
    }

    private static void assertRefused(Path code, List<URI> found, String where) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> of(code, found, NONE).vendor())
                .withMessageStartingWith(
                        "There is a second META-INF/licensing/vendor.properties on the class path, at ")
                .withMessageContaining(where);
    }

    private static VendorPackage of(@Nullable Path code, List<URI> found, JvmOptions options) {
        return new VendorPackage(code, found, options);
    }

    /** As a class loader finds them, which writes addresses in its own way. */
    private static List<URI> found(Path... places) throws Exception {
        List<URI> files = new ArrayList<>();
        for (Path place : places) {
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {place.toUri().toURL()}, null)) {
                files.add(loader.getResource(VendorTrust.BUILT_IN).toURI());
            }
        }
        return files;
    }

    private Path jar(String name, @Nullable String vendor) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream contents = new JarOutputStream(Files.newOutputStream(jar))) {
            contents.putNextEntry(new JarEntry(vendor == null ? "else" : VendorTrust.BUILT_IN));
            contents.write(String.valueOf(vendor).getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private Path classes(String name, String vendor) throws IOException {
        Path file = folder.resolve(name).resolve(VendorTrust.BUILT_IN);
        Files.createDirectories(file.getParent());
        Files.writeString(file, vendor);
        return folder.resolve(name);
    }

    private static String text(URL vendor) throws IOException {
        try (InputStream in = vendor.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
