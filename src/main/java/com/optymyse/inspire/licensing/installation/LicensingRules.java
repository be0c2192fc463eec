package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.installation.LicenseState.Proven;
import com.optymyse.inspire.licensing.installation.StandingRules.Position;
import com.optymyse.inspire.licensing.license.ClockSkew;
import com.optymyse.inspire.licensing.license.Entitlement;
import com.optymyse.inspire.licensing.license.EntitlementCatalog;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseStatus;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.Limits;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Standing;
import com.optymyse.inspire.licensing.license.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an installation may do at a moment: a pure function of its license and the time. */
final class LicensingRules {

    private static final LicensingProblem EDITED = new LicensingProblem(
            ProblemCode.STORED_LICENSE_EDITED,
            "Something other than this service has changed the stored license.",
            Map.of());

    private final StandingRules rules;

    LicensingRules(Duration graceAfter) {
        this.rules = new StandingRules(new GracePeriod(graceAfter));
    }

    Licensing at(Instant now, LicenseState license) {
        return switch (license) {
            case LicenseState.None none -> withoutProof(Standing.UNLICENSED, Reason.NOT_ACTIVATED, null, List.of());
            case LicenseState.Unreadable unreadable -> unproven(null, EDITED);
            case LicenseState.Unproven(HeldLicense held, LicensingProblem problem) ->
                unproven(lastKnown(held), problem);
            case Proven proven -> proven(now, proven);
        };
    }

    private Licensing proven(Instant now, Proven proven) {
        Position position = rules.position(proven, now);
        List<Forecast> forecast = rules.forecast(proven, now);
        boolean licensed = position.standing().licensed();
        License license = proven.certificate().license();
        List<Entitlement> entitlements =
                EntitlementCatalog.grant(proven.certificate().entitlements());
        Limits limits = license.terms().limits();
        return new Licensing(
                position.standing(),
                position.reason(),
                forecast.isEmpty() ? null : forecast.getFirst().at(),
                details(now, proven),
                licensed ? limits : Limits.NONE,
                licensed
                        ? entitlements
                        : entitlements.stream().map(Entitlement::withheld).toList(),
                licensed ? null : new AsSigned(limits, entitlements),
                forecast,
                problems(proven));
    }

    private LicenseDetails details(Instant now, Proven proven) {
        HeldLicense held = proven.held();
        License license = proven.certificate().license();
        return new LicenseDetails(
                held.key(),
                license.name(),
                rules.status(proven, now),
                held.mode(),
                license.createdAt(),
                license.expiresAt(),
                held.verdictAt(),
                proven.certificate().issuedAt(),
                rules.certificateEnd(proven));
    }

    private List<LicensingProblem> problems(Proven proven) {
        Certificate certificate = proven.certificate();
        List<LicensingProblem> problems = new ArrayList<>(
                certificate.license().problems(certificate.entitlements().keySet()));
        HeldLicense held = proven.held();
        if (held.verdict() instanceof Verdict.Refused(String code)) {
            problems.add(refusedByServer(code, held.attempts().refusedWith()));
        }
        Instant certificateEnd = rules.certificateEnd(proven);
        String refusedWith = held.attempts().refusedWith();
        if (held.isRenewalRefused() && refusedWith != null && certificateEnd != null) {
            problems.add(notRenewed(refusedWith, certificateEnd));
        }
        Instant asked = held.attempts().lastAt();
        Instant answered = held.verdictAt();
        if ("good".equals(held.attempts().outcome())
                && asked != null
                && answered != null
                && Duration.between(asked, answered).abs().compareTo(ClockSkew.TOLERATED) > 0) {
            problems.add(new LicensingProblem(
                    ProblemCode.HOST_CLOCK_DIFFERS,
                    "This server's clock showed " + asked + " when the licensing server's showed " + answered
                            + ". Correct this server's clock.",
                    Map.of("hostTime", asked, "serverTime", answered)));
        }
        return problems;
    }

    /** @param checkIn the server's code where it refused the check-in as well */
    private static LicensingProblem refusedByServer(String code, @Nullable String checkIn) {
        String refused = "The licensing server refuses this license with the code " + code + ".";
        return checkIn == null
                ? new LicensingProblem(ProblemCode.REFUSED_BY_SERVER, refused, Map.of("serverCode", code))
                : new LicensingProblem(
                        ProblemCode.REFUSED_BY_SERVER,
                        refused + " It did not accept the check-in (" + checkIn + ").",
                        Map.of("serverCode", code, "checkInCode", checkIn));
    }

    private static LicensingProblem notRenewed(String code, Instant certificateEnd) {
        return new LicensingProblem(
                ProblemCode.CERTIFICATE_NOT_RENEWED,
                "The licensing server refuses to renew the certificate of this license (" + code
                        + "). The license is valid here until " + certificateEnd + ".",
                Map.of("code", code, "endsAt", certificateEnd));
    }

    private static Licensing unproven(@Nullable LicenseDetails lastKnown, LicensingProblem problem) {
        return withoutProof(Standing.RESTRICTED, Reason.CERTIFICATE_UNVERIFIABLE, lastKnown, List.of(problem));
    }

    private static Licensing withoutProof(
            Standing standing, Reason reason, @Nullable LicenseDetails license, List<LicensingProblem> problems) {
        return new Licensing(
                standing,
                reason,
                null,
                license,
                Limits.NONE,
                EntitlementCatalog.grant(Map.of()),
                null,
                List.of(),
                problems);
    }

    private static LicenseDetails lastKnown(HeldLicense held) {
        boolean suspended = held.verdict() instanceof Verdict.Suspended || held.verdict() instanceof Verdict.Banned;
        return new LicenseDetails(
                held.key(),
                null,
                suspended ? LicenseStatus.SUSPENDED : LicenseStatus.ACTIVE,
                held.mode(),
                null,
                null,
                held.verdictAt(),
                null,
                null);
    }
}
