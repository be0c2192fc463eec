package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static com.optymyse.inspire.licensing.installation.Held.days;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.certificate.TestVendor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollbackTest {

    @ParameterizedTest
    @CsvSource({
        "5, 50, 0, false",
        "6, 51, 1, false",
        "4, 50, 0, true",
        "5, 49, 0, true",
        "5, 50, -1, true",
        "9, 49, 1, true",
        "4, 99, 1, true",
        "9, 99, -1, true"
    })
    void between_anyOfItFallen_isOne(long version, long trail, long seconds, boolean fallen) {
        StoredInstallation known = state(5, 50, T);

        assertThat(Rollback.between(known, state(version, trail, T.plusSeconds(seconds)), days(1)))
                .isEqualTo(
                        fallen
                                ? Optional.of(new Rollback(
                                        days(1),
                                        new StateHeight(5, 50, T),
                                        new StateHeight(version, trail, T.plusSeconds(seconds)),
                                        false))
                                : Optional.empty());
    }

    /** Another database, or a copy that was detached. */
    @Test
    void between_anotherInstallation_isNone() {
        StoredInstallation other = new StoredInstallation(
                UUID.randomUUID(),
                TestVendor.FINGERPRINT,
                1,
                1,
                HighWaterMarks.NONE,
                KnownLicenses.NONE,
                new LicenseState.None(),
                List.of());

        assertThat(Rollback.between(state(5, 50, T), other, days(1))).isEmpty();
    }

    /** Such an edit is told by itself, and an online answer may set the time back that somebody has put ahead. */
    @Test
    void between_signedTimeEditedOrUnknown_isNone() {
        StoredInstallation edited = state(5, 50, T);

        assertThat(Rollback.between(
                        edited.with(new HighWaterMarks(days(9), null).edited()),
                        edited.with(new HighWaterMarks(T, null)),
                        days(1)))
                .isEmpty();
        assertThat(Rollback.between(
                        edited.with(new HighWaterMarks(T, null)),
                        edited.with(new HighWaterMarks(T.minusSeconds(1), null).edited()),
                        T))
                .isEmpty();
        assertThat(Rollback.between(edited.with(HighWaterMarks.NONE), edited, T))
                .isEmpty();
        assertThat(Rollback.between(edited, edited.with(HighWaterMarks.NONE), T))
                .isEmpty();
    }

    @Test
    void between_anotherReplicaHasStoredIt_isNone() {
        StoredInstallation known = state(5, 50, T);
        Rollback higher = rollback(T, 6, 50);

        assertThat(Rollback.between(known, telling(state(3, 40, T), higher), days(1)))
                .isEmpty();
        assertThat(Rollback.between(known, telling(state(3, 40, T), higher.confirmedByAnAdmin()), days(1)))
                .isEmpty();
    }

    /** This replica has known more than the other one that has stored it. */
    @Test
    void between_anotherReplicaHasStoredLess_isOne() {
        assertThat(Rollback.between(state(5, 50, T), telling(state(3, 40, T), rollback(T, 4, 50)), days(1)))
                .isPresent();
    }

    /** What is put back the second time tells of the first. */
    @Test
    void between_databaseTellsOfAnEarlierOneAlone_isOne() {
        Rollback first = rollback(T, 9, 90);

        assertThat(Rollback.between(telling(state(5, 50, T), first), telling(state(3, 40, T), first), days(1)))
                .isPresent();
        assertThat(Rollback.between(
                        telling(state(5, 50, T), first), telling(state(3, 40, T), first.confirmedByAnAdmin()), days(1)))
                .isPresent();
    }

    @Test
    void problem_found_saysWhatWasAndWhatIsWithItsValues() {
        Rollback found = Rollback.between(state(5, 50, T.plusSeconds(9)), state(3, 40, T), days(1))
                .orElseThrow();

        assertThat(found.problem().detail())
                .contains("version 3 instead of 5", "entry 40 instead of 50", "failover", "confirm");
        assertThat(found.problem().values())
                .containsEntry("seenAt", days(1).toString())
                .containsEntry("versionBefore", 5L)
                .containsEntry("version", 3L)
                .containsEntry("entryBefore", 50L)
                .containsEntry("entry", 40L)
                .containsEntry("signedTimeBefore", T.plusSeconds(9).toString())
                .containsEntry("signedTime", T.toString());
    }

    @Test
    void problem_noSignedTime_leavesItOut() {
        Rollback found = rollback(T, 5, 50);

        assertThat(found.problem().values()).doesNotContainKeys("signedTimeBefore", "signedTime");
    }

    @Test
    void unconfirmed_byAnAdmin_isGone() {
        Rollback found = rollback(T, 5, 50);

        assertThat(Anomalies.NONE.unconfirmed()).isEmpty();
        assertThat(Anomalies.NONE.with(found).unconfirmed()).contains(found);
        assertThat(Anomalies.NONE.with(found.confirmedByAnAdmin()).unconfirmed())
                .isEmpty();
    }

    private static Rollback rollback(Instant seenAt, long versionBefore, long trailBefore) {
        return new Rollback(
                seenAt, new StateHeight(versionBefore, trailBefore, null), new StateHeight(1, 1, null), false);
    }

    private static StoredInstallation telling(StoredInstallation state, Rollback told) {
        return state.with(Anomalies.NONE.with(told));
    }

    private static StoredInstallation state(long version, long trail, @Nullable Instant signed) {
        return new StoredInstallation(
                        Held.INSTALLATION,
                        TestVendor.FINGERPRINT,
                        version,
                        1,
                        new HighWaterMarks(signed, null),
                        KnownLicenses.NONE,
                        new LicenseState.None(),
                        List.of())
                .atEntry(trail);
    }
}
