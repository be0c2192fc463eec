package com.optymyse.inspire.licensing.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at license files as an operator does who has nothing but the package, the file and the key. */
class FileVerifyTest {

    private static final Instant WHILE_IT_COUNTS = TestVendor.ISSUED.plusSeconds(60);

    @TempDir
    Path folder;

    @Test
    void fileVerify_goodMachineFile_saysEverythingAndIsGood() throws IOException {
        Path file = write(TestFile.machine().text());

        Typed typed = verify(WHILE_IT_COUNTS, TestVendor.KEY.value(), file.toString(), TestVendor.FINGERPRINT);

        assertThat(typed.exitCode()).isZero();
        assertThat(typed.output())
                .contains(
                        "machine file",
                        "2026-11-01T10:00:00Z",
                        "2026-11-15T10:00:00Z",
                        TestVendor.FINGERPRINT,
                        "Enterprise",
                        "2027-06-30T00:00:00Z",
                        "500",
                        "unlimited",
                        "SSO_SAML (SAML/OIDC single sign-on)",
                        "Valid: it can be activated now.")
                .doesNotContain(TestVendor.KEY.value());
    }

    /** Whoever signs files may be taken in, too; and a refusal may repeat what is in a file that nobody signed. */
    @Test
    void fileVerify_controlCharactersInIt_doNotReachTheTerminal() throws IOException {
        Path file = write(TestFile.machine()
                .with(document ->
                        ((ObjectNode) document.at("/included/0/attributes")).put("name", "Good\u001b[2J\r\nName"))
                .text());

        Typed typed = verify(WHILE_IT_COUNTS, TestVendor.KEY.value(), file.toString(), TestVendor.FINGERPRINT);
        Typed absent = verify(WHILE_IT_COUNTS, TestVendor.KEY.value(), "no\u001b[2Jfile");

        assertThat(typed.output()).contains("Good\\u001b[2J\\u000d\\u000aName").doesNotContain("\u001b");
        assertThat(absent.output())
                .contains("There is no file no\\u001b[2Jfile.")
                .doesNotContain("\u001b");
    }

    @Test
    void fileVerify_licenseFile_needsNoFingerprint() throws IOException {
        Path file = write(TestFile.license().text());

        Typed typed = verify(WHILE_IT_COUNTS, TestVendor.KEY.value(), file.toString());

        assertThat(typed.exitCode()).as(typed.output()).isZero();
        assertThat(typed.output()).contains("license file").containsPattern("state +usable");
    }

