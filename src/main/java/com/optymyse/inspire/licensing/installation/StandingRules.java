package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.installation.LicenseState.Proven;
import com.optymyse.inspire.licensing.license.EntitlementCatalog;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseEnd;
import com.optymyse.inspire.licensing.license.LicenseStatus;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Standing;
import com.optymyse.inspire.licensing.license.ValidationMode;
import com.optymyse.inspire.licensing.license.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an installation stands at a moment: a pure function of its license and the time.
 *
 * <p>What takes away comes first (a verdict, a suspension that the certificate itself tells of), then the license's own
 * end, then the certificate's, then the silence of the licensing server.
 */
final class StandingRules {

    /** A certificate that was checked out online counts no longer than this after its issue, whatever it says itself. */
    static final Duration LONGEST_ONLINE_CERTIFICATE = Duration.ofDays(30);

    /**
     * A standing and why.
     *
     * @param reason null when simply licensed
     */
    record Position(Standing standing, @Nullable Reason reason) {}

    private final GracePeriod grace;

    StandingRules(GracePeriod grace) {
        this.grace = grace;
    }

    Position position(Proven proven, Instant now) {
        Reason against = against(proven);
        if (against != null) {
            return new Position(Standing.RESTRICTED, against);
        }
        License license = proven.certificate().license();
        Instant certificateEnd = certificateEnd(proven);
        if (license.expiredAt(now)) {
            return new Position(
                    GracePeriod.ofExpired(license, certificateEnd, now) ? Standing.GRACE : Standing.RESTRICTED,
                    Reason.LICENSE_EXPIRED);
        }
        if (GracePeriod.reached(certificateEnd, now)) {
            return new Position(Standing.RESTRICTED, Reason.CERTIFICATE_ENDED);
        }
        if (grace.ofSilence(proven.held(), now)) {
            return new Position(Standing.GRACE, Reason.SERVER_UNREACHABLE);
        }
        return new Position(Standing.LICENSED, null);
    }

    /** The changes of position after {@code now}, soonest first, up to the first that restricts. */
    List<Forecast> forecast(Proven proven, Instant now) {
        List<Forecast> forecast = new ArrayList<>();
        Position last = position(proven, now);
        for (Instant turn : turns(proven, now)) {
            Position next = position(proven, turn);
            Reason reason = next.reason();
            if (last.standing() != Standing.RESTRICTED && !next.equals(last) && reason != null) {
                forecast.add(new Forecast(turn, next.standing(), reason, condition(reason, proven.held())));
                last = next;
            }
        }
        return forecast;
    }

    /** When the certificate ends for this installation; null for never. */
    @Nullable
    Instant certificateEnd(Proven proven) {
        Certificate certificate = proven.certificate();
        return switch (proven.held().mode()) {
            case OFFLINE -> certificate.endNoLaterThan(proven.held().countsUntil());
            case ONLINE ->
                certificate.endNoLaterThan(
                        LicenseEnd.capped(certificate.issuedAt().plus(LONGEST_ONLINE_CERTIFICATE)));
        };
    }

    LicenseStatus status(Proven proven, Instant now) {
        Reason against = against(proven);
        if (against == Reason.LICENSE_SUSPENDED || against == Reason.LICENSE_BANNED) {
            return LicenseStatus.SUSPENDED;
        }
        return proven.certificate().license().expiredAt(now) ? LicenseStatus.EXPIRED : LicenseStatus.ACTIVE;
    }

    private static @Nullable Reason against(Proven proven) {
        Reason byVerdict = byVerdict(proven.held().verdict());
        return byVerdict != null ? byVerdict : byCertificate(proven);
    }

    private static @Nullable Reason byVerdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Good good -> null;
            case Verdict.Suspended suspended -> Reason.LICENSE_SUSPENDED;
            case Verdict.Banned banned -> Reason.LICENSE_BANNED;
            case Verdict.Unknown unknown -> Reason.LICENSE_UNKNOWN;
            case Verdict.SeatRemoved removed -> Reason.SEAT_REMOVED;
            case Verdict.Refused refused -> Reason.REFUSED_BY_SERVER;
        };
    }

    private static @Nullable Reason byCertificate(Proven proven) {
        Certificate certificate = proven.certificate();
        boolean notEntitled = proven.held().mode() == ValidationMode.OFFLINE
                && !certificate.entitlements().containsKey(EntitlementCatalog.OFFLINE_LICENSING);
        return switch (certificate.license().state()) {
            case SUSPENDED -> Reason.LICENSE_SUSPENDED;
            case BANNED -> Reason.LICENSE_BANNED;
            case USABLE -> notEntitled ? Reason.OFFLINE_NOT_ENTITLED : null;
        };
    }

    private List<Instant> turns(Proven proven, Instant now) {
        License license = proven.certificate().license();
        return Stream.of(
                        grace.begin(proven.held()),
                        license.expiresAt(),
                        GracePeriod.end(license),
                        certificateEnd(proven))
                .filter(Objects::nonNull)
                .filter(now::isBefore)
                .sorted()
                .distinct()
                .toList();
    }

    private static Condition condition(Reason reason, HeldLicense held) {
        if (reason == Reason.LICENSE_EXPIRED) {
            return Condition.LICENSE_NOT_RENEWED;
        }
        if (reason == Reason.CERTIFICATE_ENDED && held.isRenewalRefused()) {
            return Condition.CERTIFICATE_NOT_RENEWED;
        }
        return held.mode() == ValidationMode.ONLINE ? Condition.SERVER_UNREACHABLE : Condition.NO_NEWER_FILE;
    }
}
