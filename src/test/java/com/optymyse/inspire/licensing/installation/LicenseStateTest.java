package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static com.optymyse.inspire.licensing.installation.Held.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.installation.HeldLicense.Attempts;
import com.optymyse.inspire.licensing.installation.LicenseState.Proven;
import com.optymyse.inspire.licensing.installation.LicenseState.Unproven;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LicenseStateTest {

    private final Certificate certificate = file("", 0).certificate();
    private final HeldLicense held = Held.online(certificate, new Verdict.Good());

    @Test
    void of_firstOfItsLicense_proven() {
        assertThat(LicenseState.of(held, certificate, KnownLicenses.NONE)).isEqualTo(new Proven(held, certificate));
    }

    @Test
    void of_olderThanTheMinimumIssueDateOfItsLicense_unproven() {
        LicenseState state = LicenseState.of(held, certificate, newer(500));

        assertThat(state).isInstanceOfSatisfying(Unproven.class, unproven -> {
            assertThat(unproven.held()).isEqualTo(held);
            assertThat(unproven.problem().code()).isEqualTo(ProblemCode.CERTIFICATE_OLDER);
            assertThat(unproven.problem().detail()).contains("older");
            assertThat(unproven.problem().values())
                    .isEqualTo(Map.of(
                            "issuedAt",
                            T.toString(),
                            "newestIssuedAt",
                            T.plusMillis(1).toString()));
        });
        assertThat(state.certificate()).isNull();
    }

    @Test
    void of_newestOfItsLicenseOrOlderThanThatOfAnother_proven() {
        Certificate other = file("", 0)
                .with(root -> root.at("/data/relationships/license/data")
                        .<ObjectNode>require()
                        .put("id", "another"))
                .withLicense(license -> license.put("id", "another"))
                .lasting(T.plusMillis(1), null)
                .certificate();

        assertThat(LicenseState.of(held, certificate, KnownLicenses.NONE.holding(certificate)))
                .isInstanceOf(Proven.class);
        assertThat(LicenseState.of(held, certificate, KnownLicenses.NONE.holding(other)))
                .isInstanceOf(Proven.class);
    }

    /** So that a reload takes what an admin has activated, and nothing else. */
    @Test
    void of_acceptedAsOlder_provenWhileItGrantsNoMore() {
        HeldLicense older = Held.offline(certificate).asOlder(true);

        assertThat(LicenseState.of(older, certificate, newer(500))).isInstanceOf(Proven.class);
        assertThat(LicenseState.of(older, certificate, newer(499))).isInstanceOf(Unproven.class);
    }

    /** Another version of the service may have stored it, and what the vendor has signed is the same. */
    @Test
    void of_storedTextIsNotThatOfTheCertificate_provenByWhatIsVerified() {
        HeldLicense asPasted = new HeldLicense(
                held.key(),
                " " + held.certificate(),
                held.mode(),
                held.machineId(),
                held.activatedAt(),
                held.verdict(),
                held.verdictAt(),
                held.attempts());

        assertThat(LicenseState.of(asPasted, certificate, KnownLicenses.NONE)).isEqualTo(new Proven(held, certificate));
    }

    @Test
    void proven_certificateOfAnotherText_isRefused() {
        Certificate other = file("", 0).lasting(T.plusMillis(1), null).certificate();

        assertThatIllegalArgumentException().isThrownBy(() -> new Proven(held, other));
    }

    @Test
    void with_licenseAfterAnAttempt_certificateCountsAsBefore() {
        HeldLicense next = held.attempted(Attempts.NEVER);
        LicensingProblem problem = new LicensingProblem(ProblemCode.CERTIFICATE_OLDER, "It is older.", Map.of());

        assertThat(new Proven(held, certificate).with(next)).isEqualTo(new Proven(next, certificate));
        assertThat(new Unproven(held, problem).with(next)).isEqualTo(new Unproven(next, problem));
    }

    private static KnownLicenses newer(int displays) {
        return KnownLicenses.NONE.holding(file("", 0)
                .withAttributes(attributes -> attributes.withObject("/metadata").put("maxDisplays", displays))
                .lasting(T.plusMillis(1), null)
                .certificate());
    }
}
