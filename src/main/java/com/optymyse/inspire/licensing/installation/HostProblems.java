package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.license.ClockSkew;
import com.optymyse.inspire.licensing.license.ControlCharacters;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong around this installation rather than with its license. */
final class HostProblems {

    private HostProblems() {}

    /**
     * Two clocks at the same moment.
     *
     * @param nanos what the monotonic clock said then
     */
    record Clocks(Instant host, Instant database, long nanos) {

        /** How long a comparison counts. The clocks are compared every few seconds, but not while PostgreSQL is away. */
        static final Duration LONGEST = Duration.ofMinutes(1);

        boolean countAt(long now) {
            return now - nanos <= LONGEST.toNanos();
        }

        Optional<LicensingProblem> problem() {
            return Duration.between(database, host).abs().compareTo(ClockSkew.TOLERATED) <= 0
                    ? Optional.empty()
                    : Optional.of(new LicensingProblem(
                            ProblemCode.DATABASE_CLOCK_DIFFERS,
                            "This host's clock said " + host + " when PostgreSQL's said " + database
                                    + ", so that it is not believed. Synchronize both.",
                            Map.of("hostTime", host, "databaseTime", database)));
        }
    }

    /**
     * @param stored the installation, its high-water marks as of now
     * @param clock what the host's clock says
     * @param configured the fingerprint in the configuration
     * @param age how old the state may be
     * @param unstored that the time can't be stored; empty where it is. It is not told beside a state that is too old,
     *     because both have the same cause then
     * @param clocks what the host's clock and PostgreSQL's said when they were compared last; empty when that was long ago
     */
    static List<LicensingProblem> of(
            StoredInstallation stored,
            Instant clock,
            Optional<String> configured,
            StateAge age,
            Optional<LicensingProblem> unstored,
            Optional<Clocks> clocks) {
        List<LicensingProblem> problems = new ArrayList<>();
        otherFingerprint(configured, stored).ifPresent(problems::add);
        HighWaterMarks marks = stored.marks();
        Instant latest = marks.latest();
        if (latest != null && Duration.between(clock, latest).compareTo(ClockSkew.TOLERATED) > 0) {
            problems.add(new LicensingProblem(
                    ProblemCode.HOST_CLOCK_BEHIND,
                    "This host's clock says " + clock + ", but it has been " + latest
                            + " already, and that is what counts. Put the clock right; if it was ahead before, "
                            + remedy(marks.challenge()),
                    Map.of("hostTime", clock, "knownTime", latest)));
        }
        clocks.flatMap(Clocks::problem).ifPresent(problems::add);
        age.problem(clock).or(() -> unstored).ifPresent(problems::add);
        stored.anomalies().unconfirmed().map(Rollback::problem).ifPresent(problems::add);
        SeatSharing.problem(stored, marks.effective(clock)).ifPresent(problems::add);
        if (!marks.intact()) {
            problems.add(new LicensingProblem(
                    ProblemCode.KNOWN_TIME_EDITED,
                    "The latest known time was changed in the database by something else than this service, so that"
                            + " no license file can be activated until a license was activated online. Until then the"
                            + " time that passes is not stored, and a restart forgets it.",
                    Map.of()));
        }
        return problems;
    }

    private static String remedy(@Nullable ClockChallenge challenge) {
        if (challenge == null) {
            return "re-validate online, or wait until the clock has come to that time.";
        }
        return challenge.isForPeople()
                ? "re-validate online, or ask the vendor for a license file that names the clock challenge "
                        + challenge.text() + "."
                : "re-validate online, or ask the vendor for a license file for the fingerprint " + challenge.text()
                        + ".";
    }

    /** What to say when the configuration names another fingerprint than the one in use. */
    static Optional<LicensingProblem> otherFingerprint(Optional<String> configured, StoredInstallation stored) {
        return configured
                .filter(fingerprint -> !fingerprint.equals(stored.fingerprint()))
                .map(fingerprint -> new LicensingProblem(
                        ProblemCode.FINGERPRINT_DIFFERS,
                        "licensing.installation.fingerprint is " + fingerprint
                                + ", but this installation is known as "
                                + ControlCharacters.escaped(stored.fingerprint())
                                + ". The configured one is used from the next activation on.",
                        Map.of("configured", fingerprint, "inUse", stored.fingerprint())));
    }
}
