package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.TestFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody does with files, kills, restarts and clocks: the time that an installation knows by its rules alone does
 * not fall, unless a signature was made after it was asked for.
 */
class TimeThatCountsTest {

    private static final int STEPS = 60;

    /** Files of the past and of the future, as somebody may have collected them. Making one takes a moment. */
    private final Map<String, Certificate> files = new ConcurrentHashMap<>();

    @Test
    void known_anySequenceWithoutAFreshSignature_neverFalls() {
        qt().withExamples(2_000)
                .forAll(lists().of(integers().between(0, 999)).ofSizeBetween(1, STEPS))
                .checkAssert(steps -> {
                    Host host = new Host();
                    steps.forEach(host::step);
                });
    }

    /** One service on a host that belongs to the attacker, and the row that it stores. */
    private final class Host {

        private final SplittableRandom random = new SplittableRandom(11);
        private Marks stored = new Marks(T, T);
        private RunningTime running = RunningTime.from(state(stored), 0);
        private Duration clockOff = Duration.ZERO;
        private Instant truth = T;
        private long nanos;
        private ClockReading last = new ClockReading(T, 0);

        private void step(int choice) {
            Instant before = known();
            boolean fresh = act(choice % 10, choice / 10);
            if (!fresh && before.isAfter(known())) {
                throw new AssertionError(
                        "The time fell from " + before + " to " + known() + " by step " + choice + ".");
            }
        }

        /** @return whether a signature was made after it was asked for */
        private boolean act(int kind, int size) {
            return switch (kind) {
                case 0, 1 -> passes(Duration.ofHours(size));
                case 2 -> setClock(Duration.ofHours(size - 50L));
                case 3 -> look();
                case 4 -> store();
                case 5 -> restart();
                case 6, 7 -> file(size, null);
                case 8 -> challenge();
                default -> fresh(size);
            };
        }

        private Instant known() {
            return state(stored).marks().seen(running.at(nanos)).effective(T);
        }

        private boolean passes(Duration time) {
            truth = truth.plus(time);
            nanos += time.toNanos();
            return false;
        }

        private boolean setClock(Duration off) {
            clockOff = off.multipliedBy(100);
            return false;
        }

        /** The database is on the same host. */
        private boolean look() {
            ClockReading now = new ClockReading(truth.plus(clockOff), nanos);
            if (now.isBelievable(last, now.clock())) {
                running = running.raisedTo(now.clock(), nanos);
            }
            last = now;
            return false;
        }

        private boolean store() {
            follow(stored.seen(running.at(nanos)));
            return false;
        }

        /** An orderly one: what a kill gains is told elsewhere. */
        private boolean restart() {
            store();
            nanos = 0;
            last = new ClockReading(truth.plus(clockOff), 0);
            running = RunningTime.from(state(stored), 0);
            return false;
        }

        private boolean file(int daysFromT, @Nullable String challenge) {
            Certificate file = issued(T.plus(Duration.ofDays(daysFromT - 50L)), challenge);
            Marks present = stored.seen(running.at(nanos));
            // No file is accepted that was issued after the time that counts.
            if (!file.issuedAt().isAfter(present.effective(truth.plus(clockOff)))) {
                follow(present.afterCertificate(file));
            }
            return false;
        }

        private boolean challenge() {
            Instant clock = truth.plus(clockOff);
            Marks present = stored.seen(running.at(nanos));
            Instant latest = present.latest();
            if (present.isChallengeOver(clock, clock)) {
                follow(present.with(null));
            } else if (present.challenge() == null && present.isDoubtedBy(clock, clock) && latest != null) {
                follow(present.with(ClockChallenge.random(random, latest)));
            }
            return false;
        }

        /** Online, or by a file that the vendor has made for the challenge. */
        private boolean fresh(int size) {
            Marks present = stored.seen(running.at(nanos));
            ClockChallenge challenge = present.challenge();
            follow(
                    challenge != null && size % 2 == 0
                            ? present.afterCertificate(issued(T.plus(Duration.ofDays(size)), challenge.text()))
                            : present.afterFreshAnswer(truth));
            return true;
        }

        private void follow(Marks next) {
            stored = next;
            running = running.following(state(next), nanos);
        }
    }

    private Certificate issued(Instant at, @Nullable String challenge) {
        return files.computeIfAbsent(
                at + " " + challenge,
                name -> TestFile.machine()
                        .lasting(at, null)
                        .with(root ->
                                root.withObject("/data/attributes/metadata").put("clockChallenge", challenge))
                        .certificate());
    }

    private static StoredInstallation state(Marks marks) {
        return Held.stored(new Holding.None()).with(marks);
    }
}
