package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.activation.MachineFiles.CheckOut;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.KnownLicense.Judgement;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.installation.KnownLicenses.Rank;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a re-validation concludes from the server's responses: pure decisions. */
final class RevalidationRules {

    /** What a validation tells. */
    sealed interface Validated permits CheckInNeeded, CheckOutNeeded, Conclusion {}

    /** The license has to be checked in and validated again before anything can be said. */
    record CheckInNeeded() implements Validated {}

    /**
     * The machine file has to be asked for before anything can be said.
     *
     * @param good whether the validation shows that nothing stands against the license, whatever becomes of its file
     * @param checkedIn whether the validation shows nothing but an overdue check-in, which was made meanwhile
     */
    record CheckOutNeeded(boolean good, boolean checkedIn) implements Validated {

        CheckOutNeeded(boolean good) {
            this(good, false);
        }
    }

    /** What is known after asking. */
    sealed interface Conclusion extends Validated {

        /**
         * The license is good, and this is its certificate from now on.
         *
         * @param older whether a newer one of the license was held before, which grants all that this one does
         */
        record Renewed(Certificate certificate, boolean older) implements Conclusion {}

        /**
         * The license is good, but the machine file that came is older than what this installation knows: somebody has
         * replayed it. It is dropped, and the certificate held stays.
         *
         * @param differs whether it grants something else than the certificate held
         */
        record Outdated(Certificate dropped, boolean differs) implements Conclusion {}

        /**
         * A verdict on the license held; its certificate stays.
         *
         * @param refusedWith the server's code where it refused a call beside the verdict; null where it did not
         */
        record Judged(Verdict verdict, @Nullable String refusedWith) implements Conclusion {

            Judged(Verdict verdict) {
                this(verdict, null);
            }
        }

        /**
         * The license is for another product, or its policy demands something that this service does not send. The license
         * held is restricted by it, but it says nothing against the license's files.
         */
        record RefusedHere(Verdict.Refused verdict) implements Conclusion {}

        /** Nothing new is known: the attempt failed, and everything stays as it was. */
        record Failed(CallResult.Failed<?> failed) implements Conclusion {}
    }

    private RevalidationRules() {}

    /** What the validation alone tells, or the one after a check-in. */
    static Validated afterValidation(Outcome outcome, CheckInState checkedIn) {
        return switch (outcome) {
            // An expired license still has a machine file, and that alone says what its expiry is.
            case Outcome.Good good -> new CheckOutNeeded(true);
            case Outcome.Expired expired -> new CheckOutNeeded(true);
            // A replica may not know the seat yet; only the check-out, which reads the primary, can say that it is
            // gone.
            case Outcome.NotSeated notSeated -> new CheckOutNeeded(false);
            case Outcome.CheckInOverdue overdue -> overdue(checkedIn);
            case Outcome.OtherProduct other ->
                new Conclusion.RefusedHere(new Verdict.Refused("PRODUCT_SCOPE_MISMATCH"));
            case Outcome.NotAllowed(String code) -> new Conclusion.RefusedHere(new Verdict.Refused(code));
            case Outcome.Against(Verdict verdict) -> new Conclusion.Judged(verdict);
            case Outcome.Undecided(String code) ->
                failed("The licensing server refused with the code " + code + ", which this version does not know.");
        };
    }

    /**
     * What follows from an overdue check-in. The service makes it first. If the check-in has counted, the replica has not
     * seen it; otherwise it is a verdict.
     */
    private static Validated overdue(CheckInState checkedIn) {
        Verdict overdue = new Verdict.Refused("OVERDUE");
        return switch (checkedIn) {
            case CheckInState.Counted counted -> new CheckOutNeeded(false, true);
            case CheckInState.NotYet notYet -> new CheckInNeeded();
            case CheckInState.NotDemanded notDemanded -> new Conclusion.Judged(overdue);
            case CheckInState.Unproven unproven -> new Conclusion.Judged(overdue);
            case CheckInState.Refused(String code) -> new Conclusion.Judged(overdue, code);
        };
    }

    /**
     * The conclusion once the machine file was asked for. What the licensing server has just issued is never older than what
     * it issued before, and the response that brings it has no nonce.
     */
    static Conclusion afterCheckOut(CheckOutNeeded validated, CheckOut checkOut, Snapshot before) {
        return switch (checkOut) {
            case CheckOut.Verified(Certificate certificate) -> afterVerified(validated, certificate, before);
            case CheckOut.NoSeat noSeat -> new Conclusion.Judged(new Verdict.SeatRemoved());
            case CheckOut.Failed(CallResult.Failed<?> failed) -> new Conclusion.Failed(failed);
            case CheckOut.Refused(ServerRefusal refusal, var at) -> afterRefusedCheckOut(validated, refusal);
        };
    }

