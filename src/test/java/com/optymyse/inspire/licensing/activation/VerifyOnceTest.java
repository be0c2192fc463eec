package com.optymyse.inspire.licensing.activation;

import static com.optymyse.inspire.licensing.activation.Flows.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.optymyse.inspire.licensing.activation.OfflineActivation.Brought;
import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditTrail;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.CountedVerifications;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.Standing;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import com.optymyse.inspire.licensing.testing.UnaskedAuditTrail;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verifying the certificate of a large license takes tens of milliseconds on an event loop, so that it is done once. */
class VerifyOnceTest {

    private static final Caller ADMIN = Caller.named("admin");

    private final CountedVerifications verifications = new CountedVerifications();
    private final ScriptedLicensingServer server = new ScriptedLicensingServer(Held.hours(1));
    private final Flows replica = flows(verifications);
    private final CountedVerifications elsewhere = new CountedVerifications();
    private final Flows otherReplica = flows(elsewhere);

    private final AuditTrail refusals = new UnaskedAuditTrail() {
        @Override
        public Uni<Void> add(AuditEntry entry) {
            return Uni.createFrom().voidItem();
        }
    };

    @BeforeEach
    void nothingIsActivated() {
        await(replica.current().reload());
    }

    @Test
    void activation_online_verifiesOnce() {
        activateOnline(0);

        assertThat(standing()).isEqualTo(Standing.LICENSED);
        assertThat(verifications.since()).isEqualTo(1);
    }

    @Test
    void activation_onlineInPlaceOfAnother_verifiesOnce() {
        activateOnline(0);
        verifications.since();

        activateOnline(1);

        assertThat(issuedAt()).isEqualTo(issued(1).issuedAt());
        assertThat(verifications.since()).isEqualTo(1);
    }

    /** The file is pasted with what mail programs add, and stored without. */
    @Test
    void activation_offline_verifiesOnce() {
        Brought file =
                new Brought(PastedKey.of(TestVendor.KEY), "\n" + file(0).text().replace("\n", "\r\n"));

        await(replica.activation(refusals).offline(file, new PreviewBinding.Anything(), ADMIN));
        readAgain(replica);

        assertThat(standing()).isEqualTo(Standing.LICENSED);
        assertThat(verifications.since()).isEqualTo(1);
    }

    @Test
    void activation_offlineAfterItsPreview_verifiesOnce() {
        Brought file =
                new Brought(PastedKey.of(TestVendor.KEY), "\n" + file(0).text().replace("\n", "\r\n"));

        await(replica.preview().offline(file));
        await(replica.activation(refusals).offline(file, new PreviewBinding.Anything(), ADMIN));
        readAgain(replica);

        assertThat(standing()).isEqualTo(Standing.LICENSED);
        assertThat(verifications.since()).isEqualTo(1);
    }

    @Test
    void activation_refusedByTheServer_verifiesNothing() {
        activateOnline(0);
        verifications.since();
        server.validates(new Outcome.Expired());

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> await(replica.activation(refusals)
                        .online(PastedKey.of(TestVendor.KEY), new PreviewBinding.Anything(), ADMIN)));
        readAgain(replica);

