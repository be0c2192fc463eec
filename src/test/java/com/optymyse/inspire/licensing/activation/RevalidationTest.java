package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.Caller;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RevalidationTest {

    private final InMemoryInstallationStore store = new InMemoryInstallationStore();

    /** The answer was waited for already; the patience with other operations does not come on top of that. */
    @Test
    void revalidate_anotherOperationUnderWay_givesWayByTheDeadlineHoweverPatient() {
        store.put(Held.stored(Held.online(TestFile.machine().certificate(), new Verdict.Good())));
        store.acquire(Purpose.activate("admin"), Duration.ZERO).await().indefinitely();
        Revalidation revalidation = revalidation(new Waiting(Duration.ofMillis(500), Duration.ofHours(1)));

        assertThatThrownBy(() ->
                        revalidation.revalidate(Caller.named("admin")).await().atMost(Duration.ofSeconds(30)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.OPERATION_IN_PROGRESS));
    }

    private Revalidation revalidation(ActivationConfig config) {
        LicensingServer unanswering = new UnaskedServer() {
            @Override
            public Uni<Answer<Validation>> validate(LicenseKey key, String fingerprint, Deadline deadline) {
                return Uni.createFrom().item(new Answer.Failed<>(Answer.Cause.UNREACHABLE, "No answer came."));
            }
        };
        Clock clock = Clock.fixed(Held.T, ZoneOffset.UTC);
        CurrentInstallation current = Held.current(store, clock);
        return new Revalidation(
                current,
                unanswering,
                new MachineFiles(unanswering, new CertificateVerifier(TestVendor.anchors())),
                new AttemptMeters(new SimpleMeterRegistry()),
                new SharedRevalidations(),
                new ServerPauses(store),
                config,
                new SplittableRandom(),
                clock);
    }

    private record Waiting(Duration deadline, Duration patience) implements ActivationConfig {

        @Override
        public int attemptsPerMinute() {
            return 1;
        }

        @Override
        public Duration releaseDeadline() {
            return Duration.ZERO;
        }
    }
}
