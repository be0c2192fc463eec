package com.optymyse.inspire.licensing.postgres;

import static com.optymyse.inspire.licensing.testing.StoredSamples.AUDIT;
import static com.optymyse.inspire.licensing.testing.StoredSamples.NOW;
import static com.optymyse.inspire.licensing.testing.StoredSamples.held;
import static com.optymyse.inspire.licensing.testing.StoredSamples.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditTrail;
import com.optymyse.inspire.licensing.installation.Change;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Standing;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.testing.AsOwner;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.StoredSamples;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody edits the database by hand. */
@QuarkusTest
class EditedRowsComponentTest extends LicensingTest {

    @Inject
    InstallationStore store;

    @Inject
    AuditTrail trail;

    @Inject
    Database database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE license SET verdict = 'good'",
                "UPDATE license SET verdict_at = verdict_at + INTERVAL '1 microsecond'",
                "UPDATE license SET mode = 'offline'",
                "UPDATE license SET machine_id = 'machine-2'",
                "UPDATE license SET activated_at = activated_at - INTERVAL '1 year'",
                "UPDATE license SET counts_until = now() + INTERVAL '100 years'",
                "UPDATE license SET license_key = set_byte(license_key, 20, get_byte(license_key, 20) # 1)",
                "UPDATE license SET certificate = set_byte(certificate, 20, get_byte(certificate, 20) # 1)",
                "UPDATE license SET certificate = ''",
                "UPDATE installation SET version = version + 1",
                "UPDATE installation SET signed_time = NULL",
                "UPDATE installation SET seen_time = seen_time - INTERVAL '30 days'",
                "UPDATE known_license SET issued_at = issued_at - INTERVAL '1 day'",
                "UPDATE known_license SET max_displays = -1 WHERE license_id = 'license-1'",
                "UPDATE known_license SET entitlements = entitlements || chr(10) || 'ANOTHER'",
                "UPDATE known_license SET entitlements = entitlements || chr(10) || 'SSO_SAML' WHERE license_id = 'license-1'",
                "UPDATE known_license SET expires_at = NULL",
                "UPDATE known_license SET verdict = 'good' WHERE license_id = 'license-1'",
                "UPDATE known_license SET verdict_at = verdict_at - INTERVAL '1 second'",
                "UPDATE known_license SET verdict_machine_id = 'another'",
                "DELETE FROM known_license"
            })
    void load_rowEdited_isUnreadable(String edit) {
        commit(suspended());

        database.execute(edit);

        assertThat(await(store.load()).license()).isEqualTo(new LicenseState.Unreadable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE installation SET seen_time = NULL",
                "UPDATE installation SET fresh_time = clock_timestamp()",
                "UPDATE installation SET clock_challenge = 'ABCDEFGHJKLMNPQR', clock_challenge_at = clock_timestamp()",
                "UPDATE installation SET seen_time = seen_time - INTERVAL '1 microsecond'",
                "UPDATE installation SET signed_time = NULL",
                "UPDATE installation SET version = version + 1",
                "UPDATE installation SET marks_seal = NULL, marks_secret_id = NULL",
                "UPDATE installation SET version = 0, seen_time = NULL, signed_time = NULL, "
                        + "marks_seal = NULL, marks_secret_id = NULL",
                "UPDATE installation SET marks_seal = set_byte(marks_seal, 20, get_byte(marks_seal, 20) # 1)",
                "UPDATE known_license SET entitlements = entitlements || chr(10) || 'SSO_SAML' WHERE license_id = 'license-1'",
                "DELETE FROM known_license"
            })
    void load_timesEditedWithoutALicense_areNotIntactUntilAFreshResponse(String edit) {
        commit(new LicenseState.None());
        assertThat(await(store.load()).marks().intact()).isTrue();

        database.execute(edit);

        HighWaterMarks edited = await(store.load()).marks();
        assertThat(edited.intact()).isFalse();
        assertThat(await(store.commit(commitOf(new LicenseState.None(), edited), false))
                        .marks()
                        .intact())
                .isFalse();
        assertThat(await(store.commit(commitOf(new LicenseState.None(), edited.afterFreshResponse(NOW)), false))
                        .marks())
                .isEqualTo(new HighWaterMarks(NOW, NOW, NOW, null, true));
    }

    /** A time far ahead would end every license. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET known_time = '2099-01-01T00:00:00Z' WHERE known_time IS NOT NULL",
                "INSERT INTO audit SELECT id + 1, at, actor, action, outcome, code, detail, license_key, standing, reason,"
                        + " secret_id, mac, request, '2099-01-01T00:00:00Z', known_since FROM audit"
                        + " WHERE known_time IS NOT NULL"
            })
    void load_timeKnownToTheTrailEdited_isNotTheTimeThatCounts(String edit) {
        commit(held("machine-1"));
        Instant recorded = NOW.plusSeconds(3600);
        await(trail.addStanding(
                await(store.load()).version(),
                AuditEntry.standing(recorded, Standing.RESTRICTED, Reason.CERTIFICATE_ENDED)
                        .knowing(recorded)));
        assertThat(await(store.load()).marks().latest()).isEqualTo(recorded);

        database.execute(AsOwner.withoutTriggers(edit));

        assertThat(await(store.load()).marks().latest()).isBetween(NOW, recorded);
    }

    @Test
    void load_licenseDeletedAndTimesEdited_areNotIntact() {
        commit(held("machine-1"));

        database.execute("DELETE FROM license");
        assertThat(await(store.load()).marks().intact()).isTrue();
        database.execute("UPDATE installation SET seen_time = seen_time - INTERVAL '1 year'");

        assertThat(await(store.load()).marks().intact()).isFalse();
    }

    @Test
    void load_timeSeenSetBackAfterIt_isUnreadable() {
        commit(held("machine-1"));
        StoredInstallation before = await(store.load());
        await(store.see(before.version(), NOW.plusSeconds(3600)));
        assertThat(await(store.load()).license().held()).isEqualTo(held("machine-1"));

        database.execute("UPDATE installation SET seen_time = seen_time - INTERVAL '1 hour'");

        StoredInstallation after = await(store.load());
        assertThat(after.license()).isEqualTo(new LicenseState.Unreadable());
        assertThat(after.marks().intact()).isFalse();
    }

    @Test
    void see_afterAnEdit_doesNotVouchForIt() {
        commit(held("machine-1"));
        StoredInstallation before = await(store.load());
        database.execute("UPDATE license SET verdict = 'suspended'");

        await(store.see(before.version(), NOW.plusSeconds(3600)));

        assertThat(await(store.load()).license()).isEqualTo(new LicenseState.Unreadable());
    }

    /** As the version before this one has left it. */
    @Test
    void load_timesNeverSigned_areIntactByTheLicense() {
        commit(held("machine-1"));

        database.execute("UPDATE installation SET marks_seal = NULL, marks_secret_id = NULL");

        StoredInstallation loaded = await(store.load());
        assertThat(loaded.license().held()).isEqualTo(held("machine-1"));
        assertThat(loaded.marks().intact()).isTrue();
    }

    @Test
    void load_earlierRowPutBack_isUnreadable() {
        commit(held("machine-1"));
        database.execute("CREATE TABLE kept AS TABLE license");
        commit(suspended());

        database.execute("DELETE FROM license", "INSERT INTO license TABLE kept", "DROP TABLE kept");

        assertThat(await(store.load()).license()).isEqualTo(new LicenseState.Unreadable());
    }

    @Test
    void commit_overAnUnreadableLicense_mendsIt() {
        commit(held("machine-1"));
        database.execute("UPDATE license SET verdict = 'suspended'");

        commit(held("machine-2"));

        assertThat(await(store.load()).license().held()).isEqualTo(held("machine-2"));
    }

    @Test
    void load_keyNotInTheRing_saysWhichAndLeavesTheStanding() {
        commit(held("machine-1"));

        database.execute("UPDATE license SET secret_id = 'gone'");

        assertThatThrownBy(() -> await(store.load())).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(RefusalCode.STORE_UNAVAILABLE);
            assertThat(refusal.detail()).contains("'gone'", "licensing.secret.keys");
        });
    }

    /** As a version that seals in another way writes it: this one goes on with what it knew. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE license SET secret_id = '2:dev'",
                "UPDATE release SET secret_id = '2:dev'",
                "UPDATE installation SET marks_secret_id = '2:dev'; DELETE FROM license"
            })
    void load_rowOfANewerVersion_saysSoAndLeavesTheStanding(String newer) {
        commit(held("machine-1"), release("machine-2", SeatRelease.State.QUEUED, NOW));

        database.execute(newer);

        assertThatThrownBy(() -> await(store.load())).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(RefusalCode.STORE_UNAVAILABLE);
            assertThat(refusal.detail()).contains("newer version", "'2:dev'").doesNotContain("licensing.secret.keys");
        });
    }

    /** The key in the row must not be sent to whatever address somebody writes beside it. */
    @Test
    void claimRelease_serverEdited_blocksItAndTakesTheNext() {
        SeatRelease edited = release("machine-1", SeatRelease.State.QUEUED, NOW.minusSeconds(5));
        SeatRelease intact = release("machine-2", SeatRelease.State.QUEUED, NOW);
        commit(new LicenseState.None(), edited, intact);
        database.execute("UPDATE release SET server = 'https://thief.example.com' WHERE machine_id = 'machine-1'");
        Lease lease =
                await(store.acquire(Purpose.activate("admin"), Duration.ZERO)).orElseThrow();

        Optional<SeatRelease> claimed = await(store.claimRelease(lease, Duration.ofMinutes(1)));

        assertThat(claimed.map(SeatRelease::machineId)).contains("machine-2");
        assertThat(await(store.load()).releases())
                .extracting(SeatRelease::machineId)
                .containsExactly("machine-2");
        assertThat(database.query("SELECT machine_id FROM release WHERE last_error LIKE '%decrypt%' "
                        + "AND next_attempt_at BETWEEN now() + INTERVAL '23 hours' AND now() + INTERVAL '1 day'"))
                .containsExactly("machine-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO installation (id, fingerprint) VALUES (gen_random_uuid(), 'another')",
                "UPDATE installation SET fingerprint = 'not a fingerprint'",
                "INSERT INTO license SELECT * FROM license",
                "UPDATE license SET mode = 'always'",
                "UPDATE license SET machine_id = NULL",
                "UPDATE license SET verdict_at = 'infinity'",
                "UPDATE installation SET seen_time = 'infinity'",
                "UPDATE known_license SET issued_at = '-infinity'",
                "UPDATE release SET next_attempt_at = 'infinity'",
                "INSERT INTO signing_key VALUES (99, gen_random_uuid(), '', 'dev', '', 'infinity')",
                "INSERT INTO audit SELECT 99, 'infinity', NULL, action, outcome, NULL, detail, NULL, NULL, NULL,"
                        + " secret_id, mac FROM audit",
                "UPDATE audit_chain SET standing_at = '-infinity'",
                "UPDATE release SET state = 'done'"
            })
    void edit_impossibleValue_isRefusedByTheDatabase(String edit) {
        commit(held("machine-1"), release("machine-2", SeatRelease.State.QUEUED, NOW));

        assertThatThrownBy(() -> database.execute(edit)).hasRootCauseInstanceOf(java.sql.SQLException.class);
    }

    /** A time that no plan can say was written by a clock that was ahead, or by hand: it must not hold anything up for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"'infinity'", "clock_timestamp() + INTERVAL '6 minutes'"})
    void acquire_leaseThatEndsLaterThanAnyCan_isFree(String end) {
        commit(new LicenseState.None());
        database.execute("UPDATE installation SET lease_token = gen_random_uuid(), lease_until = " + end);

        commit(held("machine-1"));

        assertThat(await(store.acquire(Purpose.activate("admin"), Duration.ZERO)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'infinity'", "clock_timestamp() + INTERVAL '6 minutes'"})
    void claimAsking_claimedForLongerThanAnybodyAsks_isFree(String end) {
        commit(held("machine-1"));
        database.execute("UPDATE installation SET asking_version = version, asking_until = " + end);

        assertThat(await(store.claimAsking(await(store.load()).version()))).isTrue();
    }

    /** As a row may be that is older than the constraint. */
    @Test
    void claimRelease_plannedForNever_isDue() {
        commit(new LicenseState.None(), release("machine-1", SeatRelease.State.QUEUED, NOW));
        withoutConstraint(
                "release",
                "release_check",
                "CHECK (isfinite(since) AND isfinite(next_attempt_at)) NOT VALID",
                "UPDATE release SET next_attempt_at = 'infinity', since = 'infinity'");

        assertThat(await(store.load()).releases())
                .singleElement()
                .satisfies(release -> assertThat(release.isDueAt(NOW)).isTrue());
        Lease lease =
                await(store.acquire(Purpose.activate("admin"), Duration.ZERO)).orElseThrow();
        assertThat(await(store.claimRelease(lease, Duration.ofMinutes(1)))).isPresent();
        assertThat(await(store.claimRelease(lease, Duration.ofMinutes(1)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"infinity", "-infinity"})
    void load_licenseToBeAskedAboutNever_isDue(String never) {
        commit(held("machine-1"));
        withoutConstraint(
                "license",
                "license_check1",
                "CHECK (isfinite(activated_at) AND isfinite(verdict_at) AND isfinite(last_attempt_at)"
                        + " AND isfinite(next_attempt_at)) NOT VALID",
                "UPDATE license SET next_attempt_at = '" + never + "', last_attempt_at = '" + never + "'");

        assertThat(await(store.load()).license().held())
                .isInstanceOfSatisfying(
                        HeldLicense.class,
                        held -> assertThat(held.attempts().isDueAt(NOW)).isTrue());
    }

    @Test
    void load_releaseInAStateOfANewerVersion_isShownAndLeftAlone() {
        commit(
                held("machine-3"),
                release("machine-1", SeatRelease.State.QUEUED, NOW),
                release("machine-2", SeatRelease.State.QUEUED, NOW));
        withoutConstraint(
                "release",
                "release_state_check",
                "CHECK (state IN ('reserved', 'queued', 'blocked')) NOT VALID",
                "UPDATE release SET state = 'handed-over', next_attempt_at = clock_timestamp() - INTERVAL '1 hour'"
                        + " WHERE machine_id = 'machine-1'");

        StoredInstallation loaded = await(store.load());
        Lease lease =
                await(store.acquire(Purpose.activate("admin"), Duration.ZERO)).orElseThrow();
        Optional<SeatRelease> claimed = await(store.claimRelease(lease, Duration.ofMinutes(1)));

        assertThat(loaded.releases())
                .extracting(SeatRelease::machineId, SeatRelease::state)
                .containsExactlyInAnyOrder(
                        tuple("machine-1", SeatRelease.State.UNKNOWN), tuple("machine-2", SeatRelease.State.QUEUED));
        assertThat(claimed.map(SeatRelease::machineId)).contains("machine-2");
        assertThat(await(store.claimRelease(lease, Duration.ofMinutes(1)))).isEmpty();
        assertThat(database.query("SELECT state || attempts FROM release WHERE machine_id = 'machine-1'"))
                .containsExactly("handed-over0");
    }

    /** Lets an edit be made that a constraint refuses; it is there again for what comes after it. */
    private void withoutConstraint(String table, String name, String constraint, String edit) {
        database.execute(
                "ALTER TABLE " + table + " DROP CONSTRAINT " + name,
                edit,
                "ALTER TABLE " + table + " ADD CONSTRAINT " + name + " " + constraint);
    }

    private static HeldLicense suspended() {
        HeldLicense held = held("machine-1");
        return held.judged(new Verdict.Suspended(), NOW, held.attempts());
    }

    private Change commitOf(LicenseState license, HighWaterMarks marks) {
        StoredInstallation before = await(store.load());
        return new Change(before, null, license, marks, before.known(), List.of(), AUDIT);
    }

    private void commit(HeldLicense license, SeatRelease... queued) {
        commit(Held.state(license), queued);
    }

    private void commit(LicenseState license, SeatRelease... queued) {
        StoredInstallation before = await(store.load());
        HighWaterMarks marks = new HighWaterMarks(NOW.minusSeconds(1), NOW);
        await(store.commit(
                new Change(before, null, license, marks, StoredSamples.KNOWN, List.of(queued), AUDIT), true));
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(30));
    }
}
