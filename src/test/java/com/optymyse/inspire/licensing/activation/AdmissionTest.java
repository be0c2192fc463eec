package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.License.State;
import com.optymyse.inspire.licensing.license.Limits;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Terms;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AdmissionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final License GOOD = license(State.USABLE, null, false, false);

    @Test
    void of_goodAndSeated_seated() {
        assertThat(admit(new Outcome.Good(), GOOD)).isEqualTo(new Admission.Seated(GOOD));
    }

    @Test
    void of_goodWithoutSeat_seatNeeded() {
        assertThat(admit(new Outcome.NotSeated(), GOOD)).isEqualTo(new Admission.SeatNeeded(GOOD));
    }

    static Stream<Arguments> verdicts() {
        License suspended = license(State.SUSPENDED, null, false, false);
        License banned = license(State.BANNED, null, false, false);
        return Stream.of(
                Arguments.of(new Outcome.Against(new Verdict.Suspended()), GOOD, new Verdict.Suspended()),
                Arguments.of(new Outcome.Against(new Verdict.Unknown()), null, new Verdict.Unknown()),
                Arguments.of(new Outcome.Good(), suspended, new Verdict.Suspended()),
                Arguments.of(new Outcome.NotSeated(), banned, new Verdict.Banned()),
                Arguments.of(new Outcome.CheckInOverdue(), suspended, new Verdict.Suspended()),
                Arguments.of(new Outcome.Expired(), suspended, new Verdict.Suspended()),
                Arguments.of(new Outcome.Good(), GOOD, null),
                Arguments.of(new Outcome.Good(), null, null),
                Arguments.of(new Outcome.Expired(), GOOD, null),
                Arguments.of(new Outcome.NotAllowed("USER_SCOPE_REQUIRED"), GOOD, null),
                Arguments.of(new Outcome.OtherProduct(), suspended, null),
                Arguments.of(new Outcome.Undecided("NEW_CODE"), suspended, null));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void against_answer_whatItSaysAgainstTheLicense(
            Outcome outcome, @Nullable License license, Verdict.@Nullable Against verdict) {
        assertThat(Admission.against(new ValidationResult(outcome, license))).isEqualTo(Optional.ofNullable(verdict));
    }

    @Test
    void of_checkInDemanded_checkInFirstAndOnlyOnce() {
        License demanding = license(State.USABLE, null, false, true);
        ValidationResult validation = new ValidationResult(new Outcome.NotSeated(), demanding);

        assertThat(Admission.of(validation, new CheckInState.NotYet(), NOW))
                .isEqualTo(new Admission.CheckInNeeded(demanding));
        assertThat(Admission.of(validation, new CheckInState.Unproven(), NOW))
                .isEqualTo(new Admission.SeatNeeded(demanding));
    }

    @Test
    void of_overdue_checkInFirstAndRefusedIfStillOverdue() {
        License demanding = license(State.USABLE, null, false, true);
        ValidationResult overdue = new ValidationResult(new Outcome.CheckInOverdue(), demanding);

        assertThat(Admission.of(overdue, new CheckInState.NotYet(), NOW))
                .isEqualTo(new Admission.CheckInNeeded(demanding));
        assertThat(refusal(overdue, new CheckInState.Unproven())).isEqualTo(RefusalCode.LICENSE_NOT_ALLOWED);
    }

    /** An overdue check-in hides whether there is a seat, and whether the license has expired. */
    @Test
    void of_overdueAfterACheckInThatCounted_checkOutDecidesAndAttributesStillCount() {
        License demanding = license(State.USABLE, null, false, true);
        License expired = license(State.USABLE, NOW, false, true);
        Outcome overdue = new Outcome.CheckInOverdue();

        assertThat(Admission.of(new ValidationResult(overdue, demanding), new CheckInState.Counted(), NOW))
                .isEqualTo(new Admission.Seated(demanding));
        assertThat(refusal(new ValidationResult(overdue, expired), new CheckInState.Counted()))
                .isEqualTo(RefusalCode.LICENSE_EXPIRED);
    }

    /** Signed are both, and the later one may come from a replica that has not seen the change of the policy. */
    @Test
    void of_overdueAlthoughNoCheckInIsDemanded_checkOutDecides() {
        License demanding = license(State.USABLE, null, false, true);

        assertThat(Admission.of(
                        new ValidationResult(new Outcome.CheckInOverdue(), demanding),
                        new CheckInState.NotDemanded(),
                        NOW))
                .isEqualTo(new Admission.Seated(demanding));
    }

    @ParameterizedTest
    @MethodSource("refusedByOutcome")
    void of_outcomeAgainst_refusedWithItsCode(Outcome outcome, RefusalCode code) {
        assertThat(refusal(new ValidationResult(outcome, GOOD), new CheckInState.NotYet()))
                .isEqualTo(code);
    }

    static Stream<Arguments> refusedByOutcome() {
        return Stream.of(
                Arguments.of(new Outcome.Expired(), RefusalCode.LICENSE_EXPIRED),
                Arguments.of(new Outcome.OtherProduct(), RefusalCode.LICENSE_OTHER_PRODUCT),
                Arguments.of(new Outcome.NotAllowed("USER_SCOPE_REQUIRED"), RefusalCode.LICENSE_NOT_ALLOWED),
                Arguments.of(new Outcome.Undecided("NEW_CODE"), RefusalCode.LICENSING_SERVER_ERROR),
                Arguments.of(new Outcome.Against(new Verdict.Unknown()), RefusalCode.LICENSE_KEY_UNKNOWN),
                Arguments.of(new Outcome.Against(new Verdict.Suspended()), RefusalCode.LICENSE_SUSPENDED),
                Arguments.of(new Outcome.Against(new Verdict.Banned()), RefusalCode.LICENSE_BANNED),
                Arguments.of(
                        new Outcome.Against(new Verdict.Refused("TOO_MANY_MACHINES")), RefusalCode.LICENSE_NOT_ALLOWED),
                Arguments.of(new Outcome.Against(new Verdict.SeatRemoved()), RefusalCode.LICENSE_NOT_ALLOWED));
    }

    @ParameterizedTest
    @MethodSource("refusedByAttributes")
    void of_attributesAgainst_refusedBeforeASeatIsTaken(License license, RefusalCode code) {
        assertThat(refusal(new ValidationResult(new Outcome.NotSeated(), license), new CheckInState.NotYet()))
                .isEqualTo(code);
        assertThat(refusal(new ValidationResult(new Outcome.Good(), license), new CheckInState.NotYet()))
                .isEqualTo(code);
    }

    static Stream<Arguments> refusedByAttributes() {
        return Stream.of(
                Arguments.of(license(State.SUSPENDED, null, false, false), RefusalCode.LICENSE_SUSPENDED),
                Arguments.of(license(State.BANNED, null, false, false), RefusalCode.LICENSE_BANNED),
                Arguments.of(license(State.USABLE, NOW, false, false), RefusalCode.LICENSE_EXPIRED),
                Arguments.of(license(State.USABLE, null, true, false), RefusalCode.LICENSE_NOT_ALLOWED));
    }

    @Test
    void of_expiresInAMoment_admitted() {
        License ending = license(State.USABLE, NOW.plusMillis(1), false, false);

        assertThat(admit(new Outcome.Good(), ending)).isEqualTo(new Admission.Seated(ending));
    }

    @Test
    void of_heartbeatDemanded_saysSo() {
        ValidationResult validation =
                new ValidationResult(new Outcome.NotSeated(), license(State.USABLE, null, true, false));

        assertThat(catchThrowableOfType(Refusal.class, () -> Admission.of(validation, new CheckInState.NotYet(), NOW))
                        .detail())
                .contains("heartbeat");
    }

    @Test
    void of_goodWithoutLicense_serverError() {
        assertThat(refusal(new ValidationResult(new Outcome.Good(), null), new CheckInState.NotYet()))
                .isEqualTo(RefusalCode.LICENSING_SERVER_ERROR);
    }

    private static Admission admit(Outcome outcome, License license) {
        return Admission.of(new ValidationResult(outcome, license), new CheckInState.NotYet(), NOW);
    }

    private static RefusalCode refusal(ValidationResult validation, CheckInState.OfActivation checkedIn) {
        return catchThrowableOfType(Refusal.class, () -> Admission.of(validation, checkedIn, NOW))
                .code();
    }

    private static License license(State state, @Nullable Instant expiresAt, boolean heartbeat, boolean checkIn) {
        return new License(
                "license",
                "account",
                "product",
                null,
                "Enterprise",
                state,
                null,
                expiresAt,
                true,
                heartbeat,
                checkIn,
                new Terms(Limits.NONE, null, 0, List.of()));
    }
}
