package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.CheckInResult;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operation knows of the license's check-in, once it has asked for one. A validation may come from a replica that
 * has not seen the check-in, so that one which counted outweighs a validation that calls it overdue.
 */
sealed interface CheckInState {

    /** What an activation can know. The activation ends when a check-in is refused. */
    sealed interface OfActivation extends CheckInState {}

    /** What is known once the server has not refused a check-in. */
    sealed interface Accepted extends OfActivation {}

    /** Nothing was asked for yet. */
    record NotYet() implements OfActivation {}

    /** The server has signed that the next check-in is due later than now: none is overdue. */
    record Counted() implements Accepted {}

    /** The server has signed that the license's policy asks for no check-in. */
    record NotDemanded() implements Accepted {}

    /** The license was checked in, but the response does not prove when the next check-in is due. */
    record Unproven() implements Accepted {}

    /**
     * The server has refused the check-in.
     *
     * @param code the server's code; null where it stands for the license itself, of which a validation tells
     */
    record Refused(@Nullable String code) implements CheckInState {}

    /**
     * What a check-in proves.
     *
     * @param at when the server signed its result
     */
    static CheckInState of(CheckInResult result, Instant at) {
        return switch (result) {
            case CheckInResult.Accepted accepted -> of(accepted, at);
            case CheckInResult.Refused(ServerRefusal.Against against) -> new Refused(null);
            case CheckInResult.Refused(ServerRefusal.Expired expired) -> new Refused(null);
            case CheckInResult.Refused(ServerRefusal.NotAllowed(String code)) -> new Refused(code);
            case CheckInResult.Refused(ServerRefusal.Invalid(String code)) -> new Refused(code);
        };
    }

    /** What an accepted check-in proves. */
    static Accepted of(CheckInResult.Accepted result, Instant at) {
        return switch (result) {
            case CheckInResult.CheckedIn(Instant next) ->
                next != null && next.isAfter(at) ? new Counted() : new Unproven();
            case CheckInResult.NotDemanded notDemanded -> new NotDemanded();
        };
    }

    /** Whether a validation may come from a replica that has not seen the check-in yet. */
    default boolean mayBeUnseenIn(CallResult<ValidationResult> result) {
        boolean signed = switch (this) {
            case Accepted accepted -> true;
            case NotYet notYet -> false;
            case Refused refused -> false;
        };
        return signed
                && result
                        instanceof
                        CallResult.Signed<ValidationResult>(
                                ValidationResult(Outcome.CheckInOverdue overdue, var license),
                                var at);
    }
}
