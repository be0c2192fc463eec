package com.optymyse.inspire.licensing.postgres;

import static com.optymyse.inspire.licensing.testing.StoredSamples.KEY;
import static com.optymyse.inspire.licensing.testing.StoredSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.AuditReport;
import com.optymyse.inspire.licensing.audit.AuditReport.Fault;
import com.optymyse.inspire.licensing.audit.AuditTrail;
import com.optymyse.inspire.licensing.audit.AuditTrail.Query;
import com.optymyse.inspire.licensing.audit.AuditTrail.Recorded;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Standing;
import com.optymyse.inspire.licensing.testing.AsOwner;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The trail is added to by many and changed by nobody: whoever does it by hand is found out. */
@QuarkusTest
class AuditTrailComponentTest extends LicensingTest {

    private static final int MANY = 20;

    private static final String NEXT = "next:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static final Duration KEEP = Duration.ofDays(400);

    @Inject
    AuditTrail trail;

    @Inject
    InstallationStore store;

    @Inject
    Database database;

    @Inject
    Transactions transactions;

    @ConfigProperty(name = "licensing.secret.keys")
    List<String> keys;

    @Test
    void newest_added_isReadAsWritten() {
        AuditEntry entry = new AuditEntry(
                NOW,
                new Caller("jane", "request-17", "trace"),
                Action.REPLACE,
                AuditEntry.Outcome.SUCCEEDED,
                "license-expired",
                "A license was activated online, in place of another one.",
                KEY.masked(),
                Standing.GRACE,
                Reason.LICENSE_EXPIRED,
                false,
                Map.of("method", "online", "formerMode", "offline"),
                null);

        await(trail.add(entry));

        assertThat(await(trail.newest(Query.newest(10))))
                .containsExactly(new Recorded(
                        1,
                        NOW,
                        "jane",
                        "replace",
                        "succeeded",
                        "license-expired",
                        "A license was activated online, in place of another one.",
                        KEY.masked(),
                        "grace",
                        Map.of("method", "online", "formerMode", "offline"),
                        "request-17"));
    }

