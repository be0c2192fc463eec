package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static com.optymyse.inspire.licensing.installation.Held.days;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HighWaterMarksTest {

    private static final Instant EARLY = days(1);
    private static final Instant MIDDLE = days(31);
    private static final Instant LATE = days(59);
    private static final String TEXT = "ABCDEFGHJKLMNPQR";

    @Test
    void effective_nothingKnown_clock() {
        assertThat(HighWaterMarks.NONE.effective(MIDDLE)).isEqualTo(MIDDLE);
    }

    @Test
    void effective_clockSetBack_highestMark() {
        assertThat(new HighWaterMarks(LATE, MIDDLE).effective(EARLY)).isEqualTo(LATE);
        assertThat(new HighWaterMarks(MIDDLE, LATE).effective(EARLY)).isEqualTo(LATE);
    }

    @Test
    void effective_clockAhead_clock() {
        assertThat(new HighWaterMarks(EARLY, MIDDLE).effective(LATE)).isEqualTo(LATE);
    }

    @Test
    void afterFreshResponse_seenTimeFarAhead_healed() {
        HighWaterMarks wrong = new HighWaterMarks(EARLY, LATE).with(challenge(LATE));

        assertThat(wrong.afterFreshResponse(MIDDLE)).isEqualTo(setTo(MIDDLE, MIDDLE));
        assertThat(HighWaterMarks.NONE.afterFreshResponse(MIDDLE)).isEqualTo(setTo(MIDDLE, MIDDLE));
    }

    @Test
    void afterFreshResponse_notLaterThanSignedTime_changesNothing() {
        assertThat(new HighWaterMarks(MIDDLE, LATE).afterFreshResponse(EARLY))
                .isEqualTo(new HighWaterMarks(MIDDLE, LATE));
        assertThat(new HighWaterMarks(MIDDLE, LATE).afterFreshResponse(MIDDLE))
                .isEqualTo(new HighWaterMarks(MIDDLE, LATE));
    }

    /** A spare file: issued after all that the vendor has signed before, but before the time that has come here since. */
    @Test
    void afterCertificate_issuedAfterAllSignedBefore_raisesSignedTimeAlone() {
        assertThat(new HighWaterMarks(EARLY, LATE).afterCertificate(issued(MIDDLE)))
                .isEqualTo(new HighWaterMarks(MIDDLE, LATE));
        assertThat(HighWaterMarks.NONE.afterCertificate(issued(MIDDLE))).isEqualTo(new HighWaterMarks(MIDDLE, null));
    }

    @Test
    void afterCertificate_notTheNewest_changesNothing() {
        assertThat(new HighWaterMarks(MIDDLE, LATE).afterCertificate(issued(MIDDLE)))
                .isEqualTo(new HighWaterMarks(MIDDLE, LATE));
        assertThat(new HighWaterMarks(LATE, EARLY).afterCertificate(issued(MIDDLE)))
                .isEqualTo(new HighWaterMarks(LATE, EARLY));
    }

    @Test
    void afterCertificate_challengeInTheMachinesMetadata_setsTheTimeToItsIssue() {
        HighWaterMarks doubted = new HighWaterMarks(EARLY, LATE).with(challenge(LATE));

        assertThat(doubted.afterCertificate(machineFile(MIDDLE, TEXT))).isEqualTo(setTo(MIDDLE, MIDDLE));
    }

    @Test
    void afterCertificate_challengeInTheLicensesMetadata_ofALicenseFileAlone() {
        HighWaterMarks doubted = new HighWaterMarks(EARLY, LATE).with(challenge(LATE));

        assertThat(doubted.afterCertificate(inLicense(TestFile.license()))).isEqualTo(setTo(MIDDLE, MIDDLE));
        assertThat(doubted.afterCertificate(inLicense(TestFile.machine())))
                .isEqualTo(new HighWaterMarks(MIDDLE, LATE).with(challenge(LATE)));
    }

    /** As after detach: nobody can have had a file for the new fingerprint before. */
    @Test
    void afterCertificate_fingerprintIsTheChallenge_setsTheTimeToItsIssue() {
        HighWaterMarks detached =
                new HighWaterMarks(EARLY, LATE).with(new ClockChallenge(TestVendor.FINGERPRINT, LATE));

        assertThat(detached.afterCertificate(issued(MIDDLE))).isEqualTo(setTo(MIDDLE, MIDDLE));
        assertThat(detached.afterCertificate(
                        TestFile.license().lasting(MIDDLE, null).certificate()))
                .isEqualTo(new HighWaterMarks(MIDDLE, LATE).with(detached.challenge()));
    }

    @Test
    void afterCertificate_challengeOfAnother_setsNothingBack() {
        HighWaterMarks doubted = new HighWaterMarks(EARLY, LATE).with(challenge(LATE));

        assertThat(doubted.afterCertificate(machineFile(MIDDLE, TEXT.replace('A', 'B'))))
                .isEqualTo(new HighWaterMarks(MIDDLE, LATE).with(challenge(LATE)));
    }

    @Test
    void afterCertificate_challengeUsed_notAgain() {
        Certificate file = machineFile(MIDDLE, TEXT);
        HighWaterMarks used =
                new HighWaterMarks(EARLY, LATE).with(challenge(LATE)).afterCertificate(file);

        assertThat(used.seen(LATE).afterCertificate(file).latest()).isEqualTo(LATE);
    }

    /** A file that was ordered then, and kept. */
    @Test
    void afterCertificate_thirtyDaysAfterTheChallengeWasMade_setsNothingBack() {
        Certificate file = machineFile(MIDDLE, TEXT);
        HighWaterMarks doubted = new HighWaterMarks(EARLY, LATE).with(challenge(LATE));
        Instant last = LATE.plus(Duration.ofDays(30)).minusNanos(1);

        assertThat(doubted.seen(last).afterCertificate(file).latest()).isEqualTo(MIDDLE);
        assertThat(doubted.seen(last.plusNanos(1)).afterCertificate(file).latest())
                .isEqualTo(last.plusNanos(1));
    }

    @Test
    void afterCertificate_challengeNamedByAFileOlderThanSignedTime_noEarlierThanThat() {
        HighWaterMarks doubted = new HighWaterMarks(MIDDLE, LATE).with(challenge(LATE));

        HighWaterMarks after = doubted.afterCertificate(machineFile(EARLY, TEXT));

        assertThat(after.latest()).isEqualTo(MIDDLE);
    }

    @Test
    void isDoubtedBy_moreThanADayAheadOfBothClocks_yes() {
        HighWaterMarks marks = new HighWaterMarks(EARLY, LATE);
        Instant day = LATE.minus(Duration.ofDays(1));

        assertThat(marks.isDoubtedBy(day.minusNanos(1), day.minusNanos(1))).isTrue();
        assertThat(marks.isDoubtedBy(day, day.minusNanos(1))).isFalse();
        assertThat(marks.isDoubtedBy(day.minusNanos(1), day)).isFalse();
        assertThat(HighWaterMarks.NONE.isDoubtedBy(day, day)).isFalse();
    }

    @Test
    void isChallengeOver_bothClocksWithinADay_yes() {
        HighWaterMarks doubted = new HighWaterMarks(EARLY, LATE).with(challenge(LATE));
        Instant day = LATE.minus(Duration.ofDays(1));

        assertThat(doubted.isChallengeOver(day, day)).isTrue();
        assertThat(doubted.isChallengeOver(day.minusNanos(1), day)).isFalse();
        assertThat(doubted.isChallengeOver(day, day.minusNanos(1))).isFalse();
        assertThat(new HighWaterMarks(EARLY, LATE).isChallengeOver(day, day)).isFalse();
    }

    @Test
    void isChallengeOver_thirtyDaysAfterItWasMade_yes() {
        HighWaterMarks doubted = new HighWaterMarks(EARLY, LATE.plus(Duration.ofDays(30))).with(challenge(LATE));

        assertThat(doubted.isChallengeOver(EARLY, EARLY)).isTrue();
        assertThat(doubted.with(challenge(LATE.plusNanos(1))).isChallengeOver(EARLY, EARLY))
                .isFalse();
    }

    @Test
    void random_always_sixteenOfThoseThatNobodyMistakes() {
        SplittableRandom random = new SplittableRandom(7);
        Set<String> made = new HashSet<>();

        for (int i = 0; i < 1000; i++) {
            String text = ClockChallenge.random(random, T).text();
            assertThat(text).matches("[A-HJ-NP-Z2-9]{16}");
            made.add(text);
        }

        assertThat(made).hasSize(1000);
        assertThat(challenge(T).isForPeople()).isTrue();
        assertThat(new ClockChallenge(TestVendor.FINGERPRINT, T).isForPeople()).isFalse();
    }

    @Test
    void seen_earlierOrNone_changesNothing() {
        assertThat(new HighWaterMarks(EARLY, LATE).seen(MIDDLE)).isEqualTo(new HighWaterMarks(EARLY, LATE));
        assertThat(new HighWaterMarks(EARLY, LATE).seen(null)).isEqualTo(new HighWaterMarks(EARLY, LATE));
    }

    @Test
    void seen_later_raisesSeenTimeAlone() {
        assertThat(new HighWaterMarks(EARLY, MIDDLE).seen(LATE)).isEqualTo(new HighWaterMarks(EARLY, LATE));
        assertThat(HighWaterMarks.NONE.seen(LATE)).isEqualTo(new HighWaterMarks(null, LATE));
        assertThat(setTo(EARLY, EARLY).with(challenge(T)).seen(LATE))
                .isEqualTo(new HighWaterMarks(EARLY, LATE, EARLY, challenge(T), true));
    }

    @Test
    void latest_ofTwoOrOneOrNone_theHighest() {
        assertThat(new HighWaterMarks(EARLY, LATE).latest()).isEqualTo(LATE);
        assertThat(new HighWaterMarks(LATE, EARLY).latest()).isEqualTo(LATE);
        assertThat(new HighWaterMarks(EARLY, null).latest()).isEqualTo(EARLY);
        assertThat(new HighWaterMarks(null, EARLY).latest()).isEqualTo(EARLY);
        assertThat(HighWaterMarks.NONE.latest()).isNull();
    }

    @Test
    void edited_whateverIsNotAFreshResponse_staysSo() {
        HighWaterMarks edited =
                new HighWaterMarks(EARLY, EARLY).with(challenge(EARLY)).edited();

        assertThat(edited.intact()).isFalse();
        assertThat(edited.afterCertificate(machineFile(LATE, TEXT))).isEqualTo(edited);
        assertThat(edited.seen(LATE)).isEqualTo(new HighWaterMarks(EARLY, LATE, null, challenge(EARLY), false));
    }

    @Test
    void edited_freshAnswer_isAllThatCounts() {
        assertThat(new HighWaterMarks(LATE, LATE).edited().afterFreshResponse(MIDDLE))
                .isEqualTo(setTo(MIDDLE, MIDDLE));
    }

    private static HighWaterMarks setTo(Instant signed, Instant time) {
        return new HighWaterMarks(signed, time, time, null, true);
    }

    private static ClockChallenge challenge(Instant madeAt) {
        return new ClockChallenge(TEXT, madeAt);
    }

    private static Certificate issued(Instant at) {
        return machineFile(at, null);
    }

    private static Certificate machineFile(Instant issued, @Nullable String challenge) {
        return TestFile.machine()
                .lasting(issued, null)
                .with(root -> root.withObject("/data/attributes/metadata").put("clockChallenge", challenge))
                .certificate();
    }

    private static Certificate inLicense(TestFile file) {
        return file.lasting(MIDDLE, null)
                .withAttributes(attributes -> attributes.withObject("/metadata").put("clockChallenge", TEXT))
                .certificate();
    }
}
