package com.optymyse.inspire.licensing.installation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong around this installation rather than with its license: a full sentence for each thing. */
final class HostProblems {

    private HostProblems() {}

    /**
     * @param stored the installation, its marks as of now
     * @param clock what the host's clock says
     * @param configured the fingerprint in the configuration
     */
    static List<String> of(StoredInstallation stored, Instant clock, Optional<String> configured) {
        List<String> problems = new ArrayList<>();
        otherFingerprint(configured, stored).ifPresent(problems::add);
        Marks marks = stored.marks();
        Instant latest = marks.latest();
        if (latest != null && Duration.between(clock, latest).compareTo(ClockReading.TOLERATED_SKEW) > 0) {
            problems.add("This host's clock says " + clock + ", but it has been " + latest
                    + " already, and that is what counts. Put the clock right; if it was ahead before, re-validate or"
                    + " activate a newer license file.");
        }
        if (!marks.vouched()) {
            problems.add("The latest known time was changed in the database by something else than this service, so"
                    + " that no license file can be activated until a license was activated online.");
        }
        return problems;
    }

    /** What to say when the configuration names another fingerprint than the one in use. */
    static Optional<String> otherFingerprint(Optional<String> configured, StoredInstallation stored) {
        return configured
                .filter(fingerprint -> !fingerprint.equals(stored.fingerprint()))
                .map(fingerprint -> "licensing.installation.fingerprint is " + fingerprint
                        + ", but this installation is known as " + stored.fingerprint()
                        + ". The configured one is used from the next activation on.");
    }
}
