package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.ServerNotes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Lets no replica ask a busy licensing server before the pause that it asked for is over. */
@ApplicationScoped
public class ServerPauses implements ServerNotes {

    private final InstallationStore store;

    ServerPauses(InstallationStore store) {
        this.store = store;
    }

    @Override
    public Uni<Void> pause(Duration length) {
        return store.pauseServer(length);
    }

    @Override
    public Uni<Instant> storeTime() {
        return store.time();
    }

    /** Whether a background task may ask the licensing server now. */
    public Uni<Boolean> allowBackground() {
        return store.serverPause()
                .map(pause -> pause.map(PauseRules::inBackground)
                        .orElse(Duration.ZERO)
                        .isZero());
    }

    /**
     * Lets an admin's request through.
     *
     * @throws Refusal of {@link com.optymyse.inspire.licensing.license.RefusalCode#LICENSING_SERVER_BUSY} when the
     *     licensing server asked for a pause less than a minute ago
     */
    Uni<Void> admitAdmin() {
        return waitOfAdmins().map(wait -> {
            if (wait.isPresent()) {
                throw Refusals.failed(busy(wait.get()));
            }
            return null;
        });
    }

    /** The result for a server that is not asked because it is busy; empty when an admin's request may ask it. */
    <T> Uni<Optional<CallResult<T>>> insteadOfAsking() {
        return waitOfAdmins().map(wait -> wait.map(ServerPauses::busy));
    }

    private Uni<Optional<Duration>> waitOfAdmins() {
        return store.serverPause().map(pause -> pause.map(PauseRules::forAdmins).filter(wait -> !wait.isZero()));
    }

    private static <T> CallResult.Failed<T> busy(Duration wait) {
        return CallResult.Failed.busy("The licensing server is busy and has asked for a pause.", wait);
    }
}
