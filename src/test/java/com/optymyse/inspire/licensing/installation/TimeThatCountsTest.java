package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.TestFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody does with files, kills, restarts and clocks: the time that an installation knows does not fall. A kill
 * gains ten seconds. What was signed for this installation may set the time, to no earlier than its own.
 */
class TimeThatCountsTest {

    private static final int STEPS = 60;
    private static final int KINDS = 12;
    private static final int SIZES = 80;
    private static final String FOREIGN = "ABCDEFGHJKLMNPQR";

    /** Files of the past and of the future, as somebody may have collected them. Making one takes a moment. */
    private final Map<String, Certificate> files = new ConcurrentHashMap<>();

    @Tag("flood")
    @Test
    void known_anySequence_fallsByNoMoreThanWhatWasSignedForItOrByTenSecondsForAKill() {
        qt().withExamples(500)
                .forAll(lists().of(integers().between(0, KINDS * SIZES - 1)).ofSizeBetween(1, STEPS))
                .checkAssert(steps -> {
                    Host host = new Host();
                    steps.forEach(host::step);
                });
    }

    /** What a change has stored a moment ago is no reason to skip a turn of the task. */
    @Test
    void kill_afterAChangeJustBeforeTheTask_gainsNoMoreThanItsInterval() {
        TimedReplica replica = new TimedReplica(new HighWaterMarks(T, T), T);
        replica.passes(TimedReplica.TASK.minusMillis(500));
        replica.commit(
                marks -> marks.afterFreshResponse(T.plus(TimedReplica.TASK).minusMillis(500)));
        replica.passes(TimedReplica.TASK.plusMillis(490));
        Instant before = replica.known();

        replica.kill();

        assertThat(replica.known()).isBetween(before.minus(TimedReplica.TASK), before);
    }

    /** One service on a host that belongs to the attacker. */
    private final class Host {

        private final TimedReplica replica = new TimedReplica(new HighWaterMarks(T, T), T);
        private final List<String> challenges = new ArrayList<>(List.of(FOREIGN));
        private final List<Certificate> kept = new ArrayList<>();
        private Instant truth = T;
        private Duration clockOff = Duration.ZERO;

        private void step(int choice) {
            Instant before = replica.known();
            Instant lowest = act(choice % KINDS, choice / KINDS, before);
            if (replica.known().isBefore(lowest)) {
                throw new AssertionError("The time fell from " + before + " to " + replica.known() + ", below " + lowest
                        + ", by step " + choice + ".");
            }
        }

        /** @return the lowest time that may be known afterwards */
        private Instant act(int kind, int size, Instant before) {
            return switch (kind) {
                case 0, 1 -> passes(Duration.ofHours(size), before);
                case 2 -> passes(Duration.ofSeconds(size), before);
                case 3 -> setClock(Duration.ofHours(100L * (size - SIZES / 2)), before);
                case 4 -> restart(before);
                case 5 -> kill(before);
                case 6 -> play(issued(day(size), null), before);
                case 7 -> play(issued(day(size), other(size)), before);
                case 8, 9 -> order(before);
                case 10 -> playKept(size, before);
                default -> answer(before);
            };
        }

        private Instant passes(Duration time, Instant before) {
            truth = truth.plus(time);
            replica.passes(time);
            return before;
        }

        private Instant setClock(Duration off, Instant before) {
            clockOff = off;
            replica.setClock(truth.plus(clockOff));
            return before;
        }

        private Instant restart(Instant before) {
            replica.restart();
            return before;
        }

        private Instant kill(Instant before) {
            replica.kill();
            return before.minus(TimedReplica.TASK);
        }

        /** A challenge of another installation, or one of this that was used, has lapsed or was replaced. */
        private String other(int size) {
            ClockChallenge present = replica.challenge();
            String picked = challenges.get(size % challenges.size());
            return present != null && present.text().equals(picked) ? FOREIGN : picked;
        }

        /** The vendor makes a file for the challenge that is shown, which is not brought yet. */
        private Instant order(Instant before) {
            ClockChallenge present = replica.challenge();
            if (present != null) {
                challenges.add(present.text());
                kept.add(issued(truth, present.text()));
            }
            return before;
        }

        private Instant playKept(int size, Instant before) {
            return kept.isEmpty() ? before : play(kept.get(size % kept.size()), before);
        }

        /** The rules of an activation refuse more: files that are over, that grant more, or of which a verdict is known. */
        private Instant play(Certificate file, Instant before) {
            ClockChallenge present = replica.challenge();
            boolean fresh = present != null
                    && file.names(present.text())
                    && before.isBefore(present.madeAt().plus(Duration.ofDays(30)));
            if (file.issuedAt().isAfter(replica.effective())) {
                return before;
            }
            replica.commit(marks -> marks.afterCertificate(file));
            return fresh ? earlier(before, file.issuedAt()) : before;
        }

        private Instant answer(Instant before) {
            replica.commit(marks -> marks.afterFreshResponse(truth));
            return earlier(before, truth);
        }
    }

    private static Instant day(int size) {
        return T.plus(Duration.ofDays(size - SIZES / 2));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
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
}
