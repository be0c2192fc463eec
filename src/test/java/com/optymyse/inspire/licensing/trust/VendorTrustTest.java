package com.optymyse.inspire.licensing.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.optymyse.inspire.licensing.certificate.CertificateKind;
import com.optymyse.inspire.licensing.certificate.OfflineFiles;
import com.optymyse.inspire.licensing.certificate.SignatureAlgorithm;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.certificate.TrustAnchors.Origin;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorTrustTest {

    private static final String ED25519 = publicKey("Ed25519");
    private static final String RSA = publicKey("RSA");
    private static final String CONFIGURED_ACCOUNT = "0b7c6a52-6a3e-4b33-9d2c-94a3f0a1c5d7";
    private static final String CONFIGURED_PRODUCT = "f1d0b3a4-2c58-4a0e-8f57-7d3b0c9e6a21";
    private static final String ACCOUNT = "9a1b7fb1-6f84-4b0c-9b53-3a1d5f1c8d11";
    private static final String PRODUCT = "5c7b2b0f-4f5e-4c36-8a65-0d2c1ad0a4e2";

    @TempDir
    private Path vendorPackage;

    private List<String> profiles = List.of("prod");

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "licensing.vendor.keys", ED25519 + "," + RSA,
            "licensing.vendor.account", CONFIGURED_ACCOUNT,
            "licensing.vendor.product", CONFIGURED_PRODUCT));

    @Test
    void of_configured_readFromTheConfiguration() throws IOException {
        settings.put("licensing.vendor.algorithms", "ed25519, RSA-PSS-SHA256");
        settings.put("licensing.vendor.offline-kinds", "machine,license");

        TrustAnchors trust = trust();

        assertThat(trust.origin()).isEqualTo(Origin.CONFIGURED);
        assertThat(trust.account()).isEqualTo(CONFIGURED_ACCOUNT);
        assertThat(trust.product()).isEqualTo(CONFIGURED_PRODUCT);
        assertThat(trust.algorithms())
                .containsExactlyInAnyOrder(SignatureAlgorithm.ED25519, SignatureAlgorithm.RSA_PSS_SHA256);
        assertThat(trust.offlineKinds()).containsExactlyInAnyOrder(CertificateKind.MACHINE, CertificateKind.LICENSE);
        assertThat(trust.keys())
                .extracting(key -> key.algorithms().contains(SignatureAlgorithm.ED25519))
                .containsExactly(true, false);
    }

    @Test
    void of_rulesForLicenseFiles_readAndOffByDefault() throws IOException {
        assertThat(trust().offline()).isEqualTo(OfflineFiles.of(Set.of(CertificateKind.MACHINE)));

        settings.put("licensing.vendor.longest-offline-file", "P365D");
        settings.put("licensing.vendor.offline-listed-only", "true");

        assertThat(trust().offline())
                .isEqualTo(new OfflineFiles(Set.of(CertificateKind.MACHINE), Duration.ofDays(365), true));
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
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "licensing.vendor.algorithms, ed25591, \"has 'ed25591', which is none of ed25519, rsa-sha256, rsa-pss-sha256, ecdsa-p256.\"",
                "licensing.vendor.offline-kinds, machines, \"has 'machines', which is none of license, machine.\"",
                "licensing.vendor.account, inspire, \"is not a UUID but 'inspire': use the id, not the slug or the name.\"",
                "licensing.vendor.product, {9a1b7fb1-6f84-4b0c-9b53-3a1d5f1c8d11}, \"is not a UUID but '{9a1b\"",
                "licensing.vendor.keys, c2x1Zw==, is wrong: ",
                "licensing.vendor.longest-offline-file, PT1M, is wrong: It must be from one hour to 36525 days",
                "licensing.vendor.algorithms, ecdsa-p256, \"\"",
            })
    void of_settingNotWhatItShouldBe_refusedInOneSentenceNamingIt(String setting, String value, String why) {
        settings.put(setting, value);

        String named = why.isEmpty() ? "licensing.vendor.keys" : setting;
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::trust)
                .withMessageStartingWith(named + " ")
                .withMessageContaining(why)
                .withMessageEndingWith(".");
    }

    @Test
    void of_controlCharacterInAnId_escaped() {
        settings.put("licensing.vendor.account", "slug\u001b[2J");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::trust)
                .withMessageContaining("'slug\\u001b[2j'");
    }

    /** The server writes them in lower case, and a file is compared with them as it writes them. */
    @Test
    void of_idsInUpperCaseAndBetweenBlanks_asTheServerWritesThem() throws IOException {
        settings.put("licensing.vendor.account", " " + ACCOUNT.toUpperCase(Locale.ROOT) + " ");
        settings.put("licensing.vendor.product", PRODUCT.toUpperCase(Locale.ROOT));

        TrustAnchors trust = trust();

        assertThat(trust.account()).isEqualTo(ACCOUNT);
        assertThat(trust.product()).isEqualTo(PRODUCT);
    }

    @Test
    void of_builtInWithMisspeltSetting_refusedNamingIt() throws IOException {
        builtIn(
                "licensing.vendor.keys=" + ED25519,
                "licensing.vendor.account=" + ACCOUNT,
                "licensing.vendor.product=" + PRODUCT,
                "licensing.vendor.offline-kind=license");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::trust)
                .withMessageStartingWith("The file " + VendorTrust.BUILT_IN + " is wrong: ")
                .withMessageContaining("licensing.vendor.offline-kind");
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
                "licensing.vendor.account=" + ACCOUNT,
                "licensing.vendor.product=" + PRODUCT);

        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(this::trust);
    }

    @Test
    void of_builtIn_nothingOfTheConfigurationCounts() throws IOException {
        settings.put("licensing.vendor.algorithms", "ed25519,rsa-sha256");
        settings.put("licensing.vendor.offline-kinds", "machine,license");
        settings.put("licensing.vendor.longest-offline-file", "P36525D");
        settings.put("licensing.vendor.offline-listed-only", "false");
        builtIn(
                "licensing.vendor.keys=" + ED25519,
                "licensing.vendor.account=" + ACCOUNT,
                "licensing.vendor.product=" + PRODUCT,
                "licensing.vendor.longest-offline-file=365d",
                "licensing.vendor.offline-listed-only=true");

        TrustAnchors trust = trust();

        assertThat(trust.origin()).isEqualTo(Origin.BUILT_IN);
        assertThat(trust.keys()).hasSize(1);
        assertThat(trust.account()).isEqualTo(ACCOUNT);
        assertThat(trust.product()).isEqualTo(PRODUCT);
        assertThat(trust.algorithms()).containsExactly(SignatureAlgorithm.ED25519);
        assertThat(trust.offline())
                .isEqualTo(new OfflineFiles(Set.of(CertificateKind.MACHINE), Duration.ofDays(365), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"licensing.vendor.longest-offline-file=a year", "licensing.vendor.offline-listed-only=perhaps"})
    void of_builtInRuleNotUnderstood_refusedNamingIt(String line) throws IOException {
        builtIn(
                "licensing.vendor.keys=" + ED25519,
                "licensing.vendor.account=" + ACCOUNT,
                "licensing.vendor.product=" + PRODUCT,
                line);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::trust)
                .withMessageContaining(line.substring(0, line.indexOf('=')));
    }

    @Test
    void of_builtInWithoutProduct_notFilledFromTheConfiguration() throws IOException {
        builtIn("licensing.vendor.keys=" + ED25519, "licensing.vendor.account=" + ACCOUNT);

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
        TrustAnchors trust =
                VendorTrust.of(configured, new VendorPackage(vendorPackage, List.of(), new JvmOptions(List.of())));
        VendorTrust.requireVendor(trust, profiles);
        return trust;
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
