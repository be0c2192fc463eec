package com.optymyse.inspire.licensing.metrics;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.SeatRelease.State;
import com.optymyse.inspire.licensing.license.EnumWord;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** The seats that are not given back yet: how many, and how long the oldest has been waiting. */
@Singleton
class ReleaseMetrics implements MeterBinder {

    private static final double UNKNOWN = Double.NaN;

    private final CurrentInstallation current;
    private final Clock clock;

    ReleaseMetrics(CurrentInstallation current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Stream.of(State.QUEUED, State.BLOCKED, State.UNKNOWN)
                .forEach(state -> Gauge.builder("licensing.pending.releases", () -> pending(state))
                        .description("Seats that are not released at the licensing server yet")
                        .tag("state", EnumWord.of(state))
                        .register(registry));
        Gauge.builder("licensing.pending.release.age", this::age)
                .description("Age of the oldest pending seat release; 0 if there is none")
                .baseUnit("seconds")
                .register(registry);
    }

    private double pending(State state) {
        return current.isLoaded()
                ? releases().filter(release -> release.state() == state).count()
                : UNKNOWN;
    }

    private double age() {
        return current.isLoaded()
                ? releases()
                        .map(SeatRelease::since)
                        .min(Comparator.naturalOrder())
                        .map(this::secondsSince)
                        .orElse(0.0)
                : UNKNOWN;
    }

    private Stream<SeatRelease> releases() {
        return current.now().stored().releases().stream().filter(release -> release.state() != State.RESERVED);
    }

    private double secondsSince(Instant since) {
        return Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