        assertThat(verifications.since()).isZero();
    }

    @Test
    void revalidation_renewed_verifiesOnce() {
        activateOnline(0);
        verifications.since();

        revalidate(1);

        assertThat(issuedAt()).isEqualTo(issued(1).issuedAt());
        assertThat(verifications.since()).isEqualTo(1);
    }

    @Test
    void revalidation_sameFileAgain_verifiesNothing() {
        activateOnline(0);
        verifications.since();

        grant(replica.current().now().stored().license().held().certificate());
        await(replica.revalidation().revalidate(ADMIN));
        readAgain(replica);

        assertThat(verifications.since()).isZero();
    }

    /** The file that is dropped was verified; the one held was verified before. */
    @Test
    void revalidation_fileOlderThanTheOneHeld_verifiesOnlyThat() {
        activateOnline(5);
        verifications.since();

        revalidate(0);

        assertThat(issuedAt()).isEqualTo(issued(5).issuedAt());
        assertThat(verifications.since()).isEqualTo(1);
    }

    @Test
    void deactivation_verifiesNothing() {
        activateOnline(0);
        verifications.since();
        server.deletes(new MachineDeletion.Deleted());

        await(replica.deactivation().deactivate(ADMIN));
        readAgain(replica);

        assertThat(standing()).isEqualTo(Standing.UNLICENSED);
        assertThat(verifications.since()).isZero();
    }

    @Test
    void reload_changesOfAnotherReplica_verifiesEachCertificateOnce() {
        activateOnline(0);
        follow();
        assertThat(elsewhere.since()).isEqualTo(1);

        revalidate(1);
        follow();
        assertThat(elsewhere.since()).isEqualTo(1);

        server.validates(new Outcome.Against(new Verdict.Suspended()));
        await(replica.revalidation().revalidate(ADMIN));
        follow();
        assertThat(elsewhere.since()).isZero();
        assertThat(otherReplica.current().now().licensing())
                .isEqualTo(replica.current().now().licensing());
    }

    static Stream<StoredInstallation> edits() {
        HeldLicense held = Held.offline(issued(0));
        String other = held.certificate().replace("BEGIN", "BEGUN");
        return Stream.of(
                edited(held.key(), other, TestVendor.FINGERPRINT),
                edited(new LicenseKey("another-key"), held.certificate(), TestVendor.FINGERPRINT),
                edited(held.key(), held.certificate(), "another-fingerprint"));
    }

    /** The certificate does not verify any more: that is found at the next read, and then known. */
    @ParameterizedTest
    @MethodSource("edits")
    void reload_textKeyOrFingerprintEdited_verifiesOnceMore(StoredInstallation edited) {
        activateOnline(0);
        verifications.since();

        replica.store().put(edited);
        readAgain(replica);

        assertThat(replica.current().now().licensing().reason()).isEqualTo(Reason.CERTIFICATE_UNVERIFIABLE);
        assertThat(verifications.since()).isEqualTo(1);
    }

    private void activateOnline(int minutes) {
        grant(file(minutes).text());
        await(replica.activation(refusals).online(PastedKey.of(TestVendor.KEY), new PreviewBinding.Anything(), ADMIN));
        readAgain(replica);
    }

    private void revalidate(int minutes) {
        grant(file(minutes).text());
        await(replica.revalidation().revalidate(ADMIN));
        readAgain(replica);
    }

    /** The server stands for the license next, and issues this file. */
    private void grant(String file) {
        server.validates(new Outcome.Good()).checksOut(new MachineCheckOut.MachineFile(file));
    }

    /** Reads what the other has stored, as after a notification, and then as every few seconds. */
    private void follow() {
        otherReplica.store().put(await(replica.store().load()));
        readAgain(otherReplica);
    }

    private static void readAgain(Flows flows) {
        for (int i = 0; i < 10; i++) {
            await(flows.current().reload());
        }
    }

    private Standing standing() {
        return replica.current().now().licensing().standing();
    }

    private Instant issuedAt() {
        return replica.current().now().stored().license().certificate().issuedAt();
    }

    private Flows flows(CountedVerifications counted) {
        InMemoryInstallationStore store = new InMemoryInstallationStore(counted.certificates());
        store.put(Held.stored(new LicenseState.None()));
        return Flows.on(store, Clock.fixed(Held.hours(1), ZoneOffset.UTC)).asking(server);
    }

    private static TestFile file(int minutes) {
        return TestFile.machine().lasting(Held.T.plus(Duration.ofMinutes(minutes)), Held.days(14));
    }

    private static Certificate issued(int minutes) {
        return file(minutes).certificate();
    }

    private static StoredInstallation edited(LicenseKey key, String certificate, String fingerprint) {
        HeldLicense held = Held.offline(issued(0));
        HeldLicense edited = new HeldLicense(
                key,
                certificate,
                held.mode(),
                held.machineId(),
                held.activatedAt(),
                held.verdict(),
                held.verdictAt(),
                held.attempts());
        StoredInstallation stored = Held.stored(new LicenseState.None());
        return new StoredInstallation(
                stored.id(), fingerprint, 9, 9, stored.marks(), stored.known(), Held.state(edited), stored.releases());
    }
}