    @Test
    void fileVerify_licenseFileAndAnotherKey_lacksNoFingerprint() throws IOException {
        Path file = write(TestFile.license().text());

        Typed typed = verify(WHILE_IT_COUNTS, "ANOTHER-KEY", file.toString());

        assertThat(typed.exitCode()).isEqualTo(12);
        assertThat(typed.output()).doesNotContain("fingerprint is missing");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-01T09:00:00Z, 19, clock-set-back", "2026-11-15T10:00:00Z, 15, license-file-expired"})
    void fileVerify_atAnotherTime_saysEverythingAndWhyNot(Instant now, int exitCode, String code) throws IOException {
        Path file = write(TestFile.machine().text());

        Typed typed = verify(now, TestVendor.KEY.value(), file.toString(), TestVendor.FINGERPRINT);

        assertThat(typed.exitCode()).isEqualTo(exitCode);
        assertThat(typed.output()).contains("Enterprise", "Not valid: " + code + ".");
    }

    @Test
    void fileVerify_withoutOfflineLicensing_isNotEntitled() throws IOException {
        Path file = write(TestFile.machine()
                .with(document -> document.withArray("/included").remove(2))
                .text());

        Typed typed = verify(WHILE_IT_COUNTS, TestVendor.KEY.value(), file.toString(), TestVendor.FINGERPRINT);

        assertThat(typed.exitCode()).isEqualTo(20);
        assertThat(typed.output()).contains("Not valid: offline-not-entitled.");
    }

    /** It is refused for the code that is missing, and both are named. */
    @Test
    void fileVerify_codeNearlyOfflineLicensing_namesBothAndIsNotEntitled() throws IOException {
        Path file = write(TestFile.machine()
                .with(document -> ((ObjectNode) document.at("/included/2/attributes")).put("code", "offline-licensing"))
                .text());

        Typed typed = verify(WHILE_IT_COUNTS, TestVendor.KEY.value(), file.toString(), TestVendor.FINGERPRINT);

        assertThat(typed.exitCode()).isEqualTo(20);
        assertThat(typed.output())
                .contains(
                        "Warning: ",
                        "'offline-licensing' is not OFFLINE_LICENSING",
                        "does not include OFFLINE_LICENSING, but includes 'offline-licensing'");
    }

    /** Whether a license lists an installation can't be told without its fingerprint, and that is not the vendor's fault. */
    @Test
    void fileVerify_listedOnlyWithoutAFingerprint_saysThatItIsMissing() throws IOException {
        Path file = write(TestFile.license().text());
        Map<String, String> listed = vendor();
        listed.put("licensing.vendor.offline-listed-only", "true");

        Typed typed = Typed.command(
                listed, at(WHILE_IT_COUNTS), TestVendor.KEY.value() + "\n", "file", "verify", file.toString());

        assertThat(typed.exitCode()).isEqualTo(22);
        assertThat(typed.output())
                .contains("Not valid: offline-not-listed. The fingerprint is missing. ")
                .doesNotContain("Ask the vendor to add it");
    }

    @Test
    void fileVerify_keyOfAnotherLicense_doesNotOpen() throws IOException {
        Path file = write(TestFile.machine().text());

        Typed typed = verify(WHILE_IT_COUNTS, "ANOTHER-KEY", file.toString(), TestVendor.FINGERPRINT);

        assertThat(typed.exitCode()).isEqualTo(12);
        assertThat(typed.output()).contains("license-file-not-opened").doesNotContain("Enterprise");
    }

    @Test
    void fileVerify_changedFile_isNotGenuine() throws IOException {
        String text = TestFile.machine().text();
        int middle = text.length() / 2;
        char other = text.charAt(middle) == 'A' ? 'B' : 'A';
        Path file = write(text.substring(0, middle) + other + text.substring(middle + 1));

        Typed typed = verify(WHILE_IT_COUNTS, TestVendor.KEY.value(), file.toString(), TestVendor.FINGERPRINT);

        assertThat(typed.exitCode()).isIn(10, 11);
    }

    /** The same answers as an activation gives to the same text. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16"})
    void fileVerify_anotherEncoding_isNamed(Charset charset) throws IOException {
        Path file = Files.write(
                folder.resolve("license.lic"), TestFile.machine().text().getBytes(charset));

        Typed typed = verify(WHILE_IT_COUNTS, TestVendor.KEY.value(), file.toString(), TestVendor.FINGERPRINT);

        assertThat(typed.exitCode()).isEqualTo(10);
        assertThat(typed.output()).contains("license-file-malformed", "UTF-16");
    }

    @Test
    void fileVerify_bytesThatAreNoText_areNamed() throws IOException {
        Path file = Files.write(folder.resolve("license.lic"), new byte[] {'P', 'K', 3, 4, (byte) 0xFF, (byte) 0xFE});

        Typed typed = verify(WHILE_IT_COUNTS, TestVendor.KEY.value(), file.toString(), TestVendor.FINGERPRINT);

        assertThat(typed.exitCode()).isEqualTo(10);
        assertThat(typed.output()).contains("ZIP archive");
    }

    @Test
    void fileVerify_textInLatin1_isNamed() throws IOException {
        Path file = Files.write(folder.resolve("license.lic"), "Schl\u00FCssel".getBytes(StandardCharsets.ISO_8859_1));

        Typed typed = verify(WHILE_IT_COUNTS, TestVendor.KEY.value(), file.toString(), TestVendor.FINGERPRINT);

        assertThat(typed.exitCode()).isEqualTo(10);
        assertThat(typed.output()).contains("license-file-malformed", "It is not encoded in UTF-8");
    }

    /** A sparse file, and more than fits into an array. */
    @Test
    void fileVerify_hugeFile_isNotReadWhole() throws IOException {
        Path path = folder.resolve("image.iso");
        try (RandomAccessFile huge = new RandomAccessFile(path.toFile(), "rw")) {
            huge.setLength(3L << 30);
        }

        Typed typed = verify(WHILE_IT_COUNTS, TestVendor.KEY.value(), path.toString(), TestVendor.FINGERPRINT);

        assertThat(typed.exitCode()).isEqualTo(10);
        assertThat(typed.output()).contains("license-file-malformed", "longer than");
    }

    /** The file with the key, as PowerShell writes it. */
    @Test
    void fileVerify_keyInAnotherEncoding_isNamed() throws IOException {
        String key =
                new String((TestVendor.KEY.value() + "\r\n").getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_8);

        Typed typed =
                verify(WHILE_IT_COUNTS, key, write(TestFile.machine().text()).toString(), TestVendor.FINGERPRINT);

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.output()).contains("Not valid: invalid-request.", "is encoded in UTF-16");
    }