    /**
     * If the validation is not good, only the machine file shows that there is a seat. It must then be newer than the one
     * held.
     */
    private static Conclusion afterVerified(CheckOutNeeded validated, Certificate certificate, Snapshot before) {
        boolean older = isOlder(certificate, before);
        boolean same = certificate.issuedAt().equals(heldSince(before.stored().license()));
        if (!validated.good() && (older || same)) {
            return failed(
                    "The licensing server did not confirm the seat, and its machine file is not newer than the one"
                            + " held.");
        }
        return older
                ? new Conclusion.Outdated(certificate, differs(before.stored().license(), certificate))
                : new Conclusion.Renewed(certificate, before.stored().known().rank(certificate) != Rank.NEWEST);
    }

    private static boolean isOlder(Certificate certificate, Snapshot before) {
        Instant held = heldSince(before.stored().license());
        return (held != null && certificate.issuedAt().isBefore(held))
                || before.stored().known().refuses(certificate).isPresent();
    }

    /** When the certificate that proves the license held was issued; null when none proves it. */
    private static @Nullable Instant heldSince(LicenseState license) {
        return license instanceof LicenseState.Proven(HeldLicense held, Certificate certificate)
                ? certificate.issuedAt()
                : null;
    }

    private static boolean differs(LicenseState before, Certificate now) {
        return !(before instanceof LicenseState.Proven(HeldLicense held, Certificate then)
                && licenseTheSame(then, now));
    }

    /**
     * What is known of licenses after it.
     *
     * @param next the license held after it
     */
    static KnownLicenses known(Snapshot before, Conclusion conclusion, HeldLicense next) {
        KnownLicenses known = before.stored().known();
        Instant at = next.verdictAt();
        if (at == null) {
            return known;
        }
        Judgement judgement = new Judgement(next.verdict(), at, next.machineId());
        return switch (conclusion) {
            case Conclusion.Renewed(Certificate certificate, boolean older) ->
                known.holding(certificate).judged(certificate.license().id(), judgement);
            case Conclusion.Outdated outdated -> judged(before, judgement);
            case Conclusion.Judged judged -> judged(before, judgement);
            case Conclusion.RefusedHere refused -> known;
            case Conclusion.Failed failed -> known;
        };
    }

    /** A certificate that does not verify any more does not tell which license it was of. */
    private static KnownLicenses judged(Snapshot before, Judgement judgement) {
        KnownLicenses known = before.stored().known();
        return before.stored().license() instanceof LicenseState.Proven(HeldLicense held, Certificate certificate)
                ? known.judged(certificate.license().id(), judgement)
                : known;
    }

    /** Whether the vendor licenses something else than before, whatever the verdict is. */
    static boolean changesTheLicense(LicenseState before, Conclusion conclusion) {
        return conclusion instanceof Conclusion.Renewed(Certificate now, boolean older) && differs(before, now);
    }

    private static boolean licenseTheSame(Certificate one, Certificate other) {
        License first = one.license();
        License second = other.license();
        return Objects.equals(first.name(), second.name())
                && Objects.equals(first.expiresAt(), second.expiresAt())
                && first.terms().equals(second.terms())
                && one.entitlements().equals(other.entitlements());
    }

    private static Conclusion afterRefusedCheckOut(CheckOutNeeded validated, ServerRefusal refusal) {
        return switch (refusal) {
            case ServerRefusal.Against(Verdict verdict) -> new Conclusion.Judged(verdict);
            // Access is revoked at expiry: the certificate held tells the expiry as well, and ends by itself.
            case ServerRefusal.Expired expired -> new Conclusion.Judged(new Verdict.Good());
            case ServerRefusal.NotAllowed(String code) -> notRenewed(validated.good(), code);
            // Both are looked at once the machine is found, so that there is a seat.
            case ServerRefusal.Invalid(String code) -> notRenewed(validated.good() || validated.checkedIn(), code);
            case ServerRefusal.LimitReached(String code) -> notRenewed(validated.good() || validated.checkedIn(), code);
        };
    }

    /**
     * The conclusion when no machine file was issued. After a good validation the certificate held counts until its own
     * end.
     */
    private static Conclusion notRenewed(boolean good, String code) {
        return good
                ? new Conclusion.Judged(new Verdict.Good(), code)
                : failed("The licensing server refused to issue a machine file (" + code + ").");
    }

    private static Conclusion failed(String detail) {
        return new Conclusion.Failed(new CallResult.Failed<>(CallResult.Cause.ERROR, detail));
    }
}
