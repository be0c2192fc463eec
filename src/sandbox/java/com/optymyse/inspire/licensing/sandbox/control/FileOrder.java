package com.optymyse.inspire.licensing.sandbox.control;

import com.optymyse.inspire.licensing.sandbox.signing.FileAlgorithm;
import com.optymyse.inspire.licensing.sandbox.signing.FileKind;
import com.optymyse.inspire.licensing.sandbox.signing.FileTimes;
import com.optymyse.inspire.licensing.sandbox.state.DemoLicense;
import java.time.Instant;

/**
 * A file that someone wants, as a vendor would issue it for an installation without internet.
 *
 * @param fingerprint whom a machine file is for; empty for a license file
 * @param withLicense whether a machine file shall hold its license; one without is good for nothing
 * @param now the time of the order
 */
record FileOrder(
        DemoLicense license,
        FileKind kind,
        String fingerprint,
        FileAlgorithm algorithm,
        FileTimes times,
        boolean withLicense,
        Instant now) {

    FileOrder with(DemoLicense other) {
        return new FileOrder(other, kind, fingerprint, algorithm, times, withLicense, now);
    }

    FileOrder with(FileTimes other) {
        return new FileOrder(license, kind, fingerprint, algorithm, other, withLicense, now);
    }

    FileOrder forFingerprint(String other) {
        requireMachineFile();
        return new FileOrder(license, kind, other, algorithm, times, withLicense, now);
    }

    FileOrder withoutLicense() {
        requireMachineFile();
        return new FileOrder(license, kind, fingerprint, algorithm, times, false, now);
    }

    private void requireMachineFile() {
        if (kind != FileKind.MACHINE) {
            throw new IllegalArgumentException("Only a machine file can have this defect.");
        }
    }
}
