package com.optymyse.inspire.licensing.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateAgeTest {

    private static final Instant NOW = Instant.parse("2026-11-26T20:00:31.900Z");

    private long nanos = Duration.ofHours(5).toNanos();
    private final StateAge age = new StateAge(() -> nanos);

    @Test
    void now_neverRead_countsFromTheStart() {
        pass(Duration.ofSeconds(7));

        assertThat(age.now()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void now_read_countsFromTheBeginningOfTheReading() {
        long begun = nanos;
        pass(Duration.ofSeconds(3));

        age.read(begun + Duration.ofSeconds(1).toNanos());

        assertThat(age.now()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void read_slowReadingEndsAfterANewerOne_doesNotMakeItOlder() {
        long begun = nanos;
        pass(Duration.ofSeconds(3));
        age.read(nanos);

        age.read(begun);

        assertThat(age.now()).isZero();
    }

    @Test
    void problem_thirtySeconds_isNone() {
        pass(Duration.ofSeconds(30));

        assertThat(age.problem(NOW)).isEmpty();
    }

    @Test
    void problem_longer_tellsSinceWhen() {
        pass(Duration.ofSeconds(30).plusNanos(1));

        LicensingProblem problem = age.problem(NOW).orElseThrow();

        assertThat(problem.code()).isEqualTo(ProblemCode.STATE_NOT_CURRENT);
        assertThat(problem.detail()).contains("since 2026-11-26T20:00:01Z");
        assertThat(problem.values()).isEqualTo(Map.of("since", "2026-11-26T20:00:01Z"));
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
