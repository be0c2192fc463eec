package com.optymyse.inspire.licensing.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseEnd;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.SharedFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** License files in every form that a real licensing server issues, opened when they were issued and after their end. */
class RecordedFilesTest {

    private static final Logger LOG = Logger.getLogger(RecordedFilesTest.class);
    private static final Instant FOUR_DIGITS = Instant.parse("9999-12-31T23:59:59Z");

    /** Files that can't be used here, and why. All others open. */
    private static final Map<String, RefusalCode> REFUSED = Map.of(
            "without-license.lic", RefusalCode.LICENSE_FILE_INCOMPLETE,
            "aes-256-gcm-rsa-pss-sha256.lic", RefusalCode.LICENSE_FILE_NOT_GENUINE,
            "aes-256-gcm-rsa-sha256.lic", RefusalCode.LICENSE_FILE_NOT_GENUINE);

    private static final Set<String> READ = new TreeSet<>();

    static Stream<String> files() {
        return SharedFiles.FILES.json("expected.json").properties().stream().map(Map.Entry::getKey);
    }

    static Stream<String> opened() {
        return files().filter(file -> !REFUSED.containsKey(file));
    }

    static Stream<String> refused() {
        return files().filter(REFUSED::containsKey);
    }

    @BeforeAll
    static void filesArePresent() {
        SharedFiles.FILES.assumePresent();
    }

    @AfterAll
    static void everyFileWasRead() {
        LOG.infof("%d recorded license files were read.", READ.size());
        assertThat(READ).isEqualTo(SharedFiles.FILES.names());
    }

    @Test
    void folder_namesTheFilesThatAreThere() {
        assertThat(files()).containsExactlyInAnyOrderElementsOf(SharedFiles.FILES.names());
    }

    @ParameterizedTest
    @MethodSource("opened")
    void verify_recordedFile_saysWhatTheServerWrote(String file) {
        JsonNode expected = expected(file);

        Certificate certificate = verify(file);

        assertThat(certificate.kind().resourceType()).isEqualTo(string(expected.path("type")));
        assertThat(certificate.issuedAt()).isEqualTo(Instant.parse(string(expected.path("issued"))));
        assertThat(certificate.expiresAt()).isEqualTo(instant(expected.path("expiry")));
        assertThat(certificate.entitlements().keySet())
                .containsExactlyInAnyOrderElementsOf(strings(expected.path("entitlements")));
        if (certificate.kind() == CertificateKind.MACHINE) {
            assertThat(certificate.fingerprint()).isEqualTo(string(expected.path("fingerprint")));
            assertThat(certificate.checkedOutBefore()).isEqualTo(instant(expected.path("lastCheckOut")));
        }
        READ.add(file);
    }

    @ParameterizedTest
    @MethodSource("opened")
    void verify_recordedFile_describesTheLicense(String file) {
        JsonNode expected = expected(file).path("license");

        License license = verify(file).license();

        assertThat(license.ownName()).isEqualTo(string(expected.path("name")));
        assertThat(license.key()).isEqualTo(new LicenseKey(string(expected.path("key"))));
        assertThat(license.expiresAt()).isEqualTo(instant(expected.path("expiry")));
        assertThat(license.state())
                .isEqualTo(
                        string(expected.path("status")).equals("SUSPENDED")
                                ? License.State.SUSPENDED
                                : License.State.USABLE);
        assertThat(license.terms().limits().maxDisplays())
                .isEqualTo(SharedFiles.limit(expected.at("/metadata/maxDisplays")));
        assertThat(license.terms().limits().maxAgiles())
                .isEqualTo(SharedFiles.limit(expected.at("/metadata/maxAgiles")));
        assertThat(license.terms().limits().aiCreditsPerMonth())
                .isEqualTo(SharedFiles.limit(expected.at("/metadata/aiCreditsPerMonth")));
    }

