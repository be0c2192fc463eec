package com.optymyse.inspire.licensing.activation;

import static com.optymyse.inspire.licensing.activation.Flows.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.activation.Deactivation.Deactivated;
import com.optymyse.inspire.licensing.activation.Deactivation.Release;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Standing;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeactivationTest {

    private static final Certificate CERTIFICATE = TestFile.machine().certificate();
    private static final String SEAT = requireNonNull(CERTIFICATE.machineId());

    private final InMemoryInstallationStore store = Flows.emptyStore();
    private final ScriptedLicensingServer server = new ScriptedLicensingServer(Held.T);
    private final Flows flows = Flows.on(store).asking(server);

    @Test
    void deactivate_nothingHeld_notLicensed() {
        assertRefused(RefusalCode.NOT_LICENSED);

        assertThat(store.audit()).isEmpty();
    }

    @Test
    void deactivate_seatGivenBack_completed() {
        holdOnline();
        server.deletes(new MachineDeletion.Deleted());

        Deactivated after = deactivate();

        assertThat(after.release()).isEqualTo(Release.COMPLETED);
        assertThat(after.snapshot().licensing().standing()).isEqualTo(Standing.UNLICENSED);
        assertThat(after.snapshot().stored().releases()).isEmpty();
        assertThat(server.calls()).containsExactly("delete " + CERTIFICATE.machineId());
    }

    @Test
    void deactivate_anyLicense_entryNamesTheAdminAndTheKey() {
        holdOnline();
        server.deletes(new MachineDeletion.Deleted());

        deactivate();

        assertThat(store.audit()).first().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(Action.DEACTIVATE);
            assertThat(entry.by()).isEqualTo(Caller.named("admin"));
            assertThat(entry.licenseKey()).isEqualTo(TestVendor.KEY.masked());
            assertThat(entry.facts()).isEqualTo(Map.of("mode", "online", "seat", SEAT));
        });
        assertThat(store.audit()).last().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(Action.RELEASE);
            assertThat(entry.facts()).isEqualTo(Map.of("seat", SEAT));
        });
    }

    /** Whoever comes back a week later still finds which seat the vendor has to free. */
    @Test
    void deactivate_licenseWithAMachineFile_entryNamesTheSeatThatCantBeGivenBack() {
        store.put(Held.stored(Held.offline(CERTIFICATE)));

        deactivate();

        assertThat(store.audit())
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts())
                        .isEqualTo(Map.of("mode", "offline", "seat", SEAT, "release", "not-possible")));
    }

    @Test
    void deactivate_licenseThatCantBeRead_entryNamesNoSeat() {
        store.put(Held.stored(new LicenseState.Unreadable()));

        deactivate();

        assertThat(store.audit())
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts()).isEqualTo(Map.of("release", "not-possible")));
    }

    /** The license is gone from here all the same. */
    @Test
    void deactivate_noResponse_pendingAndTriedAgain() {
        holdOnline();
        server.isAwayFor("delete");

        Deactivated after = deactivate();

        assertThat(after.release()).isEqualTo(Release.PENDING);
        assertThat(after.snapshot().licensing().standing()).isEqualTo(Standing.UNLICENSED);
        assertThat(after.snapshot().stored().releases()).singleElement().satisfies(release -> {
            assertThat(release.state()).isEqualTo(SeatRelease.State.QUEUED);
            assertThat(release.attempts()).isEqualTo(1);
        });
    }

    @Test
    void deactivate_deletionRefused_pendingWithTheServersCode() {
        holdOnline();
        server.deletes(new MachineDeletion.Refused(new ServerRefusal.NotAllowed("LICENSE_NOT_ALLOWED")));

        Deactivated after = deactivate();

        assertThat(after.release()).isEqualTo(Release.PENDING);
        assertThat(after.snapshot().stored().releases()).singleElement().satisfies(release -> {
            assertThat(release.state()).isEqualTo(SeatRelease.State.BLOCKED);
            assertThat(release.lastError()).isEqualTo("LICENSE_NOT_ALLOWED");
        });
        assertThat(store.audit())
                .last()
                .satisfies(entry ->
                        assertThat(entry.facts()).isEqualTo(Map.of("seat", SEAT, "serverCode", "LICENSE_NOT_ALLOWED")));
    }

    /** No time is left for the server, and the license is to be gone at once. */
    @Test
    void deactivate_noTimeForTheServer_pendingAndNotAsked() {
        holdOnline();
        Flows.Times brief = new Flows.Times(Duration.ZERO, Duration.ZERO, Duration.ZERO);

        Deactivated after = await(flows.within(brief).deactivation().deactivate(Caller.named("admin")));

        assertThat(after.release()).isEqualTo(Release.PENDING);
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void deactivate_offlineLicense_notPossibleAndNobodyIsAsked() {
        store.put(Held.stored(Held.offline(TestFile.license().certificate())));

        Deactivated after = deactivate();

        assertThat(after.release()).isEqualTo(Release.NOT_POSSIBLE);
        assertThat(after.snapshot().licensing().standing()).isEqualTo(Standing.UNLICENSED);
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void deactivate_anotherOperationUnderWay_refusedAndTheLicenseStays() {
        holdOnline();
        await(store.acquire(Purpose.activate("another"), Duration.ZERO));

        assertRefused(RefusalCode.OPERATION_IN_PROGRESS);

        assertThat(await(flows.current().reload()).licensing().standing()).isEqualTo(Standing.LICENSED);
    }

    private void holdOnline() {
        store.put(Held.stored(Held.online(CERTIFICATE, new Verdict.Good())));
    }

    private Deactivated deactivate() {
        return await(flows.deactivation().deactivate(Caller.named("admin")));
    }

    private void assertRefused(RefusalCode code) {
        assertThatThrownBy(this::deactivate)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