    @Test
    void fileVerify_machineFileWithoutItsLicense_isIncomplete() throws IOException {
        Path file = write(
                TestFile.machine().with(document -> document.remove("included")).text());

        Typed typed = verify(WHILE_IT_COUNTS, TestVendor.KEY.value(), file.toString(), TestVendor.FINGERPRINT);

        assertThat(typed.exitCode()).isEqualTo(21);
        assertThat(typed.output()).contains("license-file-incomplete", "include=license,license.entitlements");
    }

    @Test
    void fileVerify_vendorsRulesForLicenseFiles_saidAsAtActivation() throws IOException {
        Path file = write(TestFile.machine().lasting(TestVendor.ISSUED, null).text());
        Map<String, String> listed = vendor();
        listed.put("licensing.vendor.offline-listed-only", "true");
        Map<String, String> limited = vendor();
        limited.put("licensing.vendor.longest-offline-file", "PT1H");

        Typed notListed = verify(listed, file);
        Typed over = verify(limited, file);

        assertThat(notListed.exitCode()).isEqualTo(22);
        assertThat(notListed.output()).contains("offline-not-listed", TestVendor.FINGERPRINT);
        assertThat(over.exitCode()).isEqualTo(15);
        assertThat(over.output()).contains("license-file-expired", "accepts it only until");
    }

    private static Typed verify(Map<String, String> settings, Path file) {
        Instant later = TestVendor.ISSUED.plusSeconds(3_600);
        return Typed.command(
                settings,
                at(later),
                TestVendor.KEY.value() + "\n",
                "file",
                "verify",
                file.toString(),
                TestVendor.FINGERPRINT);
    }

    /** The host's clock was set back; the release at least was made after the file's end. */
    @Test
    void fileVerify_releaseMadeAfterTheEnd_over() throws IOException {
        Path file = write(TestFile.machine().text());

        Typed typed = Typed.command(
                vendor(),
                at(WHILE_IT_COUNTS),
                () -> Optional.of(TestVendor.ISSUED.plus(Duration.ofDays(15))),
                TestVendor.KEY.value() + "\n",
                "file",
                "verify",
                file.toString(),
                TestVendor.FINGERPRINT);

        assertThat(typed.exitCode()).isEqualTo(15);
    }

    @Test
    void fileVerify_fileAndLicenseOver_saysBothAndWhatToAskFor() throws IOException {
        Path file = write(TestFile.machine().text());

        Typed typed = verify(
                Instant.parse("2027-07-01T00:00:00Z"), TestVendor.KEY.value(), file.toString(), TestVendor.FINGERPRINT);

        assertThat(typed.exitCode()).isEqualTo(15);
        assertThat(typed.output())
                .containsPattern("state +expired")
                .contains("ended at 2026-11-15T10:00:00Z, and the license itself at 2027-06-30T00:00:00Z", "to renew")
                .doesNotContain("usable");
    }

    /** Encrypted or not. */
    @ParameterizedTest
    @CsvSource({"aes-256-gcm, 12", "base64, 14"})
    void fileVerify_machineFileWithoutAFingerprint_saysThatItIsMissing(String encoding, int exitCode)
            throws IOException {
        TestFile machine = TestFile.machine();
        Path file = write((encoding.equals("base64") ? machine.base64() : machine).text());

        Typed typed = verify(WHILE_IT_COUNTS, TestVendor.KEY.value(), file.toString());

        assertThat(typed.exitCode()).isEqualTo(exitCode);
        assertThat(typed.output()).contains("The fingerprint is missing");
    }

    @Test
    void fileVerify_noFile_failsInASentence() {
        Typed typed = verify(WHILE_IT_COUNTS, TestVendor.KEY.value(), "absent.lic");

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.output()).contains("There is no file absent.lic.");
    }

    @Test
    void fileVerify_noVendor_saysWhichSettingIsMissing() throws IOException {
        Path file = write(TestFile.machine().text());

        Typed typed = Typed.command(
                Map.of(), at(WHILE_IT_COUNTS), TestVendor.KEY.value(), "file", "verify", file.toString(), "x");

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.output()).contains("licensing.vendor.keys is not set");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("license.lic"), text);
    }

    private static Typed verify(Instant now, String key, String... arguments) {
        String[] typed = new String[arguments.length + 2];
        typed[0] = "file";
        typed[1] = "verify";
        System.arraycopy(arguments, 0, typed, 2, arguments.length);
        return Typed.command(vendor(), at(now), key + "\n", typed);
    }

    private static Map<String, String> vendor() {
        Map<String, String> settings = new HashMap<>();
        settings.put("licensing.vendor.keys", TestVendor.ed25519());
        settings.put("licensing.vendor.account", TestVendor.ACCOUNT);
        settings.put("licensing.vendor.product", TestVendor.PRODUCT);
        settings.put("licensing.vendor.offline-kinds", "machine,license");
        return settings;
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
