package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServerPausesTest {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final InMemoryInstallationStore store = new InMemoryInstallationStore();
    private final ServerPauses pauses = new ServerPauses(store);

    @Test
    void pause_anotherReplicaAsks_leavesTheServerAlone() {
        assertThat(await(new ServerPauses(store).allowBackground())).isTrue();

        await(pauses.pause(Duration.ofMinutes(10)));

        assertThat(await(new ServerPauses(store).allowBackground())).isFalse();
        assertThat(await(store.serverPause()))
                .hasValueSatisfying(pause -> assertThat(pause.length()).isEqualTo(Duration.ofMinutes(10)));
    }

    @Test
    void storeTime_clockOfTheStoreSet_isItsTime() {
        Instant time = Instant.parse("2026-11-23T10:00:00Z");
        store.time(time);

        assertThat(await(pauses.storeTime())).isEqualTo(time);
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(LONGEST);
    }
}
