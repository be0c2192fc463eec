package com.optymyse.inspire.licensing.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.optymyse.inspire.licensing.postgres.KeyRing.UnknownKeyException;
import com.optymyse.inspire.licensing.postgres.StorageEncryption.TamperedException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageEncryptionTest {

    private static final byte[] SECRET = "a license key".getBytes(UTF_8);
    private static final byte[] DATA = "what stands beside it".getBytes(UTF_8);

    private static final String FIRST = "first:" + key(1);
    private static final String SECOND = "second:" + key(2);

    private final StorageEncryption encryption = encryption(FIRST);

    @Test
    void decrypt_encryptedBytes_givesThePlainOnes() throws TamperedException {
        byte[] encrypted = encryption.encrypt(SECRET, DATA);

        assertThat(encryption.decrypt("first", encrypted, DATA)).isEqualTo(SECRET);
        assertThat(new String(encrypted, UTF_8)).doesNotContain("license");
    }

    @Test
    void encrypt_twice_neverLooksTheSame() {
        byte[] one = encryption.encrypt(SECRET, DATA);
        byte[] other = encryption.encrypt(SECRET, DATA);

        assertThat(Arrays.copyOf(one, 12)).isNotEqualTo(Arrays.copyOf(other, 12));
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void decrypt_anyByteChanged_fails() {
        byte[] encrypted = encryption.encrypt(SECRET, DATA);

        for (int i = 0; i < encrypted.length; i++) {
            byte[] changed = encrypted.clone();
            changed[i] ^= 1;
            assertBroken("first", changed, DATA);
        }
    }

    @Test
    void decrypt_cutAnywhere_fails() {
        byte[] encrypted = encryption.encrypt(SECRET, DATA);

        for (int length = 0; length < encrypted.length; length++) {
            assertBroken("first", Arrays.copyOf(encrypted, length), DATA);
        }
    }

    @Test
    void decrypt_otherAdditionalData_fails() {
        assertBroken("first", encryption.encrypt(SECRET, DATA), SECRET);
    }

    @Test
    void decrypt_keyPromoted_decryptsWhatTheOldOneEncrypted() throws TamperedException {
        byte[] encrypted = encryption.encrypt(SECRET, DATA);

        StorageEncryption rotated = encryption(SECOND, FIRST);

        assertThat(rotated.decrypt("first", encrypted, DATA)).isEqualTo(SECRET);
        assertThat(rotated.keyId()).isEqualTo("second");
        assertThat(rotated.decrypt("second", rotated.encrypt(SECRET, DATA), DATA))
                .isEqualTo(SECRET);
    }

    @Test
    void decrypt_keyDropped_namesIt() {
        byte[] encrypted = encryption.encrypt(SECRET, DATA);

        StorageEncryption without = encryption(SECOND);

        assertThatExceptionOfType(UnknownKeyException.class)
                .isThrownBy(() -> without.decrypt("first", encrypted, DATA))
                .withMessageContaining("'first'")
                .withMessageContaining("licensing.secret.keys");
    }

    @Test
    void decrypt_underAnotherKeysId_fails() {
        StorageEncryption both = encryption(FIRST, SECOND);

        byte[] encrypted = both.encrypt(SECRET, DATA);

        assertThatExceptionOfType(TamperedException.class).isThrownBy(() -> both.decrypt("second", encrypted, DATA));
    }

    private void assertBroken(String keyId, byte[] encrypted, byte[] data) {
        assertThatExceptionOfType(TamperedException.class).isThrownBy(() -> encryption.decrypt(keyId, encrypted, data));
    }

    private static StorageEncryption encryption(String... keys) {
        return new StorageEncryption(KeyRing.of(List.of(keys)));
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
