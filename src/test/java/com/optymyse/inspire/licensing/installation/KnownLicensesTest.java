package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.installation.KnownLicense.Against;
import com.optymyse.inspire.licensing.installation.KnownLicense.Judgement;
import com.optymyse.inspire.licensing.installation.KnownLicenses.Rank;
import com.optymyse.inspire.licensing.license.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownLicensesTest {

    private static final Instant BEFORE = T.minusMillis(1);
    private static final String ID = file(500, T).license().id();
    private static final String MACHINE = file(500, T).machineId();

    @Test
    void rank_nothingKnown_newest() {
        assertThat(KnownLicenses.NONE.rank(file(500, T))).isEqualTo(Rank.NEWEST);
    }

    @Test
    void rank_issuedWithOrAfterTheNewest_newestWhateverItGrants() {
        KnownLicenses known = KnownLicenses.NONE.holding(file(5, T));

        assertThat(known.rank(file(500, T))).isEqualTo(Rank.NEWEST);
        assertThat(known.rank(file(500, T.plusMillis(1)))).isEqualTo(Rank.NEWEST);
    }

    @Test
    void rank_issuedBefore_byWhatItGrants() {
        KnownLicenses known = KnownLicenses.NONE.holding(file(5, T));

        assertThat(known.rank(file(5, BEFORE))).isEqualTo(Rank.OLDER_WITH_NO_MORE);
        assertThat(known.rank(file(6, BEFORE))).isEqualTo(Rank.OLDER_WITH_MORE);
    }

    /** An offline file outlives an online certificate by nature. */
    @Test
    void rank_issuedBeforeAndEndingLater_hasNoMore() {
        Certificate endless = TestFile.machine().lasting(BEFORE, null).certificate();

        assertThat(KnownLicenses.NONE.holding(file(500, T)).rank(endless)).isEqualTo(Rank.OLDER_WITH_NO_MORE);
    }

    @Test
    void holding_older_changesNothing() {
        KnownLicenses known = KnownLicenses.NONE.holding(file(5, T));

        assertThat(known.holding(file(5, BEFORE))).isEqualTo(known);
        assertThat(known.holding(file(500, BEFORE))).isEqualTo(known);
    }

    @Test
    void holding_newerWithMore_isTheNewestFromThenOn() {
        KnownLicenses known = KnownLicenses.NONE.holding(file(5, T)).holding(file(500, T.plusMillis(1)));

        assertThat(known.rank(file(500, T))).isEqualTo(Rank.OLDER_WITH_NO_MORE);
    }

    static List<Verdict.Against> againstTheLicense() {
        return List.of(
                new Verdict.Suspended(), new Verdict.Banned(), new Verdict.Unknown(), new Verdict.Refused("OVERDUE"));
    }

    @ParameterizedTest
    @MethodSource("againstTheLicense")
    void against_issuedBeforeAVerdict_itWhateverTheMachine(Verdict.Against verdict) {
        KnownLicenses known = KnownLicenses.NONE.judged(ID, new Judgement(verdict, T, "another machine"));
        Against against = new Against(verdict, T);

        assertThat(known.against(file(500, BEFORE))).contains(against);
        assertThat(known.against(TestFile.license().lasting(BEFORE, null).certificate()))
                .contains(against);
    }

    @ParameterizedTest
    @MethodSource("againstTheLicense")
    void against_issuedWithOrAfterAVerdict_nothing(Verdict verdict) {
        KnownLicenses known = KnownLicenses.NONE.judged(ID, new Judgement(verdict, T, null));

        assertThat(known.against(file(500, T))).isEmpty();
        assertThat(known.against(file(500, T.plusMillis(1)))).isEmpty();
    }

    @Test
    void against_reinstated_nothing() {
        KnownLicenses known = KnownLicenses.NONE
                .judged(ID, new Judgement(new Verdict.Suspended(), T, null))
                .judged(ID, new Judgement(new Verdict.Good(), T.plusSeconds(60), null));

        assertThat(known.against(file(500, BEFORE))).isEmpty();
    }

    @Test
    void against_renewedUnderANewLicenseId_nothing() {
        KnownLicenses known = KnownLicenses.NONE.judged("another", new Judgement(new Verdict.Suspended(), T, null));

        assertThat(known.against(file(500, BEFORE))).isEmpty();
    }

    /** Moved to a new host: the file of its new machine was made before the seat of the old one was removed. */
    @Test
    void against_seatRemoved_onlyFilesOfThatMachine() {
        KnownLicenses known = KnownLicenses.NONE.judged(ID, new Judgement(new Verdict.SeatRemoved(), T, MACHINE));
        KnownLicenses other = KnownLicenses.NONE.judged(ID, new Judgement(new Verdict.SeatRemoved(), T, "another"));

        assertThat(known.against(file(500, BEFORE))).isPresent();
        assertThat(other.against(file(500, BEFORE))).isEmpty();
        assertThat(known.against(TestFile.license().lasting(BEFORE, null).certificate()))
                .isEmpty();
    }

    @Test
    void judged_licenseThatWasHeld_keepsWhatItsNewestCertificateGrants() {
        KnownLicenses known =
                KnownLicenses.NONE.holding(file(5, T)).judged(ID, new Judgement(new Verdict.Suspended(), T, null));

        assertThat(known.rank(file(6, BEFORE))).isEqualTo(Rank.OLDER_WITH_MORE);
        assertThat(known.holding(file(7, T.plusMillis(1))).against(file(5, BEFORE)))
                .isPresent();
    }

    /** Whoever can try keys must not be able to have a verdict forgotten that is about a license of this installation. */
    @Test
    void judged_moreThanAHundredNeverHeld_theNewestAndAllHeldAreKept() {
        KnownLicenses known = KnownLicenses.NONE
                .holding(file(5, T))
                .judged(ID, new Judgement(new Verdict.Suspended(), T.minusSeconds(1), null));

        for (int i = 0; i <= KnownLicenses.LONGEST_MEMORY; i++) {
            known = known.judged("license " + i, new Judgement(new Verdict.Suspended(), T.plusSeconds(i), null));
        }

        assertThat(known.byId())
                .hasSize(KnownLicenses.LONGEST_MEMORY + 1)
                .containsKeys(ID, "license 1", "license 100")
                .doesNotContainKey("license 0");
    }

    @Test
    void knownLicense_nothingKnown_isNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KnownLicense(null, null));
    }

    private static Certificate file(int displays, Instant issued) {
        return TestFile.machine()
                .lasting(issued, Held.days(14))
                .withAttributes(attributes -> attributes.withObject("/metadata").put("maxDisplays", displays))
                .certificate();
    }
}
