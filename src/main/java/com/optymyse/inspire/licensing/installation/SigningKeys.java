package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The signing keys in memory, which outlive an outage of their store. */
@ApplicationScoped
public class SigningKeys {

    private final SigningKeyStore store;
    private final StartObstacle obstacle;
    private final AtomicReference<@Nullable KeySet> known = new AtomicReference<>();

    SigningKeys(SigningKeyStore store, StartObstacle obstacle) {
        this.store = store;
        this.obstacle = obstacle;
    }

    /**
     * The keys now.
     *
     * @throws Refusal {@link RefusalCode#STARTING} until they were read once
     */
    public KeySet now() {
        KeySet keys = known.get();
        if (keys == null) {
            throw obstacle.starting("its signing keys");
        }
        return keys;
    }

    /** Reads the keys again. Fails as the store does; what was known then stays. */
    public Uni<KeySet> reload() {
        return store.load().invoke(known::set);
    }
}
