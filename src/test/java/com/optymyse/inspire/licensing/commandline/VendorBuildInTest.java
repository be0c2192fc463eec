package com.optymyse.inspire.licensing.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.trust.VendorTrust;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VendorBuildInTest {

    private static final String VENDOR = """
            licensing.vendor.keys=d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a
            licensing.vendor.account=9a1b7fb1-6f84-4b0c-9b53-3a1d5f1c8d11
            licensing.vendor.product=5c7b2b0f-4f5e-4c36-8a65-0d2c1ad0a4e2
            """;

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void packageWithoutVendor() throws IOException {
        jar = folder.resolve("package.jar");
        try (FileSystem contents = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Files.writeString(contents.getPath("other"), "stays");
        }
    }

    @Test
    void packageWithoutVendor_getsItBesideAllElse() throws IOException {
        Typed typed = buildIn(VENDOR);

        assertThat(typed.output()).contains("9a1b7fb1-6f84-4b0c-9b53-3a1d5f1c8d11");
        assertThat(typed.exitCode()).isZero();
        assertThat(inPackage(VendorTrust.BUILT_IN)).isEqualTo(VENDOR);
        assertThat(inPackage("other")).isEqualTo("stays");
    }

    @Test
    void packageWithVendor_isLeftAsItIs() throws IOException {
        buildIn(VENDOR);

        Typed typed = buildIn(VENDOR.replace("9a1b", "0000"));

        assertThat(typed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(typed.output()).contains("already");
        assertThat(inPackage(VendorTrust.BUILT_IN)).isEqualTo(VENDOR);
    }

    @Test
    void vendorWithoutProduct_isRefusedByName() throws IOException {
        Typed typed = buildIn(VENDOR.replaceAll("(?m)^licensing.vendor.product.*$", ""));

        assertThat(typed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(typed.output()).contains("licensing.vendor.product is not set");
    }

    @Test
    void vendorWithAMistypedKey_isRefused() throws IOException {
        Typed typed = buildIn(VENDOR.replace("d75a98", "d75a9"));

        assertThat(typed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(typed.output()).startsWith("Failed: ");
    }

    @Test
    void package_thatIsNotThere_isNamed() {
        Typed typed = Typed.command(
                Map.of(),
                Clock.systemUTC(),
                "",
                "vendor",
                "build-in",
                folder.resolve("no.jar").toString(),
                "any");

        assertThat(typed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(typed.output()).contains("no.jar");
    }

    private Typed buildIn(String vendor) throws IOException {
        Path file = Files.writeString(folder.resolve("vendor.properties"), vendor);
        return Typed.command(Map.of(), Clock.systemUTC(), "", "vendor", "build-in", jar.toString(), file.toString());
    }

    private String inPackage(String name) throws IOException {
        try (FileSystem contents = FileSystems.newFileSystem(jar)) {
            return Files.readString(contents.getPath(name));
        }
    }
}
