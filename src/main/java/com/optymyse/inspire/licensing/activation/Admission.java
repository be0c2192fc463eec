package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What an activation does after a validation. Whatever stands against the license is refused here, before a seat is taken. */
sealed interface Admission {

    /** The license, as the server has just described it. */
    License license();

    /** No check-in is needed, or none any more. */
    sealed interface CheckInSettled extends Admission {}

    /** The installation has a seat, as far as the validation tells: its machine can be checked out. */
    record Seated(License license) implements CheckInSettled {}

    /** The license is fine, and a seat on it has to be taken. */
    record SeatNeeded(License license) implements CheckInSettled {}

    /** The license has to be checked in, then validated again. */
    record CheckInNeeded(License license) implements Admission {}

    /**
     * Decides on the server's response.
     *
     * @param checkedIn what this activation knows of the license's check-in
     * @param now the signed time of the response
     * @throws Refusal when the license can't be activated here
     */
    static Admission of(ValidationResult validation, CheckInState.OfActivation checkedIn, Instant now) {
        return switch (checkedIn) {
            case CheckInState.NotYet notYet -> beforeCheckIn(validation, now);
            case CheckInState.Accepted accepted -> afterCheckIn(validation, accepted, now);
        };
    }

    private static Admission beforeCheckIn(ValidationResult validation, Instant now) {
        return seat(validation, now)
                .filter(next -> !next.license().requiresCheckIn())
                .<Admission>map(next -> next)
                .orElseGet(() -> new CheckInNeeded(usable(validation, now)));
    }

    /**
     * Decides on the response after a check-in. A check-in is made only once.
     *
     * @throws Refusal when the license can't be activated here
     */
    static CheckInSettled afterCheckIn(ValidationResult validation, CheckInState.Accepted checkedIn, Instant now) {
        return seat(validation, now).orElseGet(() -> overdue(usable(validation, now), checkedIn));
    }

    /** Whether there is a seat; empty when a check-in is overdue, because the response does not show the seat then. */
    private static Optional<CheckInSettled> seat(ValidationResult validation, Instant now) {
        return switch (validation.outcome()) {
            case Outcome.Good good -> Optional.of(new Seated(usable(validation, now)));
            case Outcome.NotSeated notSeated -> Optional.of(new SeatNeeded(usable(validation, now)));
            case Outcome.CheckInOverdue overdue -> Optional.empty();
            case Outcome.Expired expired -> throw Refusals.expired(validation.license());
            case Outcome.Against(var verdict) -> throw Refusals.against(verdict);
            case Outcome.NotAllowed(String code) -> throw Refusals.notAllowed(code);
            case Outcome.OtherProduct other -> throw Refusals.otherProduct();
            case Outcome.Undecided(String code) ->
                throw new Refusal(
                        RefusalCode.LICENSING_SERVER_ERROR,
                        "The licensing server refused with the code " + code
                                + ", which this version does not know. Ask the vendor.");
        };
    }

    /** The verdict of a response that stands against the license; empty where it says nothing against it. */
    static Optional<Verdict.Against> against(ValidationResult validation) {
        return switch (validation.outcome()) {
            case Outcome.Against(Verdict.Against verdict) -> Optional.of(verdict);
            // About how the key is used here: no reason to refuse a license file. What is about other installations,
            // such as TOO_MANY_MACHINES, stands against the license.
            case Outcome.NotAllowed notAllowed -> Optional.empty();
            case Outcome.Good good -> described(validation);
            case Outcome.NotSeated notSeated -> described(validation);
            case Outcome.CheckInOverdue overdue -> described(validation);
            case Outcome.Expired expired -> described(validation);
            case Outcome.OtherProduct other -> Optional.empty();
            case Outcome.Undecided undecided -> Optional.empty();
        };
    }

    private static Optional<Verdict.Against> described(ValidationResult validation) {
        License license = validation.license();
        return license == null
                ? Optional.empty()
                : switch (license.state()) {
                    case SUSPENDED -> Optional.of(new Verdict.Suspended());
                    case BANNED -> Optional.of(new Verdict.Banned());
                    case USABLE -> Optional.empty();
                };
    }

    /**
     * Decides on a response that still calls the check-in overdue. If the check-in counted or is not needed, the check-out
     * decides.
     */
    private static CheckInSettled overdue(License license, CheckInState.Accepted checkedIn) {
        return switch (checkedIn) {
            case CheckInState.Counted counted -> new Seated(license);
            case CheckInState.NotDemanded notDemanded -> new Seated(license);
            case CheckInState.Unproven unproven -> throw overdue();
        };
    }

    private static Refusal overdue() {
        return new Refusal(
                        RefusalCode.LICENSE_NOT_ALLOWED,
                        "The licensing server accepted the license's check-in, but still reports it as overdue. Ask"
                                + " the vendor.")
                .telling(Map.of("requires", "check-in"));
    }

    private static License usable(ValidationResult validation, Instant now) {
        License license = validation.license();
        if (license == null) {
            throw new Refusal(
                    RefusalCode.LICENSING_SERVER_ERROR,
                    "The response of the licensing server does not describe the license. Try again later.");
        }
        Refusals.requireUsable(license, now);
        return license;
    }
}
