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
                            "This server's clock showed " + host + " when PostgreSQL's showed " + database + ", so the"
                                    + " service does not trust this server's clock. Synchronize both clocks.",
                            Map.of("hostTime", host, "databaseTime", database)));
        }
    }

    /**
     * @param stored the installation, its high-water marks as of now
     * @param clock what the host's clock says
     * @param configured the fingerprint in the configuration
     * @param age how old the state may be
     * @param unstored the problem that the time can't be stored; empty if it can. It is not told beside a state that is too old,
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
                    "This server's clock shows " + clock + ", but the service has already recorded " + latest + " and"
                            + " uses that time. Correct the clock. If it was ahead earlier, "
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
                    "Something other than this service has changed the stored time in the database. License files can"
                            + " be activated again after one online activation. Until then the service does not"
                            + " store the time, and forgets it at a restart.",
                    Map.of()));
        }
        return problems;
    }

    private static String remedy(@Nullable ClockChallenge challenge) {
        if (challenge == null) {
            return "re-validate online, or wait until the clock reaches that time.";
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
