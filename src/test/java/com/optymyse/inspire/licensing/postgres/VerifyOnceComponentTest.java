package com.optymyse.inspire.licensing.postgres;

import static com.optymyse.inspire.licensing.testing.StoredSamples.AUDIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.Change;
import com.optymyse.inspire.licensing.installation.ClockChallenge;
import com.optymyse.inspire.licensing.installation.CountedVerifications;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.InstallationConfig;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.LeaseConfig;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What two replicas on one PostgreSQL verify of the license that one of them has stored. The sandbox is not needed: with it the
 * test runs in the application that others have started.
 */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class VerifyOnceComponentTest {

    @Inject
    Transactions transactions;

    @Inject
    DatabasePool pool;

    @Inject
    KeyRing ring;

    @Inject
    AuditWriter audit;

    @Inject
    InstallationConfig config;

    @Inject
    LeaseConfig lease;

    @Inject
    FreshInstallation installation;

    @Inject
    Database database;

    private final CountedVerifications verifications = new CountedVerifications();
    private final CountedVerifications elsewhere = new CountedVerifications();
    private InstallationStore store;
    private InstallationStore otherReplica;

    @BeforeEach
    void unlicensed() {
        installation.begin();
        database.execute("UPDATE installation SET fingerprint = '" + TestVendor.FINGERPRINT + "'");
        store = store(verifications);
        otherReplica = store(elsewhere);
    }

    @Test
    void commit_certificateVerifiedBefore_isVerifiedOnceOnEachReplica() {
        LicenseState committed = store(issued(0));
        readAgain(store);
        readAgain(otherReplica);

        assertThat(await(store.load()).license()).isEqualTo(committed);
        assertThat(verifications.since()).isEqualTo(1);
        assertThat(elsewhere.since()).isEqualTo(1);

        store(issued(1));
        readAgain(store);
        readAgain(otherReplica);

        assertThat(verifications.since()).isEqualTo(1);
        assertThat(elsewhere.since()).isEqualTo(1);
    }

    @Test
    void seeAndChallenge_encryptTheKeyAgain_verifyNothing() {
        store(issued(0));
        StoredInstallation stored = await(store.load());
        verifications.since();

        await(store.see(stored.version(), Held.days(1)));
        await(store.challenge(stored.version(), Optional.of(new ClockChallenge("ABCDEFGHJKLMNPQR", Held.days(1)))));
        readAgain(store);

        assertThat(await(store.load()).license()).isEqualTo(stored.license());
        assertThat(verifications.since()).isZero();
    }

    /** They hold the row's lock meanwhile, and what they would do is of no use any more. */
    @Test
    void seeAndChallenge_ofAnOlderVersionThanIsStored_verifyNothing() {
        store(issued(0));
        StoredInstallation read = await(otherReplica.load());
        store(issued(1));
        StoredInstallation stored = await(store.load());
        elsewhere.since();

        await(otherReplica.see(read.version(), Held.days(1)));
        await(otherReplica.challenge(
                read.version(), Optional.of(new ClockChallenge("ABCDEFGHJKLMNPQR", Held.days(1)))));

        assertThat(elsewhere.since()).isZero();
        assertThat(await(store.load()).marks()).isEqualTo(stored.marks());
    }

    /** Whoever waits for the row would wait for it. */
    @Test
    void seeAndChallenge_certificateNeverRead_verifyNothing() {
        store(issued(0));
        StoredInstallation stored = await(store.load());
        ClockChallenge challenge = new ClockChallenge("ABCDEFGHJKLMNPQR", Held.days(1));

        await(otherReplica.see(stored.version(), Held.days(1)));
        await(otherReplica.challenge(stored.version(), Optional.of(challenge)));

        assertThat(elsewhere.since()).isZero();
        StoredInstallation after = await(store.load());
        assertThat(after.license()).isEqualTo(stored.license());
        assertThat(after.marks().seenTime()).isEqualTo(Held.days(1));
        assertThat(after.marks().challenge()).isEqualTo(challenge);
    }

    @Test
    void load_fingerprintEdited_isFoundAtTheNextReadAndVerifiedOnce() {
        store(issued(0));
        verifications.since();

        database.execute("UPDATE installation SET fingerprint = 'another-fingerprint'");

        assertThat(await(store.load()).license()).isInstanceOf(LicenseState.Unproven.class);
        readAgain(store);
        assertThat(verifications.since()).isEqualTo(1);
    }

    /** Decryption is checked at each read, whatever is remembered of the certificate. */
    @Test
    void load_rowEdited_isUnreadableAtTheNextRead() {
        store(issued(0));

        database.execute("UPDATE license SET activated_at = activated_at + INTERVAL '1 second'");

        assertThat(await(store.load()).license()).isEqualTo(new LicenseState.Unreadable());
    }

    private LicenseState store(TestFile file) {
        Certificate certificate =
                verifications.certificates().verify(file.text(), TestVendor.KEY, TestVendor.FINGERPRINT);
        StoredInstallation before = await(store.load());
        LicenseState next = LicenseState.of(Held.online(certificate, new Verdict.Good()), certificate, before.known());
        Change change = new Change(before, null, next, before.marks(), before.known(), List.of(), AUDIT);
        return await(store.commit(change, true)).license();
    }

    private static void readAgain(InstallationStore store) {
        for (int i = 0; i < 3; i++) {
            await(store.load());
        }
    }

    private static TestFile issued(int minutes) {
        return TestFile.machine().lasting(Held.T.plus(Duration.ofMinutes(minutes)), Held.days(14));
    }

    private InstallationStore store(CountedVerifications counted) {
        return new PostgresInstallationStore(transactions, pool, ring, audit, config, lease, counted.certificates());
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(30));
    }
}
