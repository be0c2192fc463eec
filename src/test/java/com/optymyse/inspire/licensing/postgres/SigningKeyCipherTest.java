package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.optymyse.inspire.licensing.installation.SigningKey;
import com.optymyse.inspire.licensing.postgres.KeyRing.UnknownKeyException;
import com.optymyse.inspire.licensing.postgres.StorageEncryption.TamperedException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SigningKeyCipherTest {

    private static final UUID INSTALLATION = UUID.fromString("44444444-0000-4000-8000-000000000004");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.000001Z");
    private static final SigningKey KEY = new SigningKey(7, SigningKey.newPair(), NOW);

    private final SigningKeyCipher cipher =
            new SigningKeyCipher(KeyRing.of(List.of("test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")));

    @Test
    void decrypt_asEncrypted_isTheKey() throws TamperedException {
        SigningKey opened = cipher.decrypt(cipher.encrypt(KEY, INSTALLATION));

        assertThat(opened.number()).isEqualTo(7);
        assertThat(opened.signsFrom()).isEqualTo(NOW);
        assertThat(opened.pair().getPublic()).isEqualTo(KEY.pair().getPublic());
        assertThat(opened.pair().getPrivate()).isEqualTo(KEY.pair().getPrivate());
    }

    static List<Named<Consumer<SigningKeyRow>>> edits() {
        return List.of(
                Named.of("number", row -> row.number++),
                Named.of("installation", row -> row.installationId = UUID.randomUUID()),
                Named.of(
                        "public key",
                        row -> row.publicKey = SigningKey.newPair().getPublic().getEncoded()),
                Named.of("private key", row -> row.privateKey[20] ^= 1),
                Named.of("no private key", row -> row.privateKey = new byte[0]));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void decrypt_rowEdited_isBroken(Consumer<SigningKeyRow> edit) {
        SigningKeyRow row = cipher.encrypt(KEY, INSTALLATION);

        edit.accept(row);

        assertThatExceptionOfType(TamperedException.class).isThrownBy(() -> cipher.decrypt(row));
    }

    @Test
    void decrypt_signsEarlier_opens() throws TamperedException {
        SigningKeyRow row = cipher.encrypt(KEY, INSTALLATION);

        row.signsFrom = NOW.minusSeconds(60);

        assertThat(cipher.decrypt(row).signsFrom()).isEqualTo(NOW.minusSeconds(60));
    }

    @Test
    void decrypt_underASecretThatTheRingHasNot_saysWhich() {
        SigningKeyRow row = cipher.encrypt(KEY, INSTALLATION);

        row.secretId = "gone";

        assertThatExceptionOfType(UnknownKeyException.class)
                .isThrownBy(() -> cipher.decrypt(row))
                .withMessageContaining("'gone'");
    }
}
