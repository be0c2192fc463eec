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
        @Schema(description = "Whether entitlements and limits count now")
        boolean licensed,

        @Schema(
                description = "What the installation may do. `grace`: everything still works, and an admin should act."
                        + " `restricted`: the license does not count now.")
        String standing,

        @Schema(description = "Why the standing is not `licensed`; null when it is") @Nullable
        String reason,

        @Schema(description = "When the standing changes if nothing else happens, in UTC; null for never") @Nullable
        Instant until,

        @Schema(
                description =
                        "The time that counts for the license when this is answered, in UTC: the host's clock, or the latest"
                                + " time known where the clock is behind it")
        Instant now,

        @Schema(description = "The license that is held; null when there is none") @Nullable
        Details license,

        Limits limits,

        @Schema(description = "Every entitlement that Inspire or the license knows, granted or not")
        List<Entitlement> entitlements,

        @Schema(
                description =
                        "What would count if the license did. Null where it counts, and where nothing proves what it"
                                + " grants.")
        @Nullable
        AsSigned asSigned,

        @Schema(description = "The changes of standing to come, soonest first")
        List<Coming> forecast,

        @Schema(description = "How re-validation goes; null unless a license is validated online") @Nullable
        Revalidations revalidation,

        Installation installation,

        @Schema(description = "The name of the admin who asks, as the history has it")
        String reader,

        @Schema(description = "The operation that is changing the license now, on any replica; null when there is none")
        @Nullable
        UnderWayAnswer underWay,

        @Schema(description = "What an admin should look at, although nothing was refused")
        List<ProblemAnswer> problems,

        @Schema(description = "A number that rises with each visible change of the installation")
        long revision,

        @Schema(
                description =
                        "In the answer to a deactivation alone: whether the licensing server has confirmed that the seat is"
                                + " free. `pending`: it is tried until it does. `not-possible`: it can't be freed from here.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String release,

        @Schema(description = "In the answer to a deactivation alone, where the seat could not be freed: what to do")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String releaseDetail) {

    /** The license held. */
    @Schema(description = "The license that is held.")
    public record Details(
            @Schema(description = "The license key") String key,

            @Schema(description = "What the vendor calls the license; null where it has no name") @Nullable
            String name,

            @Schema(description = "What the vendor's last signed statement says of the license")
            String status,

            @Schema(
                    description =
                            "`online`: the licensing server is asked every day. `offline`: a signed license file counts.")
            String validationMode,

            @Schema(description = "When the vendor created the license, in UTC; null where nothing tells") @Nullable
            Instant createdAt,

            @Schema(description = "When the license expires, in UTC; null for never") @Nullable
            Instant expiresAt,

            @Schema(
                    description =
                            "When the licensing server last gave a verdict, by its signed time in UTC; null for an"
                                    + " offline license")
            @Nullable
            Instant lastValidatedAt,

            @Schema(
                    description =
                            "When the vendor issued the signed certificate that proves the license here, in UTC; null"
                                    + " where nothing proves it")
            @Nullable
            Instant certificateIssuedAt,

            @Schema(
                    description =
                            "When the signed certificate ends that proves the license here, in UTC; null for never")
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
    @Schema(description = "A change of standing to come.")
    public record Coming(
            @Schema(description = "When, in UTC") Instant at,

            @Schema(description = "The standing from then on")
            String standing,

            @Schema(description = "Why") String reason,

            @Schema(description = "What has to stay as it is for this to happen") @JsonProperty("if")
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
    @Schema(description = "How re-validation of an online license goes.")
    public record Revalidations(
            @Schema(description = "When the licensing server was last asked, in UTC; null for never") @Nullable
            Instant lastAttemptAt,

            @Schema(
                    description =
                            "What came of it: a verdict in a word, the licensing server's own code of a refusal, or the"
                                    + " code of the problem that left it without a verdict. Null before the first attempt.")
            @Nullable
            String outcome,

            @Schema(description = "When it is asked next by itself, in UTC; null where it is not") @Nullable
            Instant nextAttemptAt) {}

    /** What identifies this installation, and what it still owes the licensing server. */
    @Schema(description = "What identifies this installation, and what it still owes the licensing server.")
    public record Installation(
            @Schema(description = "What signed snapshots call it, behind `urn:uuid:`")
            UUID id,

            @Schema(description = "What the vendor knows this installation by")
            String fingerprint,

            @Schema(description = "Where the vendor's public keys come from: built into the package, or configured")
            String trust,

            @Schema(
                    description =
                            "What a license file has to name as `clockChallenge` in the metadata of its machine, or of its"
                                    + " license in a file of that kind, to set the time that counts to its issue. Null while there"
                                    + " is no doubt about the time.")
            @Nullable
            String clockChallenge,

            @Schema(
                    description =
                            "What to send to the vendor for a license file that this installation takes: a text for people")
            String fileRequest,

            @Schema(
                    description =
                            "The agents that the replica which answers was started with, such as those for tracing, in the"
                                    + " order of its options: their files or libraries. An agent can change what the service"
                                    + " does.")
            List<String> agents,

            @Schema(description = "The version of the service, by the replica that answers")
            String version,

            @Schema(
                    description =
                            "The number of the newest entry of the audit trail that this replica has seen; 0 for none")
            long trail,

            @Schema(description = "Seats that are not given back to the licensing server yet")
            List<PendingRelease> pendingReleases) {}

    /** A seat not given back yet: what the vendor's support needs to free it by hand. */
    @Schema(description = "A seat that is not given back yet: what the vendor's support needs to free it by hand.")
    public record PendingRelease(
            @Schema(description = "What the licensing server calls the seat")
            String machineId,

            @Schema(
                    description =
                            "The key of the license that has the seat, masked: its first six and last four characters at most")
            String licenseKey,

            @Schema(description = "When it was first to be given back, in UTC")
            Instant since,

            @Schema(description = "How often it was tried") int attempts,

            @Schema(
                    description =
                            "`queued`: tried again until it is given back. `blocked`: refused by the licensing server."
                                    + " `unknown`: written by a newer version of the service, and left alone.")
            String state,

            @Schema(description = "Why the last attempt did not succeed, in a sentence; null before the first")
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
