package com.optymyse.inspire.licensing.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private final Refusal away = new Refusal(RefusalCode.STORE_UNAVAILABLE, "The store is away.");

    private Uni<KeySet> stored = Uni.createFrom().failure(away);
    private final SigningKeys keys = new SigningKeys(() -> stored, new StartObstacle());

    @Test
    void now_neverRead_starting() {
        assertThat(catchThrowableOfType(Refusal.class, () -> reload(keys))).isEqualTo(away);

        assertThat(catchThrowableOfType(Refusal.class, keys::now).code()).isEqualTo(RefusalCode.STARTING);
    }

    @Test
    void now_storeAwayAfterwards_whatWasKnownStays() {
        KeySet known = keySet();
        stored = Uni.createFrom().item(known);
        assertThat(reload(keys)).isSameAs(known);

        stored = Uni.createFrom().failure(away);

        assertThat(catchThrowableOfType(Refusal.class, () -> reload(keys))).isEqualTo(away);
        assertThat(keys.now()).isSameAs(known);
    }

    @Test
    void reload_othersStored_theyCount() {
        stored = Uni.createFrom().item(keySet());
        reload(keys);
        KeySet others = keySet();
        stored = Uni.createFrom().item(others);

        reload(keys);

        assertThat(keys.now()).isSameAs(others);
    }

    private static KeySet reload(SigningKeys keys) {
        return keys.reload().await().indefinitely();
    }

    private static KeySet keySet() {
        SigningKey key = new SigningKey(1, SigningKey.newPair(), Instant.EPOCH);
        return new KeySet(key, List.of(key));
    }
}
