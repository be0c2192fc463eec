package com.optymyse.inspire.licensing.activation;

import static com.optymyse.inspire.licensing.activation.Flows.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.activation.OfflineActivation.Brought;
import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Standing;
import com.optymyse.inspire.licensing.license.ValidationMode;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.LicenseDescription;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import com.optymyse.inspire.licensing.testing.UnaskedAuditTrail;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ActivationTest {

    private static final PastedKey KEY = PastedKey.read(TestVendor.KEY.value());
    private static final Caller ADMIN = Caller.named("admin");
    private static final Instant SIGNED = Held.T.plusSeconds(2);
    private static final PreviewBinding ANYTHING = new PreviewBinding.Anything();

    private final InMemoryInstallationStore store = Flows.emptyStore();
    private final ScriptedLicensingServer server = new ScriptedLicensingServer(SIGNED);
    private final Flows flows = Flows.on(store).asking(server);
    private final List<AuditEntry> refused = new ArrayList<>();

    @Test
    void online_goodKey_licenseIsHeldWithItsProof() {
        TestFile file = TestFile.machine().base64();
        grant(file);

        Snapshot after = online();

        assertThat(after.licensing().standing()).isEqualTo(Standing.LICENSED);
        assertThat(after.stored().marks().signedTime()).isEqualTo(SIGNED);
        assertThat(held(after)).satisfies(held -> {
            assertThat(held.mode()).isEqualTo(ValidationMode.ONLINE);
            assertThat(held.certificate()).isEqualTo(file.text());
            assertThat(held.verdict()).isEqualTo(new Verdict.Good());
            assertThat(held.verdictAt()).isEqualTo(SIGNED);
            assertThat(held.acceptedAsOlder()).isFalse();
        });
        assertThat(store.audit()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(Action.ACTIVATE);
            assertThat(entry.by()).isEqualTo(ADMIN);
            assertThat(entry.licenseKey()).isEqualTo(TestVendor.KEY.masked());
            assertThat(entry.detail()).contains("online");
            assertThat(entry.facts()).isEqualTo(Map.of("method", "online"));
        });
    }

    /** Some terms start a little later at the server. */
    @Test
    void online_goodKey_isValidatedAgainSoon() {
        grant(TestFile.machine().base64());

        assertThat(held(online()).attempts().nextAt())
                .isBetween(SIGNED.plus(Duration.ofMinutes(1)), SIGNED.plus(Duration.ofMinutes(5)));
    }

    @Test
    void online_twice_leavesTheSameState() {
        grant(TestFile.machine().base64());
        grant(TestFile.machine().base64());

        Snapshot once = online();
        Snapshot twice = online();

        assertThat(held(twice).certificate()).isEqualTo(held(once).certificate());
        assertThat(twice.stored().releases()).isEmpty();
        assertThat(store.audit()).extracting(AuditEntry::action).containsExactly(Action.ACTIVATE, Action.ACTIVATE);
    }

    @Test
    void online_inPlaceOfAnotherLicense_theOldSeatIsGivenBack() {
        store.put(Held.stored(Held.online(anotherLicense().certificate(), new Verdict.Good())));
        grant(TestFile.machine().base64());
        server.deletes(new MachineDeletion.Deleted());

        Snapshot after = online();

        assertThat(server.calls()).last().isEqualTo("delete another-machine");
        assertThat(after.stored().releases()).isEmpty();
        assertThat(store.audit()).first().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(Action.REPLACE);
            assertThat(entry.facts()).isEqualTo(Map.of("method", "online", "formerMode", "online"));
        });
    }

    @Test
    void online_refused_licenseHeldStaysAndTheRefusalIsRecorded() {
        store.put(Held.stored(Held.online(anotherLicense().certificate(), new Verdict.Good())));
        server.validates(new Outcome.NotAllowed("USER_SCOPE_REQUIRED"));

        assertRefused(RefusalCode.LICENSE_NOT_ALLOWED, this::online);

        assertThat(held(await(flows.current().reload())).certificate())
                .isEqualTo(anotherLicense().text());
        assertThat(refused)
                .singleElement()
                .satisfies(entry -> assertThat(entry.code()).isEqualTo(RefusalCode.LICENSE_NOT_ALLOWED.code()));
    }

    /** A license file from before must not undo that. */
    @Test
    void online_verdictAgainstTheLicense_isKnownFromThenOn() {
        server.validates(new Outcome.Against(new Verdict.Suspended()));

        assertRefused(RefusalCode.LICENSE_SUSPENDED, this::online);

        assertThat(await(store.load())
                        .known()
                        .against(TestFile.machine().base64().certificate()))
                .hasValueSatisfying(judgement -> assertThat(judgement.verdict()).isEqualTo(new Verdict.Suspended()));
        assertThat(store.audit())
                .singleElement()
                .satisfies(entry -> assertThat(entry.code()).isEqualTo(RefusalCode.LICENSE_SUSPENDED.code()));
        assertThat(refused).isEmpty();
    }

    @Test
    void online_anotherInstallationThanWasShown_tellsThePresentPreviewAndTakesNothing() {
        server.describes(new LicenseDescription.Described(Flows.LICENSE, Map.of()));

        assertThatThrownBy(() -> await(activation().online(KEY, new PreviewBinding.Revision(99), ADMIN)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(RefusalCode.PREVIEW_OUTDATED);
                    assertThat(refusal.members()).containsKey(Refusals.PREVIEW);
                });

        assertThat(server.calls()).containsExactly("describe");
    }

    @Test
    void online_serverHasAskedForAPause_isNotAsked() {
        await(store.pauseServer(Duration.ofSeconds(30)));

        assertRefused(RefusalCode.LICENSING_SERVER_BUSY, this::online);

        assertThat(server.calls()).isEmpty();
    }

    @Test
    void offline_goodFile_licenseIsHeldAndNobodyIsAsked() {
        TestFile file = TestFile.license().base64();

        Snapshot after = offline(file, ANYTHING);

        assertThat(after.licensing().standing()).isEqualTo(Standing.LICENSED);
        assertThat(held(after)).satisfies(held -> {
            assertThat(held.mode()).isEqualTo(ValidationMode.OFFLINE);
            assertThat(held.certificate()).isEqualTo(file.text());
            assertThat(held.verdictAt()).isNull();
        });
        assertThat(server.calls()).isEmpty();
        assertThat(store.audit())
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).contains("with a license file"));
    }

    @Test
    void offline_inPlaceOfAnotherLicense_theOldSeatIsQueued() {
        store.put(Held.stored(Held.online(anotherLicense().certificate(), new Verdict.Good())));

        Snapshot after = offline(TestFile.license().base64(), ANYTHING);

        assertThat(after.stored().releases()).singleElement().satisfies(release -> {
            assertThat(release.machineId()).isEqualTo("another-machine");
            assertThat(release.state()).isEqualTo(SeatRelease.State.QUEUED);
        });
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void offline_anotherInstallationThanWasShown_nothingIsActivated() {
        assertRefused(
                RefusalCode.PREVIEW_OUTDATED,
                () -> offline(TestFile.license().base64(), new PreviewBinding.Revision(99)));

        assertThat(await(flows.current().reload()).licensing().standing()).isEqualTo(Standing.UNLICENSED);
    }

    @Test
    void offline_olderFileThatGrantsNoMore_isHeldAsOlder() {
        offline(TestFile.license().base64().lasting(Held.T, Held.days(14)), ANYTHING);

        Snapshot after = offline(TestFile.license().base64().lasting(Held.hours(-1), Held.days(14)), ANYTHING);

        assertThat(held(after).acceptedAsOlder()).isTrue();
    }

    private void grant(TestFile file) {
        server.validates(new Outcome.Good()).checksOut(new MachineCheckOut.MachineFile(file.text()));
    }

    /** A license of another key's, with a seat at the same server. */
    private static TestFile anotherLicense() {
        return TestFile.machine()
                .base64()
                .with(root -> {
                    root.withObject("/data").put("id", "another-machine");
                    root.withObject("/data/relationships/license/data").put("id", "another-license");
                })
                .withLicense(license -> license.put("id", "another-license"));
    }

    private Snapshot online() {
        return await(activation().online(KEY, ANYTHING, ADMIN));
    }

    private Snapshot offline(TestFile file, PreviewBinding expected) {
        return await(activation().offline(new Brought(KEY, file.text()), expected, ADMIN));
    }

    private Activation activation() {
        return flows.activation(new UnaskedAuditTrail() {
            @Override
            public Uni<Void> add(AuditEntry entry) {
                refused.add(entry);
                return Uni.createFrom().voidItem();
            }
        });
    }

    private static HeldLicense held(Snapshot snapshot) {
        HeldLicense held = snapshot.stored().license().held();
        assertThat(held).isNotNull();
        return held;
    }

    private static void assertRefused(RefusalCode code, ThrowingCallable activation) {
        assertThatThrownBy(activation)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
