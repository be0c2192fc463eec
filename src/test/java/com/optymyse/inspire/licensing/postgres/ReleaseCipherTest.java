package com.optymyse.inspire.licensing.postgres;

import static com.optymyse.inspire.licensing.testing.StoredSamples.NOW;
import static com.optymyse.inspire.licensing.testing.StoredSamples.release;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.SeatRelease.State;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.postgres.StorageEncryption.TamperedException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseCipherTest {

    private static final SeatRelease RELEASE = release("machine-1", State.BLOCKED, NOW);

    private final ReleaseCipher cipher =
            new ReleaseCipher(KeyRing.of(List.of("test:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")));

    @Test
    void decrypt_asEncrypted_isTheRelease() throws TamperedException {
        ReleaseRow row = cipher.encrypt(RELEASE);

        assertThat(cipher.decrypt(row)).isEqualTo(RELEASE);
        assertThat(new String(row.licenseKey, ISO_8859_1))
                .doesNotContain(RELEASE.key().value());
    }

    @Test
    void decrypt_keyBeyondAscii_isTheKey() throws TamperedException {
        SeatRelease release = new SeatRelease(
                RELEASE.machineId(),
                RELEASE.server(),
                RELEASE.account(),
                RELEASE.licenseId(),
                new LicenseKey("B\u00FCro-\uD83D\uDD11"),
                RELEASE.state(),
                RELEASE.since(),
                RELEASE.attempts(),
                RELEASE.nextAttemptAt(),
                RELEASE.lastError());

        assertThat(cipher.decrypt(cipher.encrypt(release))).isEqualTo(release);
    }

    static List<Named<Consumer<ReleaseRow>>> edits() {
        return List.of(
                Named.of("machine", row -> row.machineId = "machine-2"),
                Named.of("server", row -> row.server = "https://thief.example.com"),
                Named.of("account", row -> row.account = "account-2"),
                Named.of("license", row -> row.licenseId = "license-2"),
                Named.of("key", row -> row.licenseKey = new byte[64]));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void decrypt_edited_fails(Consumer<ReleaseRow> edit) {
        ReleaseRow row = cipher.encrypt(RELEASE);

        edit.accept(row);

        assertThatExceptionOfType(TamperedException.class).isThrownBy(() -> cipher.decrypt(row));
    }
}
