package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static com.optymyse.inspire.licensing.installation.Held.days;
import static com.optymyse.inspire.licensing.installation.Held.file;
import static com.optymyse.inspire.licensing.installation.Held.hours;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.HeldLicense.Attempts;
import com.optymyse.inspire.licensing.installation.LicenseState.Proven;
import com.optymyse.inspire.licensing.installation.LicenseState.Unproven;
import com.optymyse.inspire.licensing.license.Entitlement;
import com.optymyse.inspire.licensing.license.LicenseStatus;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.Limits;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Standing;
import com.optymyse.inspire.licensing.license.ValidationMode;
import com.optymyse.inspire.licensing.license.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LicensingRulesTest {

    private static final LicensingProblem UNVERIFIABLE =
            new LicensingProblem(ProblemCode.CERTIFICATE_UNVERIFIABLE, "It does not verify.", Map.of());

    private final LicensingRules rules = new LicensingRules(Duration.ofDays(2));

    @Test
    void at_nothingActivated_unlicensedWithTheWholeCatalogWithheld() {
        Licensing licensing = rules.at(T, new LicenseState.None());

        assertThat(licensing.standing()).isEqualTo(Standing.UNLICENSED);
        assertThat(licensing.reason()).isEqualTo(Reason.NOT_ACTIVATED);
        assertThat(licensing.license()).isNull();
        assertThat(licensing.until()).isNull();
        assertThat(licensing.limits()).isEqualTo(Limits.NONE);
        assertThat(licensing.entitlements()).hasSize(10).noneMatch(Entitlement::granted);
        assertThat(licensing.licensed()).isFalse();
    }

    @Test
    void at_licensed_grantsWhatTheCertificateSays() {
        Licensing licensing = rules.at(T, online(new Verdict.Good()));

        assertThat(licensing.licensed()).isTrue();
        assertThat(licensing.reason()).isNull();
        assertThat(licensing.until()).isEqualTo(hours(48));
        assertThat(licensing.limits()).isEqualTo(new Limits(500, -1, 10_000));
        assertThat(licensing.entitlements().stream()
                        .filter(Entitlement::granted)
                        .map(Entitlement::code))
                .containsExactly("SSO_SAML", "OFFLINE_LICENSING");
        assertThat(licensing.license())
                .isEqualTo(new LicenseDetails(
                        TestVendor.KEY,
                        "Enterprise",
                        LicenseStatus.ACTIVE,
                        ValidationMode.ONLINE,
                        null,
                        null,
                        T,
                        T,
                        days(14)));
        assertThat(licensing.forecast()).hasSize(2);
        assertThat(licensing.problems()).isEmpty();
    }

    @Test
    void at_grace_grantsTheSame() {
        Licensing licensing = rules.at(hours(48), online(new Verdict.Good()));

        assertThat(licensing.standing()).isEqualTo(Standing.GRACE);
        assertThat(licensing.limits()).isEqualTo(new Limits(500, -1, 10_000));
        assertThat(licensing.until()).isEqualTo(days(14));
    }

    @Test
    void at_restricted_grantsNothingButShowsTheLicense() {
        Licensing licensing = rules.at(T, online(new Verdict.Refused("TOO_MANY_MACHINES")));

        assertThat(licensing.standing()).isEqualTo(Standing.RESTRICTED);
        assertThat(licensing.limits()).isEqualTo(Limits.NONE);
        assertThat(licensing.entitlements()).hasSize(10).noneMatch(Entitlement::granted);
        assertThat(licensing.license()).isNotNull();
        assertThat(licensing.until()).isNull();
        assertThat(licensing.problems())
                .containsExactly(new LicensingProblem(
                        ProblemCode.REFUSED_BY_SERVER,
                        "The licensing server refuses this license with the code TOO_MANY_MACHINES.",
                        Map.of("serverCode", "TOO_MANY_MACHINES")));
    }

    /** A suspended license loses nothing for good: an admin can see what comes back with it. */
    @Test
    void at_restricted_asSignedHasWhatTheCertificateGrants() {
        Licensing suspended = rules.at(T, online(new Verdict.Suspended()));

        AsSigned asSigned = requireNonNull(suspended.asSigned());

        assertThat(asSigned.limits()).isEqualTo(new Limits(500, -1, 10_000));
        assertThat(asSigned.entitlements().stream().filter(Entitlement::granted).map(Entitlement::code))
                .containsExactly("SSO_SAML", "OFFLINE_LICENSING");
        assertThat(asSigned.entitlements())
                .extracting(Entitlement::code)
                .containsExactlyElementsOf(
                        suspended.entitlements().stream().map(Entitlement::code).toList());
    }

    /** What counts is said once, and what nothing proves is not said at all. */
    @Test
    void at_licensedOrUnproven_nothingAsSigned() {
        HeldLicense held = Held.online(file("", 0).certificate(), new Verdict.Suspended());

        assertThat(rules.at(T, online(new Verdict.Good())).asSigned()).isNull();
        assertThat(rules.at(hours(48), online(new Verdict.Good())).asSigned()).isNull();
        assertThat(rules.at(T, new Unproven(held, UNVERIFIABLE)).asSigned()).isNull();
        assertThat(rules.at(T, new LicenseState.Unreadable()).asSigned()).isNull();
        assertThat(rules.at(T, new LicenseState.None()).asSigned()).isNull();
    }

    /** A page that warns ahead has to know how long the license and its certificate are made for. */
    @Test
    void at_proven_saysSinceWhenLicenseAndCertificateAre() {
        Certificate certificate = file("", 0)
                .withAttributes(attributes -> attributes.put("created", "2026-01-02T03:04:05.000Z"))
                .certificate();

        LicenseDetails details = requireNonNull(rules.at(days(20), new Proven(Held.offline(certificate), certificate))
                .license());

        assertThat(details.createdAt()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(details.certificateIssuedAt()).isEqualTo(certificate.issuedAt());
    }

    @Test
    void at_checkInRefused_namedBesideTheVerdict() {
        Certificate certificate = file("", 0).certificate();
        HeldLicense held = Held.online(certificate, new Verdict.Refused("OVERDUE"))
                .attempted(new Attempts(T, "OVERDUE", 0, null, "NAME_TOO_LONG"));

        assertThat(rules.at(T, new Proven(held, certificate)).problems())
                .containsExactly(new LicensingProblem(
                        ProblemCode.REFUSED_BY_SERVER,
                        "The licensing server refuses this license with the code OVERDUE. It did not accept the check-in"
                                + " (NAME_TOO_LONG).",
                        Map.of("serverCode", "OVERDUE", "checkInCode", "NAME_TOO_LONG")));
    }

    @Test
    void at_renewalRefused_licensedAndNamedWithTheEnd() {
        Certificate certificate = file("", 0).certificate();
        HeldLicense held = Held.online(certificate, new Verdict.Good())
                .attempted(new Attempts(T, "good", 0, null, "MACHINE_CORE_LIMIT_EXCEEDED"));

        Licensing licensing = rules.at(T, new Proven(held, certificate));

        assertThat(licensing.standing()).isEqualTo(Standing.LICENSED);
        assertThat(licensing.problems())
                .containsExactly(new LicensingProblem(
                        ProblemCode.CERTIFICATE_NOT_RENEWED,
                        "The licensing server refuses to renew the certificate of this license"
                                + " (MACHINE_CORE_LIMIT_EXCEEDED). The license is valid here until " + days(14) + ".",
                        Map.of("code", "MACHINE_CORE_LIMIT_EXCEEDED", "endsAt", days(14))));
    }

    @Test
    void at_metadataProblems_named() {
        Certificate certificate = file("", 0)
                .withAttributes(attributes -> attributes.withObject("/metadata").put("maxAgiles", "many"))
                .certificate();

        Licensing licensing = rules.at(T, new Proven(Held.offline(certificate), certificate));

        assertThat(licensing.limits().maxAgiles()).isZero();
        assertThat(licensing.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.values()).containsEntry("field", "maxAgiles"));
    }

    @Test
    void at_clocksApart_namedWithBothTimes() {
        Instant wrong = T.plus(Duration.ofMinutes(6));

        Licensing licensing = rules.at(T, asked("good", wrong));

        assertThat(licensing.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.HOST_CLOCK_DIFFERS);
            assertThat(problem.detail()).contains(wrong.toString(), T.toString());
            assertThat(problem.values()).isEqualTo(Map.of("hostTime", wrong.toString(), "serverTime", T.toString()));
        });
    }

    @Test
    void at_clocksFiveMinutesApartOrNotComparable_noProblem() {
        assertThat(rules.at(T, asked("good", T.plus(Duration.ofMinutes(5)))).problems())
                .isEmpty();
        assertThat(rules.at(T, asked("licensing-server-unreachable", days(3))).problems())
                .isEmpty();
    }

    @Test
    void at_unproven_restrictedWithWhatIsKnown() {
        HeldLicense held = Held.online(file("", 0).certificate(), new Verdict.Banned());

        Licensing licensing = rules.at(T, new Unproven(held, UNVERIFIABLE));

        assertThat(licensing.standing()).isEqualTo(Standing.RESTRICTED);
        assertThat(licensing.reason()).isEqualTo(Reason.CERTIFICATE_UNVERIFIABLE);
        assertThat(licensing.problems()).containsExactly(UNVERIFIABLE);
        assertThat(licensing.license())
                .isEqualTo(new LicenseDetails(
                        TestVendor.KEY,
                        null,
                        LicenseStatus.SUSPENDED,
                        ValidationMode.ONLINE,
                        null,
                        null,
                        T,
                        null,
                        null));
    }

    @Test
    void at_unprovenAndSuspendedOrNot_lastKnownStatus() {
        assertThat(lastKnown(new Verdict.Suspended())).isEqualTo(LicenseStatus.SUSPENDED);
        assertThat(lastKnown(new Verdict.SeatRemoved())).isEqualTo(LicenseStatus.ACTIVE);
    }

    @Test
    void at_unreadableRow_restrictedWithoutALicense() {
        Licensing licensing = rules.at(T, new LicenseState.Unreadable());

        assertThat(licensing.standing()).isEqualTo(Standing.RESTRICTED);
        assertThat(licensing.license()).isNull();
    }

    private LicenseStatus lastKnown(Verdict verdict) {
        HeldLicense held = Held.online(file("", 0).certificate(), verdict);
        LicenseDetails details = rules.at(T, new Unproven(held, UNVERIFIABLE)).license();
        return requireNonNull(details).status();
    }

    private static Proven online(Verdict verdict) {
        Certificate certificate = file("", 0).certificate();
        return new Proven(Held.online(certificate, verdict), certificate);
    }

    private static Proven asked(String outcome, Instant at) {
        Certificate certificate = file("", 0).certificate();
        HeldLicense held = Held.online(certificate, new Verdict.Good()).attempted(new Attempts(at, outcome, 0, null));
        return new Proven(held, certificate);
    }
}
