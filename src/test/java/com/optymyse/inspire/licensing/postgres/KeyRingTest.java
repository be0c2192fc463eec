package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

    private static final String FIRST = "first:" + key(1);
    private static final String SECOND = "second:" + key(2);

    private final KeyRing ring = KeyRing.of(List.of(FIRST));

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

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