    @ParameterizedTest
    @MethodSource("opened")
    void requireCurrent_whenIssued_holdsUnlessTheLicenseIsOverOrSuspended(String file) {
        Certificate certificate = verify(file);

        switch (file) {
            case "expired.lic" -> requireRefused(certificate, certificate.issuedAt(), RefusalCode.LICENSE_EXPIRED);
            case "suspended.lic" -> requireRefused(certificate, certificate.issuedAt(), RefusalCode.LICENSE_SUSPENDED);
            default ->
                assertThatCode(() -> certificate.requireCurrent(certificate.issuedAt()))
                        .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("opened")
    void requireCurrent_afterTheFilesEnd_isRefused(String file) {
        Certificate certificate = verify(file);

        if (certificate.expiresAt() != null) {
            requireRefused(certificate, certificate.expiresAt(), RefusalCode.LICENSE_FILE_EXPIRED);
        } else {
            assertThatCode(() -> certificate.requireCurrent(FOUR_DIGITS)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void verify_fileThatCannotBeUsed_isRefusedForItsReason(String file) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> verify(file))
                .extracting(Refusal::code)
                .isEqualTo(REFUSED.get(file));
        READ.add(file);
    }

    @ParameterizedTest
    @MethodSource("opened")
    void requireEntitlementsNamed_recordedFile_isRefusedWhereNobodyAskedForThem(String file) {
        Certificate certificate = verify(file);

        if (file.equals("without-entitlements.lic")) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(certificate::requireEntitlementsNamed)
                    .extracting(Refusal::code)
                    .isEqualTo(RefusalCode.LICENSE_FILE_INCOMPLETE);
        } else {
            assertThatCode(certificate::requireEntitlementsNamed).doesNotThrowAnyException();
        }
    }

    /** All that is written down of a file, also what this service does not look at, and of files that it refuses. */
    @ParameterizedTest
    @MethodSource("files")
    void document_recordedFile_isWhatTheServerWrote(String file) throws Exception {
        JsonNode expected = expected(file);
        SignedFile signed = SignedFile.parse(SharedFiles.FILES.text(file));
        JsonNode document = open(signed, expected);

        assertThat(algorithm(signed)).isEqualTo(string(expected.path("algorithm")));
        assertThat(document.at("/data/type")).isEqualTo(expected.path("type"));
        assertThat(document.at("/data/attributes/lastCheckOut")).isEqualTo(expected.path("lastCheckOut"));
        for (String field : List.of("issued", "expiry", "ttl")) {
            assertThat(document.path("meta").path(field)).as(field).isEqualTo(expected.path(field));
        }
        assertThat(types(document.path("included"))).containsExactlyElementsOf(strings(expected.path("included")));
    }

    /** The name of the plan and the number of seats among them, which are not read, or not from here. */
    @ParameterizedTest
    @MethodSource("files")
    void document_recordedFile_hasTheLicenseAsWritten(String file) throws Exception {
        JsonNode expected = expected(file).path("license");
        JsonNode document = open(SignedFile.parse(SharedFiles.FILES.text(file)), expected(file));

        List<JsonNode> licenses = Stream.concat(
                        Stream.of(document.path("data")),
                        StreamSupport.stream(document.path("included").spliterator(), false))
                .filter(resource -> resource.path("type").asText().equals("licenses"))
                .map(resource -> resource.path("attributes"))
                .toList();

        assertThat(licenses)
                .hasSize(expected.isNull() ? 0 : 1)
                .allSatisfy(license -> expected.properties()
                        .forEach(field -> assertThat(license.path(field.getKey()))
                                .as(field.getKey())
                                .isEqualTo(field.getValue())));
    }

    private static JsonNode open(SignedFile signed, JsonNode expected) throws Exception {
        String key = string(expected.path("licenseKey"));
        String secret = signed.kind() == CertificateKind.LICENSE ? key : key + string(expected.path("fingerprint"));
        return new JsonMapper().readTree(signed.encoding().open(signed.enc(), secret));
    }

    private static Set<String> types(JsonNode resources) {
        Set<String> types = new TreeSet<>();
        resources.forEach(resource -> types.add(string(resource.path("type"))));
        return types;
    }

    private static String algorithm(SignedFile signed) {
        String encoding = signed.encoding() == PayloadEncoding.BASE64 ? "base64" : "aes-256-gcm";
        return encoding + "+" + signed.algorithm().wireName();
    }

    private static void requireRefused(Certificate certificate, Instant at, RefusalCode code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> certificate.requireCurrent(at))
                .extracting(Refusal::code)
                .isEqualTo(code);
    }

    private static Certificate verify(String file) {
        JsonNode expected = expected(file);
        TrustAnchors anchors = new TrustAnchors(
                List.of(VendorKey.parse("c6225a5aaf3aa87cc3d1381a8d037ed9faac605c371fd5baada28a0b22be7fd0")),
                "5e1f0c1e-8a53-4c59-9a0e-6f1d2b3c4d5e",
                "27333656-6210-40e4-8a74-11c213daf8c0",
                EnumSet.of(SignatureAlgorithm.ED25519),
                OfflineFiles.of(EnumSet.allOf(CertificateKind.class)),
                TrustAnchors.Origin.CONFIGURED);
        return new CertificateVerifier(anchors)
                .verify(
                        SharedFiles.FILES.text(file),
                        PastedKey.read(string(expected.path("licenseKey"))).asItStands(),
                        string(expected.path("fingerprint")));
    }

    private static JsonNode expected(String file) {
        return SharedFiles.FILES.json("expected.json").path(file);
    }

    private static String string(JsonNode node) {
        assertThat(node.isTextual()).isTrue();
        return node.textValue();
    }

    private static List<String> strings(JsonNode nodes) {
        List<String> strings = new ArrayList<>();
        nodes.forEach(node -> strings.add(string(node)));
        return strings;
    }

    /** A time as it is told: beyond the last year of four digits, that year's last second. */
    private static @Nullable Instant instant(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        String text = string(node);
        return text.indexOf('-') > 4 ? LicenseEnd.LATEST : Instant.parse(text);
    }
}
