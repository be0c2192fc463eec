package com.optymyse.inspire.licensing.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.optymyse.inspire.licensing.activation.Deactivation.Release;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.installation.AsSigned;
import com.optymyse.inspire.licensing.installation.ClockChallenge;
import com.optymyse.inspire.licensing.installation.Forecast;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.installation.LicenseDetails;
import com.optymyse.inspire.licensing.installation.Licensing;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.Entitlement;
import com.optymyse.inspire.licensing.license.EnumWord;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.Limits;
import com.optymyse.inspire.licensing.license.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything about the installation's license, for an admin. */
@Schema(description = "Everything about the installation's license, for an admin.")
public record LicenseAnswer(
        @Schema(description = "Whether entitlements and limits are in force now")
        boolean licensed,

        @Schema(
                description =
                        "The standing of the installation. `grace`: everything still works, but an admin should act."
                                + " `restricted`: the license is not in force now.")
        String standing,

        @Schema(description = "The reason why the standing is not `licensed`; null if it is") @Nullable
        String reason,

        @Schema(description = "When the standing changes next if nothing else happens, in UTC; null for never")
        @Nullable
        Instant until,

        @Schema(
                description = "The time that the service uses for the license, in UTC. It is the time of the server's"
                        + " clock, or the latest recorded time if that is later.")
        Instant now,

        @Schema(description = "The license of this installation; null if there is none") @Nullable
        Details license,

        Limits limits,

        @Schema(description = "Every entitlement that Inspire or the license knows, granted or not")
        List<Entitlement> entitlements,

        @Schema(
                description =
                        "The limits and entitlements in the certificate of a license that is not in force. Null if"
                                + " the license is in force, or if no certificate proves it.")
        @Nullable
        AsSigned asSigned,

        @Schema(description = "The expected changes of the standing, soonest first")
        List<Coming> forecast,

        @Schema(description = "The last and the next re-validation; null if no license is validated online") @Nullable
        Revalidations revalidation,

        Installation installation,

        @Schema(description = "The name of the admin who sent the request, as in the history")
        String reader,

        @Schema(description = "The operation that is changing the license now, on any replica; null if there is none")
        @Nullable
        UnderWayAnswer underWay,

        @Schema(description = "Problems that an admin should look at. They refuse nothing.")
        List<ProblemAnswer> problems,

        @Schema(description = "A number that rises with each visible change of the installation")
        long revision,

        @Schema(
                description =
                        "Only in the answer to a deactivation: whether the licensing server has confirmed that the"
                                + " seat is free. `pending`: the service retries until the server confirms it. `not-possible`:"
                                + " the service can't release the seat.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String release,

        @Schema(
                description =
                        "Only in the answer to a deactivation that could not release the seat: the next step for the admin")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String releaseDetail) {

    /** The license held. */
    @Schema(description = "The license of this installation.")
    public record Details(
            @Schema(description = "The license key") String key,

            @Schema(description = "The vendor's name for the license; null if it has none") @Nullable
            String name,

            @Schema(description = "The status of the license, as the vendor last signed it")
            String status,

            @Schema(
                    description = "The kind of validation. `online`: the service asks the licensing server every day."
                            + " `offline`: a signed license file proves the license.")
            String validationMode,

            @Schema(description = "When the vendor created the license, in UTC; null if unknown") @Nullable
            Instant createdAt,

            @Schema(description = "When the license expires, in UTC; null for never") @Nullable
            Instant expiresAt,

            @Schema(
                    description =
                            "The signed time of the licensing server's last verdict, in UTC; null for an offline license")
            @Nullable
            Instant lastValidatedAt,

            @Schema(
                    description =
                            "When the vendor issued the certificate that proves the license, in UTC; null if there is none")
            @Nullable
            Instant certificateIssuedAt,

            @Schema(
                    description =
                            "When the certificate that proves the license expires, in UTC; null for never, or if there is none")
            @Nullable
            Instant certificateExpiresAt) {

        static Details of(LicenseDetails details) {
            return new Details(
                    details.key().value(),
                    details.name(),
                    EnumWord.of(details.status()),
                    EnumWord.of(details.validationMode()),
                    details.createdAt(),
                    details.expiresAt(),
                    details.lastValidatedAt(),
                    details.certificateIssuedAt(),
                    details.certificateExpiresAt());
        }
    }

    /** A change of standing to come, and what has to stay as it is for it to happen. */
    @Schema(description = "An expected change of the standing.")
    public record Coming(
            @Schema(description = "The time of the change, in UTC")
            Instant at,

            @Schema(description = "The standing after the change")
            String standing,

            @Schema(description = "The reason for the new standing")
            String reason,

            @Schema(description = "The condition under which the standing changes") @JsonProperty("if")
            String condition) {

        static Coming of(Forecast forecast) {
            return new Coming(
                    forecast.at(),
                    EnumWord.of(forecast.standing()),
                    forecast.reason().code(),
                    forecast.condition().text());
        }
    }

    /** The last attempt to re-validate, what came of it, and the next. */
    @Schema(description = "The last and the next re-validation of an online license.")
    public record Revalidations(
            @Schema(description = "When the service last asked the licensing server, in UTC; null for never") @Nullable
            Instant lastAttemptAt,

            @Schema(
                    description =
                            "The result of the last attempt: a verdict, the licensing server's own code of a refusal, or"
                                    + " the code of the problem that prevented a verdict. Null before the first attempt.")
            @Nullable
            String outcome,

            @Schema(
                    description =
                            "When the service asks the licensing server next by itself, in UTC; null if it does not")
            @Nullable
            Instant nextAttemptAt) {}

    /** This installation, and its seats that are still to be released. */
    @Schema(description = "This installation, and its seats that are still to be released.")
    public record Installation(
            @Schema(
                    description =
                            "The id of the installation. It follows `urn:uuid:` in the `iss` of signed snapshots.")
            UUID id,

            @Schema(description = "The name by which the vendor knows this installation")
            String fingerprint,

            @Schema(description = "The source of the vendor's public keys: built into the package, or configured")
            String trust,

            @Schema(
                    description =
                            "A text that proves that a license file is new. The vendor writes it as `clockChallenge` into"
                                    + " the metadata of the machine, or of the license for a file of that kind. Such a file sets"
                                    + " the time of this installation to its issue date. Null while the time is not in doubt.")
            @Nullable
            String clockChallenge,

            @Schema(description = "The text to send to the vendor to get a license file for this installation")
            String fileRequest,

            @Schema(
                    description = "The Java agents of the replica that answers, for example for tracing: their files or"
                            + " libraries, in the order of its JVM options. An agent can change what the service does.")
            List<String> agents,

            @Schema(description = "The version of the replica that answers")
            String version,

            @Schema(
                    description =
                            "The number of the newest entry of the audit trail that this replica has seen; 0 for none")
            long trail,

            @Schema(description = "Seats that are not released at the licensing server yet")
            List<PendingRelease> pendingReleases) {}

    /** A seat that is not released yet, with the data that the vendor's support needs to release it manually. */
    @Schema(
            description = "A seat that is not released yet, with the data that the vendor's support needs to release it"
                    + " manually.")
    public record PendingRelease(
            @Schema(description = "The id of the seat at the licensing server")
            String machineId,

            @Schema(
                    description =
                            "The key of the license that has the seat, masked: at most its first six and last four characters")
            String licenseKey,

            @Schema(description = "When the release first became due, in UTC")
            Instant since,

            @Schema(description = "The number of attempts so far")
            int attempts,

            @Schema(
                    description = "The state of the release. `queued`: the service retries until the seat is released."
                            + " `blocked`: the licensing server has refused the release. `unknown`: a newer version of the"
                            + " service wrote it, and this version does not handle it.")
            String state,

            @Schema(description = "The error of the last attempt, as text for people; null before the first attempt")
            @Nullable
            String lastError) {

        static PendingRelease of(SeatRelease release) {
            return new PendingRelease(
                    release.machineId(),
                    release.key().masked(),
                    release.since(),
                    release.attempts(),
                    EnumWord.of(release.state()),
                    release.lastError());
        }
    }

    /**
     * The answer to an admin.
     *
     * @param now the time that counts, which may be later than the snapshot was derived for
     * @param reader the admin's name
     * @param around what is wrong around the installation
     * @param release in the answer to a deactivation alone: what became of the seat
     * @param releaseDetail what to do where the seat could not be freed
     */
    public static LicenseAnswer of(
            Snapshot snapshot,
            Instant now,
            Replica replica,
            String reader,
            @Nullable UnderWayAnswer underWay,
            List<LicensingProblem> around,
            @Nullable Release release,
            @Nullable String releaseDetail) {
        Licensing licensing = snapshot.licensing();
        LicenseDetails license = licensing.license();
        Reason reason = licensing.reason();
        return new LicenseAnswer(
                licensing.licensed(),
                EnumWord.of(licensing.standing()),
                reason == null ? null : reason.code(),
                licensing.until(),
                now,
                license == null ? null : Details.of(license),
                licensing.limits(),
                licensing.entitlements(),
                licensing.asSigned(),
                licensing.forecast().stream().map(Coming::of).toList(),
                revalidation(snapshot),
                installation(snapshot, replica),
                reader,
                underWay,
                Stream.concat(licensing.problems().stream(), around.stream())
                        .map(ProblemAnswer::of)
                        .toList(),
                snapshot.stored().revision(),
                release == null ? null : EnumWord.of(release),
                releaseDetail);
    }

    private static @Nullable Revalidations revalidation(Snapshot snapshot) {
        HeldLicense held = snapshot.stored().license().held();
        return held != null && held.attempts().lastAt() != null
                ? new Revalidations(
                        held.attempts().lastAt(),
                        held.attempts().outcome(),
                        held.attempts().nextAt())
                : null;
    }

    private static Installation installation(Snapshot snapshot, Replica replica) {
        TrustAnchors trust = replica.trust();
        String fingerprint = snapshot.stored().fingerprint();
        String clockChallenge = clockChallenge(snapshot.stored().marks());
        return new Installation(
                snapshot.stored().id(),
                fingerprint,
                EnumWord.of(trust.origin()),
                clockChallenge,
                FileRequest.text(fingerprint, trust.product(), clockChallenge, replica.version(), trust.offline()),
                replica.agents().names(),
                replica.version(),
                snapshot.stored().trail(),
                snapshot.stored().releases().stream()
                        .filter(release -> release.state() != SeatRelease.State.RESERVED)
                        .map(PendingRelease::of)
                        .toList());
    }

    private static @Nullable String clockChallenge(HighWaterMarks marks) {
        ClockChallenge challenge = marks.challenge();
        return challenge != null && challenge.isForPeople() ? challenge.text() : null;
    }
}
