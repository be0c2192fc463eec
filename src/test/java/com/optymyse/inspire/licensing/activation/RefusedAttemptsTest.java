package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditEntry.Outcome;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.UnaskedAuditTrail;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RefusedAttemptsTest {

    private final IllegalStateException ours = new IllegalStateException("an internal secret");

    private final List<AuditEntry> entries = new ArrayList<>();

    @Test
    void recorded_errorOfOurs_isAFailedEntryThatTellsNothingInternal() {
        assertThatThrownBy(() -> attempt(progress -> failing(ours))).isSameAs(ours);

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(entry.code()).isEqualTo("internal-error");
            assertThat(entry.detail()).doesNotContain("secret");
            assertThat(entry.licenseKey()).isEqualTo(TestVendor.KEY.masked());
        });
    }

    @Test
    void recorded_attemptThatThrows_isAnEntryToo() {
        assertThatThrownBy(() -> attempt(progress -> {
                    throw ours;
                }))
                .isSameAs(ours);

        assertThat(entries).hasSize(1);
    }

    /** As a class of the package that can't be loaded: not an exception, and the seat may be taken all the same. */
    @Test
    void recorded_errorOfTheJvm_isAFailedEntryToo() {
        NoClassDefFoundError error = new NoClassDefFoundError("some.internal.Class");

        assertThatThrownBy(() -> attempt(progress -> {
                    progress.seatReserved();
                    return failing(error);
                }))
                .cause()
                .isSameAs(error);

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(entry.code()).isEqualTo("internal-error");
            assertThat(entry.detail()).doesNotContain("some.internal");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATION_IN_PROGRESS", "STORE_UNAVAILABLE", "STARTING", "STOPPING", "INVALID_REQUEST"})
    void recorded_notTried_isNoEntry(RefusalCode code) {
        assertThatThrownBy(() -> attempt(progress -> failing(new Refusal(code, "No."))))
                .isInstanceOf(Refusal.class);

        assertThat(entries).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATION_IN_PROGRESS", "STORE_UNAVAILABLE"})
    void recorded_endedAfterASeatWasReserved_isAFailedEntry(RefusalCode code) {
        assertThatThrownBy(() -> attempt(progress -> {
                    progress.seatReserved();
                    return failing(new Refusal(code, "Something came between."));
                }))
                .isInstanceOf(Refusal.class);

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(entry.code()).isEqualTo(code.code());
        });
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"OPERATION_IN_PROGRESS", "STORE_UNAVAILABLE"})
    void recorded_refusedAfterASeatWasReserved_isWhatTheRefusalIs(RefusalCode code) {
        Refusal refusal = new Refusal(code, "No.");

        assertThatThrownBy(() -> attempt(progress -> {
                    progress.seatReserved();
                    return failing(refusal);
                }))
                .isSameAs(refusal);

        assertThat(entries)
                .extracting(AuditEntry::outcome)
                .containsExactly(AuditEntry.refused(Held.T, Caller.SERVICE, AuditEntry.Action.ACTIVATE, refusal)
                        .outcome());
    }

    @Test
    void recorded_trailFailsByAnErrorOfOurs_attemptFailsAsItDidAndTheErrorIsLogged() {
        Refusal refusal = new Refusal(RefusalCode.LICENSE_EXPIRED, "Expired.");
        RefusedAttempts broken = new RefusedAttempts(
                new UnaskedAuditTrail() {
                    @Override
                    public Uni<Void> add(AuditEntry entry) {
                        return Uni.createFrom().failure(ours);
                    }
                },
                Clock.systemUTC());

        try (LogRecorder log = LogRecorder.start()) {
            assertThatThrownBy(() ->
                            await(broken.recorded(TestVendor.KEY, Caller.named("Ada"), progress -> failing(refusal))))
                    .isSameAs(refusal);

            assertThat(log.lines(Level.SEVERE, "")).hasSize(1);
        }
    }

    private void attempt(Function<Progress, Uni<Void>> attempt) {
        RefusedAttempts refused = new RefusedAttempts(
                new UnaskedAuditTrail() {
                    @Override
                    public Uni<Void> add(AuditEntry entry) {
                        entries.add(entry);
                        return Uni.createFrom().voidItem();
                    }
                },
                Clock.fixed(Held.T, ZoneOffset.UTC));
        await(refused.recorded(TestVendor.KEY, Caller.named("Ada"), attempt));
    }

    private static Uni<Void> failing(Throwable failure) {
        return Uni.createFrom().failure(failure);
    }

    private static void await(Uni<Void> attempt) {
        attempt.await().indefinitely();
    }
}
