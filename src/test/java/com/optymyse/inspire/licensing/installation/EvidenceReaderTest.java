package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static com.optymyse.inspire.licensing.installation.Held.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.Evidence.Proven;
import com.optymyse.inspire.licensing.installation.Evidence.Unproven;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceReaderTest {

    private final EvidenceReader reader = new EvidenceReader(new CertificateVerifier(TestVendor.anchors()));
    private final Certificate certificate = file("", 0).certificate();

    @Test
    void read_noLicense_none() {
        assertThat(reader.read(Held.stored(new Holding.None()))).isEqualTo(new Evidence.None());
    }

    @Test
    void read_rowThatDoesNotOpen_unproven() {
        Evidence evidence = reader.read(Held.stored(new Holding.Unreadable()));

        assertThat(evidence).isInstanceOfSatisfying(Unproven.class, unproven -> {
            assertThat(unproven.held()).isNull();
            assertThat(unproven.problem())
                    .isEqualTo(new LicensingProblem(
                            ProblemCode.STORED_LICENSE_EDITED,
                            "The stored license was changed by something else than this service.",
                            Map.of()));
        });
    }

    @Test
    void read_genuineCertificate_proven() {
        HeldLicense held = Held.online(certificate, new Verdict.Good());

        Evidence evidence = reader.read(Held.stored(held));

        assertThat(evidence).isInstanceOfSatisfying(Proven.class, proven -> {
            assertThat(proven.held()).isEqualTo(held);
            assertThat(proven.certificate().sha256()).isEqualTo(certificate.sha256());
        });
    }

    @Test
    void read_certificateOfAnotherInstallation_unproven() {
        StoredInstallation moved = new StoredInstallation(
                Held.INSTALLATION,
                "another-fingerprint",
                1,
                1,
                HighWaterMarks.NONE,
                LicenseRecords.NONE,
                Held.online(certificate, new Verdict.Good()),
                List.of());

        assertThat(reader.read(moved)).isInstanceOfSatisfying(Unproven.class, unproven -> {
            assertThat(unproven.problem().code()).isEqualTo(ProblemCode.CERTIFICATE_UNVERIFIABLE);
            assertThat(unproven.problem().detail()).contains("does not verify");
            assertThat(unproven.problem().values()).isEqualTo(Map.of("check", "license-file-not-opened"));
        });
    }

    @Test
    void read_olderThanTheFloorOfItsLicense_unproven() {
        assertThat(reader.read(with(newer(500), Held.online(certificate, new Verdict.Good()))))
                .isInstanceOfSatisfying(Unproven.class, unproven -> {
                    assertThat(unproven.problem().code()).isEqualTo(ProblemCode.CERTIFICATE_OLDER);
                    assertThat(unproven.problem().detail()).contains("older");
                    assertThat(unproven.problem().values())
                            .isEqualTo(Map.of(
                                    "issuedAt",
                                    T.toString(),
                                    "newestIssuedAt",
                                    T.plusMillis(1).toString()));
                });
    }

    @Test
    void read_newestOfItsLicenseOrNewerThanThatOfAnother_proven() {
        HeldLicense held = Held.online(certificate, new Verdict.Good());

        assertThat(reader.read(with(LicenseRecords.NONE.holding(certificate), held)))
                .isInstanceOf(Proven.class);
        Certificate other = file("", 0)
                .with(root -> root.at("/data/relationships/license/data")
                        .<ObjectNode>require()
                        .put("id", "another"))
                .withLicense(license -> license.put("id", "another"))
                .lasting(T.plusMillis(1), null)
                .certificate();
        assertThat(reader.read(with(LicenseRecords.NONE.holding(other), held))).isInstanceOf(Proven.class);
    }

    /** So that a reload takes what an admin has activated, and nothing else. */
    @Test
    void read_acceptedAsOlder_provenWhileItGrantsNoMore() {
        HeldLicense held = Held.offline(certificate).asOlder(true);

        assertThat(reader.read(with(newer(500), held))).isInstanceOf(Proven.class);
        assertThat(reader.read(with(newer(499), held))).isInstanceOf(Unproven.class);
    }

    private static LicenseRecords newer(int displays) {
        return LicenseRecords.NONE.holding(file("", 0)
                .withAttributes(attributes -> attributes.withObject("/metadata").put("maxDisplays", displays))
                .lasting(T.plusMillis(1), null)
                .certificate());
    }

    private StoredInstallation with(LicenseRecords known, HeldLicense held) {
        return new StoredInstallation(
                Held.INSTALLATION, TestVendor.FINGERPRINT, 1, 1, HighWaterMarks.NONE, known, held, List.of());
    }
}
