package com.optymyse.inspire.licensing.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.optymyse.inspire.licensing.certificate.CertificateKind;
import com.optymyse.inspire.licensing.certificate.SignatureAlgorithm;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.certificate.TrustAnchors.Origin;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorTrustTest {

    private static final String ED25519 = publicKey("Ed25519");
    private static final String RSA = publicKey("RSA");

    @TempDir
    private Path vendorPackage;

    private List<String> profiles = List.of("prod");

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "licensing.vendor.keys", ED25519 + "," + RSA,
            "licensing.vendor.account", "configured-account",
            "licensing.vendor.product", "configured-product"));

    @Test
    void of_configured_readFromTheConfiguration() throws IOException {
        settings.put("licensing.vendor.algorithms", "ed25519, RSA-PSS-SHA256");
        settings.put("licensing.vendor.offline-kinds", "machine,license");

        TrustAnchors trust = trust();

        assertThat(trust.origin()).isEqualTo(Origin.CONFIGURED);
        assertThat(trust.account()).isEqualTo("configured-account");
        assertThat(trust.product()).isEqualTo("configured-product");
        assertThat(trust.algorithms())
                .containsExactlyInAnyOrder(SignatureAlgorithm.ED25519, SignatureAlgorithm.RSA_PSS_SHA256);
        assertThat(trust.offlineKinds()).containsExactlyInAnyOrder(CertificateKind.MACHINE, CertificateKind.LICENSE);
        assertThat(trust.keys())
                .extracting(key -> key.algorithms().contains(SignatureAlgorithm.ED25519))
                .containsExactly(true, false);
    }

    @Test
    void of_onlyWhatIsRequired_narrowestDefaults() throws IOException {
        TrustAnchors trust = trust();

        assertThat(trust.algorithms()).containsExactly(SignatureAlgorithm.ED25519);
        assertThat(trust.offlineKinds()).containsExactly(CertificateKind.MACHINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"licensing.vendor.keys", "licensing.vendor.account", "licensing.vendor.product"})
    void of_requiredSettingMissing_refusedNamingIt(String setting) {
        settings.remove(setting);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::trust)
                .withMessageStartingWith(setting + " is not set: ")
                .withMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"licensing.vendor.keys", "licensing.vendor.account", "licensing.vendor.product"})
    void of_requiredSettingEmpty_refusedNamingIt(String setting) {
        settings.put(setting, "");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::trust)
                .withMessageStartingWith(setting + " is not set: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"licensing.vendor.algorithms", "licensing.vendor.offline-kinds"})
    void of_unknownName_refused(String setting) {
        settings.put(setting, "none");

        assertThatIllegalArgumentException().isThrownBy(this::trust);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa2048", "ecdsa-p256"})
    void of_keyOfTheSandbox_refusedInProductionInOneSentence(String key) throws IOException {
        settings.put("licensing.vendor.keys", ED25519 + "," + sandboxKey(key));
        settings.put("licensing.vendor.algorithms", "ed25519,rsa-sha256,ecdsa-p256");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::trust)
                .withMessageStartingWith("licensing.vendor.keys has a key of the sandbox")
                .withMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test"})
    void of_keyOfTheSandboxInDevelopment_counts(String profile) throws IOException {
        settings.put("licensing.vendor.keys", sandboxKey("ed25519"));
        profiles = List.of(profile);

        assertThat(trust().keys()).hasSize(1);
    }

    @Test
    void of_builtInKeyOfTheSandbox_refused() throws IOException {
        builtIn(
                "licensing.vendor.keys=" + sandboxKey("ed25519"),
                "licensing.vendor.account=own",
                "licensing.vendor.product=own-too");

        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(this::trust);
    }

    @Test
    void of_builtIn_nothingOfTheConfigurationCounts() throws IOException {
        settings.put("licensing.vendor.algorithms", "ed25519,rsa-sha256");
        settings.put("licensing.vendor.offline-kinds", "machine,license");
        builtIn("licensing.vendor.keys=" + ED25519, "licensing.vendor.account=own", "licensing.vendor.product=own-too");

        TrustAnchors trust = trust();

        assertThat(trust.origin()).isEqualTo(Origin.BUILT_IN);
        assertThat(trust.keys()).hasSize(1);
        assertThat(trust.account()).isEqualTo("own");
        assertThat(trust.product()).isEqualTo("own-too");
        assertThat(trust.algorithms()).containsExactly(SignatureAlgorithm.ED25519);
        assertThat(trust.offlineKinds()).containsExactly(CertificateKind.MACHINE);
    }

    @Test
    void of_builtInWithoutProduct_notFilledFromTheConfiguration() throws IOException {
        builtIn("licensing.vendor.keys=" + ED25519, "licensing.vendor.account=own");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::trust)
                .withMessageStartingWith("licensing.vendor.product ");
    }

    private TrustAnchors trust() throws IOException {
        VendorConfig configured = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withMapping(VendorConfig.class)
                .build()
                .getConfigMapping(VendorConfig.class);
        URL[] classPath = {vendorPackage.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classPath, null)) {
            TrustAnchors trust = VendorTrust.of(configured, loader);
            VendorTrust.requireVendor(trust, profiles);
            return trust;
        }
    }

    private void builtIn(String... lines) throws IOException {
        Path file = vendorPackage.resolve(VendorTrust.BUILT_IN);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines));
    }

    private static String sandboxKey(String name) throws IOException {
        try (InputStream pem = VendorTrustTest.class.getResourceAsStream("/sandbox/keys/" + name + ".public.pem")) {
            return new String(pem.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("-----.*-----|\\s", "");
        }
    }

    private static String publicKey(String algorithm) {
        try {
            byte[] key = KeyPairGenerator.getInstance(algorithm)
                    .generateKeyPair()
                    .getPublic()
                    .getEncoded();
            return Base64.getEncoder().encodeToString(key);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has " + algorithm + ".", impossible);
        }
    }
}
