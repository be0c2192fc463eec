package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.activation.MachineFiles.CheckOut;
import com.optymyse.inspire.licensing.activation.RevalidationRules.CheckInNeeded;
import com.optymyse.inspire.licensing.activation.RevalidationRules.CheckOutNeeded;
import com.optymyse.inspire.licensing.activation.RevalidationRules.Conclusion;
import com.optymyse.inspire.licensing.activation.RevalidationRules.Validated;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevalidationRulesTest {

    private static final CheckOutNeeded GOOD = new CheckOutNeeded(true);
    private static final CheckOutNeeded CHECKED_IN = new CheckOutNeeded(false, true);
    private static final Snapshot BEFORE = holding(TestFile.machine().certificate());

    @ParameterizedTest
    @MethodSource("undecidedByValidation")
    void afterValidation_onlyTheCertificateCanTell_checkOutNeeded(Outcome outcome, boolean good) {
        assertThat(RevalidationRules.afterValidation(outcome, new CheckInState.NotYet()))
                .isEqualTo(new CheckOutNeeded(good));
    }

    static Stream<Arguments> undecidedByValidation() {
        return Stream.of(
                Arguments.of(new Outcome.Good(), true),
                Arguments.of(new Outcome.Expired(), true),
                Arguments.of(new Outcome.NotSeated(), false));
    }

    @ParameterizedTest
    @MethodSource("judgedByValidation")
    void afterValidation_against_verdict(Outcome outcome, Verdict verdict) {
        assertThat(RevalidationRules.afterValidation(outcome, new CheckInState.NotYet()))
                .isEqualTo(new Conclusion.Judged(verdict));
    }

    static Stream<Arguments> judgedByValidation() {
        return Stream.of(
                Arguments.of(new Outcome.Against(new Verdict.Suspended()), new Verdict.Suspended()),
                Arguments.of(new Outcome.Against(new Verdict.Unknown()), new Verdict.Unknown()));
    }

    @ParameterizedTest
    @MethodSource("refusedHere")
    void afterValidation_howTheKeyIsUsed_refusedHere(Outcome outcome, String code) {
        assertThat(RevalidationRules.afterValidation(outcome, new CheckInState.NotYet()))
                .isEqualTo(new Conclusion.RefusedHere(new Verdict.Refused(code)));
    }

    static Stream<Arguments> refusedHere() {
        return Stream.of(
                Arguments.of(new Outcome.OtherProduct(), "PRODUCT_SCOPE_MISMATCH"),
                Arguments.of(new Outcome.NotAllowed("USER_SCOPE_REQUIRED"), "USER_SCOPE_REQUIRED"));
    }

    @Test
    void afterValidation_overdueBeforeACheckIn_checkInNeeded() {
        assertThat(RevalidationRules.afterValidation(new Outcome.CheckInOverdue(), new CheckInState.NotYet()))
                .isEqualTo(new CheckInNeeded());
    }

    /** It says so because it has not seen the check-in, and hides whether the license has expired or lost its seat. */
    @Test
    void afterValidation_overdueAfterACheckInThatCounted_checkOutNeeded() {
        assertThat(RevalidationRules.afterValidation(new Outcome.CheckInOverdue(), new CheckInState.Counted()))
                .isEqualTo(CHECKED_IN);
    }

    @ParameterizedTest
    @MethodSource("provingNothing")
    void afterValidation_overdueAfterACheckInThatProvesNothing_verdictWithItsCode(
            CheckInState checkedIn, @Nullable String refusedWith) {
        assertThat(RevalidationRules.afterValidation(new Outcome.CheckInOverdue(), checkedIn))
                .isEqualTo(new Conclusion.Judged(new Verdict.Refused("OVERDUE"), refusedWith));
    }

    static Stream<Arguments> provingNothing() {
        return Stream.of(
                Arguments.of(new CheckInState.NotDemanded(), null),
                Arguments.of(new CheckInState.Unproven(), null),
                Arguments.of(new CheckInState.Refused(null), null),
                Arguments.of(new CheckInState.Refused("NAME_TOO_LONG"), "NAME_TOO_LONG"));
    }

    @Test
    void afterValidation_unknownRefusal_noVerdict() {
        assertFailed(
                RevalidationRules.afterValidation(new Outcome.Undecided("NEW_CODE"), new CheckInState.NotYet()),
                "NEW_CODE");
    }

    @Test
    void afterCheckOut_verified_renewed() {
        Certificate certificate = TestFile.machine().certificate();

        assertThat(RevalidationRules.afterCheckOut(GOOD, new CheckOut.Verified(certificate), BEFORE))
                .isEqualTo(new Conclusion.Renewed(certificate, false));
    }

    @Test
    void afterCheckOut_olderThanTheOneHeldAndTheSame_outdatedAndNothingToTell() {
        Certificate older = issued(Held.T.minusMillis(1)).certificate();

        assertThat(RevalidationRules.afterCheckOut(GOOD, new CheckOut.Verified(older), BEFORE))
                .isEqualTo(new Conclusion.Outdated(older, false));
    }

    @Test
    void afterCheckOut_olderThanTheOneHeldAndOther_outdatedAndToBeTold() {
        Certificate older = displays(1, Held.T.minusMillis(1));

        assertThat(RevalidationRules.afterCheckOut(GOOD, new CheckOut.Verified(older), BEFORE))
                .isEqualTo(new Conclusion.Outdated(older, true));
    }

    /** The certificate held does not verify any more; what was known of the license still counts. */
    @Test
    void afterCheckOut_olderThanTheNewestKnownOfTheLicense_outdated() {
        Certificate older = issued(Held.T).certificate();
        StoredInstallation stored = Held.stored(new LicenseState.None());
        StoredInstallation known = new StoredInstallation(
                stored.id(),
                stored.fingerprint(),
                1,
                1,
                stored.marks(),
                KnownLicenses.NONE.holding(displays(1, Held.T.plusMillis(1))),
                stored.license(),
                List.of());
        Snapshot before = new Snapshot(
                known, Held.T, Held.snapshot(new LicenseState.None()).licensing());

        assertThat(RevalidationRules.afterCheckOut(GOOD, new CheckOut.Verified(older), before))
                .isEqualTo(new Conclusion.Outdated(older, true));
    }

    /** A machine file of five minutes ago must not hide that the seat was removed. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void afterCheckOut_seatNotConfirmedAndFileNotNewer_noVerdict(long older) {
        Certificate replayed = issued(Held.T.minusMillis(older)).certificate();

        assertFailed(
                RevalidationRules.afterCheckOut(new CheckOutNeeded(false), new CheckOut.Verified(replayed), BEFORE),
                "did not confirm the seat");
    }

    @Test
    void afterCheckOut_seatNotConfirmedAndFileNewer_renewed() {
        Certificate newer = issued(Held.T.plusMillis(1)).certificate();

        assertThat(RevalidationRules.afterCheckOut(new CheckOutNeeded(false), new CheckOut.Verified(newer), BEFORE))
                .isEqualTo(new Conclusion.Renewed(newer, false));
    }

    private static Certificate displays(int displays, Instant issued) {
        return issued(issued)
                .withAttributes(attributes -> attributes.withObject("/metadata").put("maxDisplays", displays))
                .certificate();
    }

    private static TestFile issued(Instant at) {
        return TestFile.machine().lasting(at, Held.days(14));
    }

    private static Snapshot holding(Certificate certificate) {
        HeldLicense held = Held.online(certificate, new Verdict.Good());
        return Held.snapshot(new LicenseState.Proven(held, certificate));
    }

    @Test
    void afterCheckOut_noSeat_seatRemoved() {
        assertThat(RevalidationRules.afterCheckOut(GOOD, new CheckOut.NoSeat(), BEFORE))
                .isEqualTo(new Conclusion.Judged(new Verdict.SeatRemoved()));
    }

    @Test
    void afterCheckOut_nothingThatCounts_noVerdict() {
        CallResult.Failed<MachineCheckOut> failed =
                new CallResult.Failed<>(CallResult.Cause.UNREACHABLE, "It did not answer.");

        assertThat(RevalidationRules.afterCheckOut(GOOD, new CheckOut.Failed(failed), BEFORE))
                .isEqualTo(new Conclusion.Failed(failed));
    }

    @Test
    void afterCheckOut_against_verdict() {
        assertThat(afterRefused(new ServerRefusal.Against(new Verdict.Banned())))
                .isEqualTo(new Conclusion.Judged(new Verdict.Banned()));
    }

    @Test
    void afterCheckOut_accessRevokedAtExpiry_certificateHeldTellsTheExpiry() {
        assertThat(afterRefused(new ServerRefusal.Expired())).isEqualTo(new Conclusion.Judged(new Verdict.Good()));
    }

    /** The signed validation counts; only the certificate is not renewed. */
    @ParameterizedTest
    @MethodSource("notRenewed")
    void afterCheckOut_refusedAlthoughTheValidationIsGood_goodWithItsCode(ServerRefusal refusal, String code) {
        assertThat(afterRefused(refusal)).isEqualTo(new Conclusion.Judged(new Verdict.Good(), code));
    }

    /** Nothing that was signed says that the license is good. */
    @ParameterizedTest
    @MethodSource("notRenewed")
    void afterCheckOut_refusedAndNoGoodValidation_noVerdict(ServerRefusal refusal, String code) {
        assertFailed(
                RevalidationRules.afterCheckOut(
                        new CheckOutNeeded(false), new CheckOut.Refused(refusal, Held.T), BEFORE),
                code);
    }

    static Stream<Arguments> notRenewed() {
        return Stream.of(
                Arguments.of(new ServerRefusal.NotAllowed("LICENSE_NOT_ALLOWED"), "LICENSE_NOT_ALLOWED"),
                Arguments.of(new ServerRefusal.Invalid("NAME_TOO_LONG"), "NAME_TOO_LONG"),
                Arguments.of(
                        new ServerRefusal.LimitReached("MACHINE_CORE_LIMIT_EXCEEDED"), "MACHINE_CORE_LIMIT_EXCEEDED"));
    }

    /** The server finds the machine before it looks at limits, and the check-in was what stood against the license. */
    @Test
    void afterCheckOut_limitAfterACheckInThatCounted_goodWithItsCode() {
        assertThat(afterCheckIn(new ServerRefusal.LimitReached("MACHINE_CORE_LIMIT_EXCEEDED")))
                .isEqualTo(new Conclusion.Judged(new Verdict.Good(), "MACHINE_CORE_LIMIT_EXCEEDED"));
        assertThat(afterCheckIn(new ServerRefusal.Invalid("NAME_TOO_LONG")))
                .isEqualTo(new Conclusion.Judged(new Verdict.Good(), "NAME_TOO_LONG"));
        assertFailed(afterCheckIn(new ServerRefusal.NotAllowed("LICENSE_NOT_ALLOWED")), "LICENSE_NOT_ALLOWED");
    }

    private static Conclusion afterCheckIn(ServerRefusal refusal) {
        return RevalidationRules.afterCheckOut(CHECKED_IN, new CheckOut.Refused(refusal, Held.T), BEFORE);
    }

    private static Conclusion afterRefused(ServerRefusal refusal) {
        return RevalidationRules.afterCheckOut(GOOD, new CheckOut.Refused(refusal, Held.T), BEFORE);
    }

    private static void assertFailed(Validated conclusion, String detail) {
        assertThat(conclusion)
                .isInstanceOfSatisfying(
                        Conclusion.Failed.class,
                        failed -> assertThat(failed.failed().detail()).contains(detail));
    }
}
