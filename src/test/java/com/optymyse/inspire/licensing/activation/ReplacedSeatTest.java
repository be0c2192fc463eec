package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplacedSeatTest {

    private static final LicensingProblem EDITED =
            new LicensingProblem(ProblemCode.STORED_LICENSE_EDITED, "It was changed.", Map.of());

    private static final String SERVER = "https://licensing.example";

    private final Certificate certificate = TestFile.machine().certificate();
    private final HeldLicense online = Held.online(certificate, new Verdict.Good());

    @Test
    void of_onlineLicense_itsSeatDueNow() {
        List<SeatRelease> seats =
                ReplacedSeat.of(snapshot(new LicenseState.Proven(online, certificate)), SERVER, Held.T);

        assertThat(seats)
                .containsExactly(new SeatRelease(
                        String.valueOf(certificate.machineId()),
                        SERVER,
                        TestVendor.ACCOUNT,
                        certificate.license().id(),
                        TestVendor.KEY,
                        SeatRelease.State.QUEUED,
                        Held.T,
                        0,
                        Held.T,
                        null));
    }

    @Test
    void of_offlineLicense_nothingToBeFreedFromHere() {
        HeldLicense offline = Held.offline(certificate);

        assertThat(ReplacedSeat.of(snapshot(new LicenseState.Proven(offline, certificate)), SERVER, Held.T))
                .isEmpty();
    }

    @Test
    void of_noLicense_none() {
        assertThat(ReplacedSeat.of(snapshot(new LicenseState.None()), SERVER, Held.T))
                .isEmpty();
    }

    @Test
    void of_licenseNotProvenAnyMore_itsSeatAllTheSame() {
        assertThat(ReplacedSeat.of(snapshot(new LicenseState.Unproven(online, EDITED)), SERVER, Held.T))
                .extracting(SeatRelease::machineId)
                .containsExactly(certificate.machineId());
    }

    @Test
    void replacedBy_sameMachine_kept() {
        assertThat(replacedBy(certificate)).isEmpty();
    }

    @Test
    void replacedBy_otherMachine_released() {
        Certificate other = TestFile.machine()
                .with(root -> root.withObject("/data").put("id", "another-machine"))
                .certificate();

        assertThat(replacedBy(other)).hasSize(1);
    }

    @Test
    void replacedBy_licenseFileOfTheSameLicense_kept() {
        assertThat(replacedBy(TestFile.license().certificate())).isEmpty();
    }

    @Test
    void replacedBy_licenseFileOfAnotherLicense_released() {
        Certificate other = TestFile.license()
                .with(root -> root.withObject("/data").put("id", "another-license"))
                .certificate();

        assertThat(replacedBy(other)).hasSize(1);
    }

    private List<SeatRelease> replacedBy(Certificate next) {
        return ReplacedSeat.replacedBy(next, snapshot(new LicenseState.Proven(online, certificate)), SERVER, Held.T);
    }

    private static Snapshot snapshot(LicenseState license) {
        return Held.snapshot(license);
    }
}
