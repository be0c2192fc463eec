package com.optymyse.inspire.licensing.background;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditVerification;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.UnaskedAuditTrail;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A standing that time has changed is told in the log when it changes, whether or not it can be recorded. */
class AuditTasksTest {

    private final HeldLicense held = Held.online(TestFile.machine().certificate(), new Verdict.Good());
    private final InMemoryInstallationStore store = new InMemoryInstallationStore();
    private final MovedClock clock = new MovedClock();
    private final CurrentInstallation current = Held.current(store, clock);
    private final Trail trail = new Trail();
    private final AuditTasks tasks = tasks();
    private final LogRecorder log = LogRecorder.start();

    @BeforeEach
    void licensed() {
        store.put(Held.stored(held));
        current.reload().await().indefinitely();
        trail.known = true;
        look();
        trail.known = false;
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void recordStanding_changedByTime_isOneLineWithKeyAndMachine() {
        clock.now = Held.days(3);

        look();
        look();

        assertThat(log.operations())
                .containsExactly(Map.of(
                        "action", "standing",
                        "outcome", "succeeded",
                        "code", "server-unreachable",
                        "standing", "grace",
                        "licenseKey", held.key().masked(),
                        "machine", held.machineId(),
                        "revision", "1"));
    }

    @Test
    void recordStanding_changedWhileTheTrailIsAway_isALineAtOnceAndNotAgainWhenItIsAdded() {
        trail.away = true;
        clock.now = Held.days(3);
        look();
        look();
        assertThat(standings()).containsExactly("grace");

        trail.away = false;
        look();

        assertThat(standings()).containsExactly("grace");
        assertThat(trail.added).hasSize(1);
    }

    @Test
    void recordStanding_changedTwiceWhileTheTrailIsAway_isALineEach() {
        trail.away = true;
        clock.now = Held.days(3);
        look();
        clock.now = Held.days(20);
        look();

        assertThat(standings()).containsExactly("grace", "restricted");
    }

    /** A clock has leapt to 2035, across the end of the certificate: the entry is an earliest time, and must not be one then. */
    @Test
    void recordStanding_changedByALeapOfTheClock_knowsTheTimeThatRunsOnAlone() {
        store.put(Held.stored(held).with(new HighWaterMarks(Held.T, Held.T)));
        current.reload().await().indefinitely();
        clock.now = Instant.parse("2035-01-01T00:00:00Z");

        look();

        assertThat(trail.added).singleElement().satisfies(entry -> {
            assertThat(entry.at()).isEqualTo(clock.now);
            assertThat(entry.knownTime()).isBetween(Held.T, Held.hours(1));
        });
    }

    /** It may be known to the trail for long. */
    @Test
    void recordStanding_firstLookWhileTheTrailIsAway_isNoNews() {
        AuditTasks begun = tasks();
        trail.away = true;

        begun.recordStanding().subscribe().withSubscriber(UniAssertSubscriber.create());

        assertThat(log.operations()).isEmpty();
    }

    /** The database was made anew, and got as far as the former one. */
    @Test
    void recordStanding_sameStandingOfAnotherInstallation_isRecorded() {
        clock.now = Held.days(3);
        look();

        store.put(Held.stored(UUID.randomUUID(), Held.state(held)));
        current.reload().await().indefinitely();
        look();

        assertThat(trail.added).hasSize(2);
        assertThat(standings()).containsExactly("grace", "grace");
    }

    @Test
    void recordStanding_addedByAnotherReplica_isThatOnesLine() {
        trail.known = true;
        clock.now = Held.days(3);

        look();

        assertThat(log.operations()).isEmpty();
    }

    private AuditTasks tasks() {
        // Nothing is verified here.
        AuditVerification none = null;
        return new AuditTasks(current, trail, none, () -> Duration.ofDays(400));
    }

    private void look() {
        tasks.recordStanding().subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private List<String> standings() {
        return log.operations().stream().map(line -> line.get("standing")).toList();
    }

    /** A trail that has a standing already, or is away, when a test says so. */
    private static final class Trail extends UnaskedAuditTrail {

        private final List<AuditEntry> added = new ArrayList<>();
        private boolean known;
        private boolean away;

        @Override
        public Uni<Boolean> addStanding(long version, AuditEntry standing) {
            if (away) {
                return Uni.createFrom().failure(new Refusal(RefusalCode.STORE_UNAVAILABLE, "The store is away."));
            }
            if (!known) {
                added.add(standing);
            }
            return Uni.createFrom().item(!known);
        }
    }

    private static final class MovedClock extends Clock {

        private Instant now = Held.T;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Everything here is in UTC.");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
