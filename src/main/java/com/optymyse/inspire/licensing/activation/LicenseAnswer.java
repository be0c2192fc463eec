package com.optymyse.inspire.licensing.activation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.optymyse.inspire.licensing.activation.Deactivation.Release;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.installation.Forecast;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.LicenseDetails;
import com.optymyse.inspire.licensing.installation.Licensing;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.Entitlement;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.Limits;
import com.optymyse.inspire.licensing.license.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything about the installation's license, for an admin.
 *
 * @param licensed whether entitlements and limits count now
 * @param standing one of {@link com.optymyse.inspire.licensing.license.Standing}, in lower case
 * @param reason why it is not simply licensed; null when it is
 * @param until when the standing changes if nothing else happens; null for never
 * @param license the license held; null when there is none
 * @param limits the capacity now
 * @param entitlements every entitlement known, granted or not
 * @param forecast the changes of standing to come, soonest first
 * @param revalidation how re-validation goes; null unless a license is validated online
 * @param installation what identifies this installation, and what it still owes the licensing server
 * @param underWay the operation that is changing the license now, on any replica; null when there is none
 * @param problems what to look at
 * @param revision rises with every visible change
 * @param release in the answer of a deactivation alone: {@code completed}, {@code pending} or {@code not-possible}
 * @param releaseDetail in the answer of a deactivation alone, where the seat could not be freed: what to do
 */
public record LicenseAnswer(
        boolean licensed,
        String standing,
        @Nullable String reason,
        @Nullable Instant until,
        @Nullable Details license,
        Limits limits,
        List<Entitlement> entitlements,
        List<Coming> forecast,
        @Nullable Revalidations revalidation,
        Installation installation,
        @Nullable UnderWayAnswer underWay,
        List<ProblemAnswer> problems,
        long revision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String release,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String releaseDetail) {

    /** The license held; times in UTC, a null {@code expiresAt} is never. */
    public record Details(
            String key,
            @Nullable String name,
            String status,
            String validationMode,
            @Nullable Instant expiresAt,
            @Nullable Instant lastValidatedAt,
            @Nullable Instant certificateExpiresAt) {

        static Details of(LicenseDetails details) {
            return new Details(
                    details.key().value(),
                    details.name(),
                    word(details.status()),
                    word(details.validationMode()),
                    details.expiresAt(),
                    details.lastValidatedAt(),
                    details.certificateExpiresAt());
        }
    }

    /** A change of standing to come, and what has to stay as it is for it to happen. */
    public record Coming(
            Instant at,
            String standing,
            String reason,
            @JsonProperty("if") String condition) {

        static Coming of(Forecast forecast) {
            return new Coming(
                    forecast.at(), word(forecast.standing()), forecast.reason().code(), forecast.condition());
        }
    }

    /** The last attempt to re-validate, what came of it, and the next. */
    public record Revalidations(
            @Nullable Instant lastAttemptAt,
            @Nullable String outcome,
            @Nullable Instant nextAttemptAt) {}

    /**
     * This installation.
     *
     * @param id what its signed snapshots call it, behind {@code urn:uuid:}
     * @param fingerprint what the vendor calls it
     * @param trust {@code built-in} or {@code configured}: where the vendor's keys come from
     * @param pendingReleases seats not given back yet
     */
    public record Installation(UUID id, String fingerprint, String trust, List<PendingRelease> pendingReleases) {}

    /**
     * A seat not given back yet: what the vendor's support needs to free it by hand.
     *
     * @param state {@code queued}: tried again until it is given back; {@code blocked}: refused by the licensing server;
     *     {@code unknown}: written by a newer version of this service, and left alone
     */
    public record PendingRelease(
            String machineId,
            String licenseKey,
            Instant since,
            int attempts,
            String state,
            @Nullable String lastError) {

        static PendingRelease of(SeatRelease release) {
            return new PendingRelease(
                    release.machineId(),
                    release.key().masked(),
                    release.since(),
                    release.attempts(),
                    word(release.state()),
                    release.lastError());
        }
    }

    static LicenseAnswer of(
            Snapshot snapshot,
            TrustAnchors.Origin trust,
            @Nullable UnderWayAnswer underWay,
            List<LicensingProblem> around,
            @Nullable Release release,
            @Nullable String releaseDetail) {
        Licensing licensing = snapshot.licensing();
        LicenseDetails license = licensing.license();
        Reason reason = licensing.reason();
        return new LicenseAnswer(
                licensing.licensed(),
                word(licensing.standing()),
                reason == null ? null : reason.code(),
                licensing.until(),
                license == null ? null : Details.of(license),
                licensing.limits(),
                licensing.entitlements(),
                licensing.forecast().stream().map(Coming::of).toList(),
                revalidation(snapshot),
                installation(snapshot, trust),
                underWay,
                Stream.concat(licensing.problems().stream(), around.stream())
                        .map(ProblemAnswer::of)
                        .toList(),
                snapshot.stored().revision(),
                release == null ? null : word(release),
                releaseDetail);
    }

    private static @Nullable Revalidations revalidation(Snapshot snapshot) {
        return snapshot.stored().holding() instanceof HeldLicense held
                        && held.attempts().lastAt() != null
                ? new Revalidations(
                        held.attempts().lastAt(),
                        held.attempts().outcome(),
                        held.attempts().nextAt())
                : null;
    }

    private static Installation installation(Snapshot snapshot, TrustAnchors.Origin trust) {
        return new Installation(
                snapshot.stored().id(),
                snapshot.stored().fingerprint(),
                word(trust),
                snapshot.stored().releases().stream()
                        .filter(release -> release.state() != SeatRelease.State.RESERVED)
                        .map(PendingRelease::of)
                        .toList());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
