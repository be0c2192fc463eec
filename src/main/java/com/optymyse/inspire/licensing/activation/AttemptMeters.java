package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.EnumWord;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.ValidationMode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts what comes of activations and validations, on this replica, for an operator's monitoring. */
@ApplicationScoped
class AttemptMeters {

    private static final String SUCCEEDED = "succeeded";

    private final MeterRegistry registry;

    AttemptMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Runs the activation and counts its outcome: {@code succeeded}, or the code of its refusal. */
    <T> Uni<T> activation(ValidationMode mode, Uni<T> attempt) {
        return attempt.onItemOrFailure()
                .invoke((done, failure) -> Counter.builder("licensing.activations")
                        .description("Activation attempts, by method and outcome")
                        .tag("method", EnumWord.of(mode))
                        .tag("outcome", failure == null ? SUCCEEDED : code(failure))
                        .register(registry)
                        .increment());
    }

    /** Runs the validation and times it by its outcome: {@code good}, the verdict's code, or the code of a failure. */
    Uni<Snapshot> validation(Uni<Snapshot> validation) {
        return Uni.createFrom().deferred(() -> {
            Timer.Sample begun = Timer.start(registry);
            return validation
                    .onItemOrFailure()
                    .invoke((after, failure) -> begun.stop(Timer.builder("licensing.validation.duration")
                            .description("Re-validations and their duration, by outcome")
                            .tag("outcome", failure == null ? verdict(after) : code(failure))
                            .register(registry)));
        });
    }

    private static String verdict(@Nullable Snapshot after) {
        HeldLicense held = after == null ? null : after.stored().license().held();
        return held == null
                ? SUCCEEDED
                : Objects.requireNonNullElse(held.attempts().outcome(), SUCCEEDED);
    }

    private static String code(Throwable failure) {
        RefusalCode code = failure instanceof Refusal refusal ? refusal.code() : RefusalCode.INTERNAL_ERROR;
        return code.code();
    }
}
