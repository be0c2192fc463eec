package com.optymyse.inspire.licensing.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.postgres.KeyRing.SealBrokenException;
import com.optymyse.inspire.licensing.postgres.KeyRing.UnknownKeyException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

    private static final byte[] SECRET = "a license key".getBytes(UTF_8);
    private static final byte[] DATA = "what stands beside it".getBytes(UTF_8);

    private static final String FIRST = "first:" + key(1);
    private static final String SECOND = "second:" + key(2);

    private final KeyRing ring = KeyRing.of(List.of(FIRST));

    @Test
    void open_sealedBytes_givesThePlainOnes() throws SealBrokenException {
        byte[] sealed = ring.seal(SECRET, DATA);

        assertThat(ring.open("first", sealed, DATA)).isEqualTo(SECRET);
        assertThat(new String(sealed, UTF_8)).doesNotContain("license");
    }

    @Test
    void derive_purpose_hasAKeyOfItsOwnThatIsAlwaysTheSame() {
        KeyRing both = KeyRing.of(List.of(FIRST, SECOND));

        byte[] key = both.derive("first", "audit trail", "HmacSHA256").getEncoded();

        assertThat(key)
                .hasSize(32)
                .isEqualTo(ring.derive("first", "audit trail", "HmacSHA256").getEncoded());
        assertThat(key)
                .isNotEqualTo(
                        both.derive("first", "other purpose", "HmacSHA256").getEncoded());
        assertThat(key)
                .isNotEqualTo(both.derive("second", "audit trail", "HmacSHA256").getEncoded());
        assertThatThrownBy(() -> both.derive("third", "audit trail", "HmacSHA256"))
                .hasMessageContaining("the key 'third'");
    }

    @Test
    void seal_twice_neverLooksTheSame() {
        byte[] one = ring.seal(SECRET, DATA);
        byte[] other = ring.seal(SECRET, DATA);

        assertThat(Arrays.copyOf(one, 12)).isNotEqualTo(Arrays.copyOf(other, 12));
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void open_anyByteChanged_fails() {
        byte[] sealed = ring.seal(SECRET, DATA);

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertBroken("first", changed, DATA);
        }
    }

    @Test
    void open_cutAnywhere_fails() {
        byte[] sealed = ring.seal(SECRET, DATA);

        for (int length = 0; length < sealed.length; length++) {
            assertBroken("first", Arrays.copyOf(sealed, length), DATA);
        }
    }

    @Test
    void open_otherAdditionalData_fails() {
        assertBroken("first", ring.seal(SECRET, DATA), SECRET);
    }

    @Test
    void open_keyPromoted_opensWhatTheOldOneSealed() throws SealBrokenException {
        byte[] sealed = ring.seal(SECRET, DATA);

        KeyRing rotated = KeyRing.of(List.of(SECOND, FIRST));

        assertThat(rotated.open("first", sealed, DATA)).isEqualTo(SECRET);
        assertThat(rotated.sealingKeyId()).isEqualTo("second");
        assertThat(rotated.open("second", rotated.seal(SECRET, DATA), DATA)).isEqualTo(SECRET);
    }

    @Test
    void open_keyDropped_namesIt() {
        byte[] sealed = ring.seal(SECRET, DATA);

        KeyRing without = KeyRing.of(List.of(SECOND));

        assertThatExceptionOfType(UnknownKeyException.class)
                .isThrownBy(() -> without.open("first", sealed, DATA))
                .withMessageContaining("'first'")
                .withMessageContaining("licensing.secret.keys");
    }

    @Test
    void open_underAnotherKeysId_fails() {
        KeyRing both = KeyRing.of(List.of(FIRST, SECOND));

        byte[] sealed = both.seal(SECRET, DATA);

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> both.open("second", sealed, DATA));
    }

    @Test
    void of_nothing_saysHowToMakeAKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.of(List.of()))
                .withMessageContaining("licensing.secret.keys")
                .withMessageContaining("openssl rand -base64 32");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                ":AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "an id:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "id:",
                "id:AAECAwQFBgcICQoLDA0ODw==",
                "id:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIj",
                "id:AAEC=AwQ",
                "id:not base64!"
            })
    void of_malformedEntry_saysWhichAndKeepsTheSecret(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.of(List.of(FIRST, entry)))
                .withMessageContaining("Entry 2 of licensing.secret.keys")
                .withMessageContaining("openssl rand -base64 32")
                .withMessageNotContaining("AAEC");
    }

    @Test
    void of_idTwice_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.of(List.of(FIRST, SECOND, "first:" + key(3))))
                .withMessageContaining("Entry 3 of licensing.secret.keys repeats the id 'first'");
    }

    private void assertBroken(String keyId, byte[] sealed, byte[] data) {
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> ring.open(keyId, sealed, data));
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