    @Test
    void add_manyAtOnce_numberedWithoutGapsAndSound() {
        await(Uni.join()
                .all(Stream.generate(() -> trail.add(entry(NOW))).limit(MANY).toList())
                .andFailFast());

        assertThat(await(trail.newest(Query.newest(100))).stream().map(Recorded::id))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, MANY)
                        .map(id -> MANY + 1 - id)
                        .boxed()
                        .toList());
        assertSound(1, MANY);
    }

    @Test
    void add_routineThatChangesNoStanding_leavesNothing() {
        await(trail.add(standing(NOW, Standing.GRACE)));
        await(trail.add(standing(NOW.plusSeconds(1), Standing.GRACE)));
        await(trail.add(entry(NOW.plusSeconds(2)).asRoutine()));

        assertThat(await(trail.newest(Query.newest(10)))).hasSize(1);
    }

    @Test
    void addStanding_byManyReplicas_isRecordedOnce() {
        await(store.load());

        await(Uni.join()
                .all(Stream.generate(() -> trail.addStanding(0, standing(NOW, Standing.GRACE)))
                        .limit(MANY)
                        .toList())
                .andFailFast());

        assertThat(await(trail.newest(Query.newest(10))).stream().map(Recorded::standing))
                .containsExactly("grace");
    }

    /** A replica whose clock is behind comes to what was recorded when its time has come, and not back before it. */
    @Test
    void addStanding_byAReplicaThatIsBehind_isNotRecorded() {
        await(store.load());
        Instant now = Instant.now();
        await(trail.addStanding(0, standing(now, Standing.LICENSED)));
        await(trail.addStanding(0, standing(now.plusSeconds(60), Standing.GRACE)));

        await(trail.addStanding(0, standing(now.plusSeconds(30), Standing.LICENSED)));

        assertThat(await(trail.newest(Query.newest(10))).getFirst().standing()).isEqualTo("grace");
    }

    @Test
    void addStanding_afterAnEntryOfAClockThatWasFarAhead_isRecorded() {
        await(store.load());
        Instant now = Instant.now();
        await(trail.add(standing(now.plus(Duration.ofDays(3650)), Standing.LICENSED)));

        await(trail.addStanding(0, standing(now, Standing.GRACE)));

        assertThat(await(trail.newest(Query.newest(10))).getFirst().standing()).isEqualTo("grace");
    }

    @Test
    void addStanding_installationChangedMeanwhile_isNotRecorded() {
        await(store.load());

        await(trail.addStanding(1, standing(NOW, Standing.GRACE)));

        assertThat(await(trail.newest(Query.newest(10)))).isEmpty();
    }

    @Test
    void verify_nothingAddedYet_isSound() {
        assertThat(await(trail.verify())).isEqualTo(AuditReport.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + INTERVAL '1 microsecond'",
                "actor = 'somebody else'",
                "actor = NULL",
                "action = 'replace'",
                "outcome = 'refused'",
                "code = 'license-expired'",
                "detail = detail || ' '",
                "license_key = NULL",
                "standing = 'restricted'",
                "reason = 'license_expired'",
                "request = 'request-18'",
                "request = NULL",
                "facts = '{\"method\":\"offline\"}'",
                "mac = decode(repeat('00', 32), 'hex')",
                "mac = (SELECT mac FROM audit WHERE id = 2)"
            })
    void verify_entryChanged_isNamed(String change) {
        addFive();

        byHand("UPDATE audit SET " + change + " WHERE id = 3");

        assertFault(3, "Entry 3 was changed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facts = NULL",
                "facts = replace(facts, 'online', 'offline')",
                "facts = facts || ' '",
                "facts = '{}'",
                "facts = 'no JSON'"
            })
    void verify_factsEdited_areNamed(String change) {
        await(trail.add(entry(NOW).with(Map.of("method", "online"))));
        assertSound(1, 1);

        byHand("UPDATE audit SET " + change);

        assertFault(1, "Entry 1 was changed.");
    }

    /** Another hand stops nobody from reading the trail. */
    @Test
    void newest_factsThatAreNone_areReadAsNone() {
        await(trail.add(entry(NOW).with(Map.of("method", "online"))));

        byHand("UPDATE audit SET facts = 'no JSON'");

        assertThat(await(trail.newest(Query.newest(1))).getFirst().facts()).isEmpty();
    }

    @Test
    void newest_factsOfEachType_areReadAsWritten() {
        await(trail.add(entry(NOW)
                .with(Map.of(
                        "text",
                        "a \"quoted\" \u0000 text",
                        "number",
                        7,
                        "long",
                        1L << 40,
                        "flag",
                        true,
                        "time",
                        NOW))));

        assertThat(await(trail.newest(Query.newest(1))).getFirst().facts())
                .isEqualTo(Map.of(
                        "text",
                        "a \"quoted\" \u0000 text",
                        "number",
                        7,
                        "long",
                        1L << 40,
                        "flag",
                        true,
                        "time",
                        NOW.toString()));
        assertSound(1, 1);
    }

    /** A row of a later version of the service is one that this version has no words for, too. */
    @ParameterizedTest
    @ValueSource(strings = {"action = 'conjure'", "outcome = 'pending'", "standing = 'golden'", "reason = 'full_moon'"})
    void newest_aWordThatIsUnknownHere_isReadAllTheSame(String change) {
        addFive();

        byHand("UPDATE audit SET " + change + " WHERE id = 3");

        assertThat(await(trail.newest(Query.newest(10))).stream().map(Recorded::id))
                .containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"standing = 'golden'", "head_id = -1", "head_mac = ''"})
    void add_noteOfTheEndEdited_goesOnAndKeepsItInMind(String change) {
        addFive();
        byHand("UPDATE audit_chain SET " + change);

        await(trail.add(entry(NOW)));

        assertThat(await(trail.newest(Query.newest(1))).getFirst().id()).isEqualTo(6);
        assertThat(fault()).isNotNull();
    }

    @Test
    void verify_entryRemoved_isNamedAsMissing() {
        addFive();

        byHand("DELETE FROM audit WHERE id = 3");

        assertFault(3, "Entry 3 is missing.");
    }

    @Test
    void verify_newestRemoved_isNamedAsMissing() {
        addFive();

        byHand("DELETE FROM audit WHERE id = 5");

        assertFault(5, "Entry 5 is missing.");
    }

    @Test
    void verify_oldestRemoved_isNamedAsMissing() {
        addFive();

        byHand("DELETE FROM audit WHERE id <= 2");

        assertFault(1, "Entry 1 is missing.");
    }

    @Test
    void verify_entriesExchanged_isNamed() {
        addFive();

        byHand(
                "UPDATE audit SET id = 99 WHERE id = 2",
                "UPDATE audit SET id = 2 WHERE id = 4",
                "UPDATE audit SET id = 4 WHERE id = 99");

        assertFault(2, "Entry 2 was changed.");
    }

    @Test
    void verify_entryInvented_isNamed() {
        addFive();

        byHand("INSERT INTO audit SELECT 6, at, actor, action, outcome, code, detail, license_key, standing, reason,"
                + " secret_id, mac FROM audit WHERE id = 5");

        assertFault(6, "This service did not write entry 6, or has deleted it long ago.");
    }

    /** Whoever may add a row must not be able to stop what has to be recorded, and with it every change. */
    @ParameterizedTest
    @ValueSource(longs = {6, 8, Long.MAX_VALUE})
    void add_behindAnInventedEntry_goesOnAndKeepsItInMind(long invented) {
        addFive();
        byHand("INSERT INTO audit SELECT " + invented
                + ", at, actor, action, outcome, code, detail, license_key,"
                + " standing, reason, secret_id, mac FROM audit WHERE id = 5");

        await(trail.add(entry(NOW)));
        await(trail.add(entry(NOW)));

        assertThat(fault().id()).isBetween(6L, invented);
    }

    @Test
    void verify_endCutOffAndNoted_isFoundOut() {
        addFive();

        cutOffAt(3);

        assertThat(fault().id()).isEqualTo(4);
    }

    /** What is added later must not cover up what was done before. */
    @Test
    void verify_endCutOffThenGoneOn_isStillFoundOut() {
        addFive();
        cutOffAt(3);

        await(trail.add(entry(NOW)));

        assertThat(fault().id()).isEqualTo(3);
    }

    @Test
    void verify_noteOfTheEndRemoved_isFoundOutAndGoesOnBeing() {
        addFive();

        byHand("DELETE FROM audit_chain");

        assertThat(fault().id()).isEqualTo(1);
        await(trail.add(entry(NOW)));
        assertThat(await(trail.newest(Query.newest(1))).getFirst().id()).isEqualTo(6);
        assertThat(fault().id()).isEqualTo(5);
    }

    @Test
    void verify_wholeTrailRemoved_isFoundOutByAReplicaThatKnewIt() {
        addFive();
        assertSound(1, 5);

        byHand("DELETE FROM audit", "DELETE FROM audit_chain");

        assertThat(fault().id()).isEqualTo(1);
        await(trail.add(entry(NOW)));
        assertFault(2, "Entry 2 is missing.");
    }

    /** An older state of the trail is sealed, too: only who has seen more can tell. */
    @Test
    void verify_earlierTrailPutBack_isFoundOutByAReplicaThatSawMore() {
        addFive();
        byHand("CREATE TABLE earlier AS TABLE audit_chain");
        await(trail.add(entry(NOW)));
        assertSound(1, 6);

        byHand(
                "DELETE FROM audit WHERE id = 6",
                "DELETE FROM audit_chain",
                "INSERT INTO audit_chain TABLE earlier",
                "DROP TABLE earlier");

        assertFault(6, "Entry 6 is missing.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET detail = 'nothing happened'",
                "DELETE FROM audit",
                "TRUNCATE audit",
                "SELECT audit_forget(5)"
            })
    void audit_byHand_isOnlyAddedTo(String statement) {
        addFive(Instant.now());

        assertThatThrownBy(() -> database.execute(statement))
                .rootCause()
                .hasMessageContaining(
                        statement.startsWith("SELECT")
                                ? "Entries of the last 30 days are not forgotten."
                                : "The audit trail is only added to.");

        assertSound(1, 5);
    }

    @Test
    void forget_oldEntries_goneAndTheRestIsSound() {
        Instant old = Instant.now().minus(Duration.ofDays(500));
        addFive(old);
        addFive(Instant.now());

        boolean forgotten = await(trail.forget(KEEP, Instant.now()));

        assertThat(forgotten).isTrue();
        assertThat(await(trail.newest(Query.newest(100))).stream().map(Recorded::id))
                .containsExactly(10L, 9L, 8L, 7L, 6L);
        assertSound(6, 10);
        assertThat(await(trail.forget(KEEP, Instant.now()))).isFalse();
        byHand("DELETE FROM audit WHERE id = 6");
        assertFault(6, "Entry 6 is missing.");
    }

    @Test
    void forget_everything_theTrailGoesOnWhereItEnded() {
        addFive(Instant.now().minus(Duration.ofDays(500)));

        await(trail.forget(KEEP, Instant.now()));
        await(trail.add(entry(Instant.now())));

        assertSound(6, 6);
    }

    /** A clock that is ahead, the host's or PostgreSQL's, does not make an entry old. */
    @ParameterizedTest
    @CsvSource({"100, 500", "500, -200"})
    void forget_oldByOneOfTheClocksAlone_isKept(int age, int ahead) {
        addFive(Instant.now().minus(Duration.ofDays(age)));

        assertThat(await(trail.forget(KEEP, Instant.now().plus(Duration.ofDays(ahead)))))
                .isFalse();

        assertSound(1, 5);
    }

    /** What somebody puts far behind the end must not move the beginning there. */
    @Test
    void forget_entryInventedFarBehindTheEnd_theTrailGoesOn() {
        addFive(Instant.now().minus(Duration.ofDays(500)));
        byHand("INSERT INTO audit SELECT " + Long.MAX_VALUE + ", at, actor, action, outcome, code, detail, license_key,"
                + " standing, reason, secret_id, mac FROM audit WHERE id = 5");

        await(trail.forget(KEEP, Instant.now()));
        await(trail.add(entry(Instant.now())));

        assertThat(await(trail.verify()).last()).isEqualTo(6);
        assertThat(fault().id()).isEqualTo(Long.MAX_VALUE);
    }

    /** What somebody puts before the beginning must not move it back. */
    @Test
    void forget_entryInventedBeforeTheBeginning_leavesTheRestSound() {
        Instant old = Instant.now().minus(Duration.ofDays(500));
        addFive(old);
        byHand("CREATE TABLE kept AS TABLE audit");
        await(trail.forget(KEEP, Instant.now()));
        addFive(Instant.now());
        byHand("INSERT INTO audit SELECT * FROM kept WHERE id = 2", "DROP TABLE kept");
        assertFault(2, "This service did not write entry 2, or has deleted it long ago.");

        await(trail.forget(KEEP, Instant.now()));

        assertSound(6, 10);
    }

    /** By its own time it would be kept for years, and all behind it as well. */
    @Test
    void forget_entryOfAClockThatWasFarAhead_goesWithTheOldOnesAroundIt() {
        Instant now = Instant.now();
        addFive(now.minus(Duration.ofDays(500)));
        await(trail.add(entry(now.plus(Duration.ofDays(3650)))));
        addFive(now.minus(Duration.ofDays(450)));
        await(trail.add(entry(now.plus(Duration.ofDays(3650)))));
        addFive(now);

        assertThat(await(trail.forget(KEEP, now))).isTrue();

        assertSound(12, 17);
    }

    /** An entry of a clock that was behind does not take those before it along. */
    @Test
    void forget_oldEntryBetweenNewOnes_keepsAll() {
        addFive(Instant.now());
        addFive(Instant.now().minus(Duration.ofDays(500)));

        assertThat(await(trail.forget(KEEP, Instant.now()))).isFalse();

        assertSound(1, 10);
    }

    /** Entries that are read after everything was sealed anew do not follow from a beginning that was read before. */
    @Test
    void verify_sealedAnewMeanwhile_isSound() throws SQLException {
        addFive();
        KeyRing both = KeyRing.of(List.of(keys.getFirst(), NEXT));
        AuditTrail reader = new PostgresAuditTrail(transactions, both, new AuditWriter(both));
        CompletableFuture<AuditReport> report;

        try (Connection operator = database.connect();
                Statement statement = operator.createStatement()) {
            operator.setAutoCommit(false);
            statement.execute("LOCK TABLE audit");
            report = reader.verify().subscribeAsCompletionStage();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !database.query("SELECT pid FROM pg_locks WHERE NOT granted")
                            .isEmpty());
            new OperatorAudit(operator, KeyRing.of(List.of(NEXT, keys.getFirst()))).signAgain();
            operator.commit();
        }

        assertThat(report.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(new AuditReport(1, 5, null));
    }

    @Test
    void add_tableAway_isUnavailable() {
        database.execute("ALTER TABLE audit RENAME TO elsewhere");
        try {
            assertThatThrownBy(() -> await(trail.add(entry(NOW))))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.STORE_UNAVAILABLE));
        } finally {
            database.execute("ALTER TABLE elsewhere RENAME TO audit");
        }
    }

    private void addFive() {
        addFive(NOW);
    }

    private void addFive(Instant at) {
        for (int added = 0; added < 5; added++) {
            await(trail.add(entry(at)));
        }
    }

    private void cutOffAt(long id) {
        byHand(
                "DELETE FROM audit WHERE id > " + id,
                "UPDATE audit_chain SET head_id = " + id + ", head_mac = (SELECT mac FROM audit WHERE id = " + id
                        + ")");
    }

    private void byHand(String... statements) {
        database.execute(AsOwner.withoutTriggers(statements));
    }

    private static AuditEntry entry(Instant at) {
        return AuditEntry.succeeded(
                        at, new Caller("jane", "request-17", null), Action.ACTIVATE, "A license was activated online.")
                .about(KEY);
    }

    private static AuditEntry standing(Instant at, Standing standing) {
        return AuditEntry.standing(at, standing, standing == Standing.GRACE ? Reason.SERVER_UNREACHABLE : null);
    }

    private void assertSound(long first, long last) {
        assertThat(await(trail.verify())).isEqualTo(new AuditReport(first, last, null));
    }

    private void assertFault(long id, String problem) {
        assertThat(fault()).isEqualTo(new Fault(id, problem));
    }

    private Fault fault() {
        Fault fault = await(trail.verify()).fault();
        assertThat(fault).isNotNull();
        return fault;
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(30));
    }
}
