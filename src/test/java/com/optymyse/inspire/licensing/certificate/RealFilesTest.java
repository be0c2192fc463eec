package com.optymyse.inspire.licensing.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.activation.OfflineActivation;
import com.optymyse.inspire.licensing.activation.OfflineActivation.Brought;
import com.optymyse.inspire.licensing.installation.CertificateCache;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.SharedFiles;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a real licensing server issued is accepted and read as it was meant. */
class RealFilesTest {

    private static final String NO_FINGERPRINT = "none";

    /** Nobody asked for the entitlements when these were checked out: the server names them by a link alone. */
    private static final Set<String> WITHOUT_ENTITLEMENTS = Set.of(
            "go-test-license-nottl.lic",
            "java-example-license.lic",
            "python-example-machine.lic",
            "relay-license.lic",
            "relay-license-2.lic");

    @BeforeEach
    void filesArePresent() {
        SharedFiles.VECTORS.assumePresent();
    }

    @ParameterizedTest
    @MethodSource("genuineFiles")
    void verify_genuineFile_readsWhatTheServerWrote(String name) {
        JsonNode facts = facts(name);
        JsonNode expected = facts.path("expect");

        Certificate certificate = verify(facts);

        assertThat(certificate.kind().name()).isEqualToIgnoringCase(string(facts.path("kind")));
        assertThat(certificate.fingerprint())
                .isEqualTo(facts.path("fingerprint").textValue());
        assertThat(certificate.issuedAt()).isEqualTo(instant(expected.at("/meta/issued")));
        assertThat(certificate.expiresAt()).isEqualTo(instant(expected.at("/meta/expiry")));
        assertThat(certificate.license().id()).isEqualTo(string(expected.path("licenseId")));
        assertThat(certificate.license().key()).isEqualTo(key(facts));
        assertThat(certificate.license().expiresAt()).isEqualTo(instant(expected.path("licenseExpiry")));
        assertThat(certificate.entitlements().keySet())
                .containsExactlyInAnyOrderElementsOf(strings(expected.path("entitlementCodes")));
    }

    @ParameterizedTest
    @MethodSource("genuineFiles")
    void verify_genuineMachineFile_namesItsSeat(String name) {
        JsonNode facts = facts(name);
        JsonNode id = facts.at("/expect/dataId");

        Certificate certificate = verify(facts);

        assertThat(certificate.machineId())
                .isEqualTo(certificate.kind() == CertificateKind.MACHINE ? id.textValue() : null);
    }

    @ParameterizedTest
    @MethodSource("genuineFiles")
    void requireCurrent_genuineFile_holdsWhileTheFileLasts(String name) {
        Certificate certificate = verify(facts(name));

        assertThatCode(() -> certificate.requireCurrent(certificate.issuedAt().plus(Duration.ofHours(1))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("genuineFiles")
    void requireCurrent_yearsLater_refusesFilesThatHaveAnEnd(String name) {
        Certificate certificate = verify(facts(name));
        Instant later = Instant.parse("2036-01-01T00:00:00Z");

        if (certificate.expiresAt() == null) {
            assertThatCode(() -> certificate.requireCurrent(later)).doesNotThrowAnyException();
        } else {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> certificate.requireCurrent(later))
                    .extracting(Refusal::code)
                    .isEqualTo(RefusalCode.LICENSE_FILE_EXPIRED);
        }
    }

    /** No vendor but ours knows offline licensing, so that a whole file lacks that alone. */
    @ParameterizedTest
    @MethodSource("genuineFiles")
    void accept_genuineFile_isIncompleteWhereNobodyAskedForTheEntitlements(String name) {
        JsonNode facts = facts(name);
        Certificate certificate = verify(facts);
        OfflineActivation activation = new OfflineActivation(
                new CertificateCache(verifier(facts)),
                anchors(facts),
                Clock.fixed(certificate.issuedAt().plus(Duration.ofHours(1)), ZoneOffset.UTC));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> activation.accept(
                        new Brought(PastedKey.of(key(facts)), text(facts)), installation(fingerprint(facts))))
                .extracting(Refusal::code)
                .isEqualTo(
                        WITHOUT_ENTITLEMENTS.contains(name)
                                ? RefusalCode.LICENSE_FILE_INCOMPLETE
                                : RefusalCode.OFFLINE_NOT_ENTITLED);
    }

    @Test
    void genuineFiles_haveAllThatLackTheirEntitlements() {
        assertThat(genuineFiles()).hasSize(9).containsAll(WITHOUT_ENTITLEMENTS);
    }

    @Test
    void verify_tamperedFile_isRefusedBeforeItIsOpened() throws MalformedDocument, AEADBadTagException {
        JsonNode facts = facts("keygen-ee-tampered.lic");
        SignedFile file = SignedFile.parse(text(facts));
        LicenseKey wrongKey = new LicenseKey("NOT-THE-KEY");

        byte[] opened = file.encoding().open(file.enc(), key(facts).value());

        assertThat(new String(opened, StandardCharsets.UTF_8)).contains("\"licenses\"");
        for (LicenseKey key : List.of(key(facts), wrongKey)) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> verifier(facts).verify(text(facts), key, NO_FINGERPRINT))
                    .extracting(Refusal::code)
                    .isEqualTo(RefusalCode.LICENSE_FILE_NOT_GENUINE);
        }
    }

    static Stream<String> genuineFiles() {
        return StreamSupport.stream(SharedFiles.VECTORS.json("expected.json").spliterator(), false)
                .filter(facts -> facts.at("/expect/signatureValid").booleanValue())
                .map(facts -> string(facts.path("file")));
    }

    private static JsonNode facts(String name) {
        return StreamSupport.stream(SharedFiles.VECTORS.json("expected.json").spliterator(), false)
                .filter(facts -> facts.path("file").textValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Certificate verify(JsonNode facts) {
        return verifier(facts).verify(text(facts), key(facts), fingerprint(facts));
    }

    private static String fingerprint(JsonNode facts) {
        return Objects.requireNonNullElse(facts.path("fingerprint").textValue(), NO_FINGERPRINT);
    }

    private static StoredInstallation installation(String fingerprint) {
        return new StoredInstallation(
                new UUID(0, 0),
                fingerprint,
                0,
                0,
                HighWaterMarks.NONE,
                KnownLicenses.NONE,
                new LicenseState.None(),
                List.of());
    }

    private static CertificateVerifier verifier(JsonNode facts) {
        return new CertificateVerifier(anchors(facts));
    }

    private static TrustAnchors anchors(JsonNode facts) {
        JsonNode data = SharedFiles.VECTORS
                .json("decoded/" + string(facts.path("file")) + ".json")
                .path("data");
        return new TrustAnchors(
                List.of(VendorKey.parse(string(facts.path("publicKeyHex")))),
                string(data.at("/relationships/account/data/id")),
                string(data.at("/relationships/product/data/id")),
                EnumSet.of(SignatureAlgorithm.ED25519),
                OfflineFiles.of(EnumSet.allOf(CertificateKind.class)),
                TrustAnchors.Origin.CONFIGURED);
    }

    private static String text(JsonNode facts) {
        return SharedFiles.VECTORS.text(string(facts.path("file")));
    }

    private static LicenseKey key(JsonNode facts) {
        return new LicenseKey(string(facts.path("licenseKey")));
    }

    private static String string(JsonNode node) {
        assertThat(node.isTextual()).isTrue();
        return node.textValue();
    }

    private static List<String> strings(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(RealFilesTest::string)
                .toList();
    }

    private static @Nullable Instant instant(JsonNode node) {
        return node.isNull() ? null : Instant.parse(string(node));
    }
}
