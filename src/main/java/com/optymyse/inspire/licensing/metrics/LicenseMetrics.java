package com.optymyse.inspire.licensing.metrics;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.Forecast;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.LicenseDetails;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Standing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the installation may do, and for how long. Seconds are counted from the effective time and are negative when past;
 * what there is not (an end of a perpetual license) is NaN, and so is everything until the state was read once.
 */
@Singleton
class LicenseMetrics implements MeterBinder {

    private static final double NOT_THERE = Double.NaN;

    private final CurrentInstallation current;
    private final Clock clock;

    LicenseMetrics(CurrentInstallation current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                        "licensing.licensed",
                        "1 while entitlements and limits are in force, else 0",
                        licensed -> is(licensed.licensing().licensed()))
                .register(registry);
        Arrays.stream(Standing.values())
                .forEach(standing -> gauge(
                                "licensing.standing",
                                "1 for the current standing, 0 for the other standings",
                                now -> is(now.licensing().standing() == standing))
                        .tag("standing", standing.word())
                        .register(registry));
        Arrays.stream(Reason.values())
                .forEach(reason -> gauge(
                                "licensing.reason",
                                "1 for the reason of the current standing, 0 for the other reasons",
                                now -> is(now.licensing().reason() == reason))
                        .tag("reason", reason.code())
                        .register(registry));
        Gauge.builder("licensing.state.age", () -> current.isLoaded() ? seconds(current.age()) : NOT_THERE)
                .description("Age of the state that this replica reports, since it was last known to be current")
                .baseUnit("seconds")
                .register(registry);
        bindEnds(registry);
        bindValidation(registry);
    }

    private void bindEnds(MeterRegistry registry) {
        remaining(
                        "licensing.license.remaining",
                        "Until the license expires, negative when past",
                        license(LicenseDetails::expiresAt))
                .register(registry);
        remaining(
                        "licensing.certificate.remaining",
                        "Until the certificate that proves the license ends, negative when past",
                        license(LicenseDetails::certificateExpiresAt))
                .register(registry);
        remaining(
                        "licensing.grace.remaining",
                        "Until the installation is restricted if nothing else happens, grace included",
                        LicenseMetrics::restrictedAt)
                .register(registry);
    }

    private void bindValidation(MeterRegistry registry) {
        gauge(
                        "licensing.last.validation.timestamp",
                        "When the licensing server's last verdict was signed, in seconds of the epoch",
                        now -> seconds(license(LicenseDetails::lastValidatedAt).apply(now)))
                .baseUnit("seconds")
                .register(registry);
        gauge(
                        "licensing.clock.skew",
                        "By how much the licensing server's clock was ahead of this server's at its last good response",
                        LicenseMetrics::skew)
                .baseUnit("seconds")
                .register(registry);
    }

    private Gauge.Builder<?> remaining(String name, String description, Function<Snapshot, @Nullable Instant> end) {
        return gauge(name, description, now -> {
                    Instant at = end.apply(now);
                    return at == null ? NOT_THERE : secondsUntil(at, now);
                })
                .baseUnit("seconds");
    }

    private Gauge.Builder<?> gauge(String name, String description, ToDoubleFunction<Snapshot> value) {
        return Gauge.builder(name, () -> current.isLoaded() ? value.applyAsDouble(current.now()) : NOT_THERE)
                .description(description);
    }

    private static Function<Snapshot, @Nullable Instant> license(Function<LicenseDetails, @Nullable Instant> moment) {
        return now -> {
            LicenseDetails license = now.licensing().license();
            return license == null ? null : moment.apply(license);
        };
    }

    private static @Nullable Instant restrictedAt(Snapshot now) {
        return now.licensing().forecast().stream()
                .filter(coming -> coming.standing() == Standing.RESTRICTED)
                .map(Forecast::at)
                .findFirst()
                .orElse(null);
    }

    private static double skew(Snapshot now) {
        HeldLicense held = now.stored().license().held();
        if (held == null
                || held.verdictAt() == null
                || held.attempts().lastAt() == null
                || !"good".equals(held.attempts().outcome())) {
            return NOT_THERE;
        }
        return seconds(Duration.between(held.attempts().lastAt(), held.verdictAt()));
    }

    private double secondsUntil(Instant moment, Snapshot now) {
        return seconds(Duration.between(now.stored().marks().effective(clock.instant()), moment));
    }

    private static double is(boolean condition) {
        return condition ? 1 : 0;
    }

    private static double seconds(@Nullable Instant moment) {
        return moment == null ? NOT_THERE : moment.toEpochMilli() / 1000.0;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
