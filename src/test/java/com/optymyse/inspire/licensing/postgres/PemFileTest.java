package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in each form that OpenSSL writes. Those of EC are nobody's, made with it for this test. */
class PemFileTest {

    /** By "ecparam -genkey", which puts the curve before the key. */
    private static final String EC_SEC1 = """
            -----BEGIN EC PARAMETERS-----
            BggqhkjOPQMBBw==
            -----END EC PARAMETERS-----
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEILC7yDhpXIP0VaslXK7t6acL7228NNJmoV6rifhfPfIPoAoGCCqGSM49
            AwEHoUQDQgAECrCpbrdn8gZs0f/cgH4hLu7nDtdPazbKSR2ZcEUXNrFoLsuCMPLb
            jnRSYRmavlC97liervl0iP5eyruGYn55MA==
            -----END EC PRIVATE KEY-----
            """;

    private static final String EC_PKCS8 = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgsLvIOGlcg/RVqyVc
            ru3ppwvvbbw00mahXquJ+F898g+hRANCAAQKsKlut2fyBmzR/9yAfiEu7ucO109r
            NspJHZlwRRc2sWguy4Iw8tuOdFJhGZq+UL3uWJ6u+XSI/l7Ku4Zifnkw
            -----END PRIVATE KEY-----
            """;

    private static final String EC_384_SEC1 = """
            -----BEGIN EC PRIVATE KEY-----
            MIGkAgEBBDAw573L93NecRct6iCQmWIE6c7PglYpmQypRjJJTUtLatpJZ3jwyCYy
            hkU7eBYSIm+gBwYFK4EEACKhZANiAASrKxsjDjCABhxxV15SesRGc0RXwIMf2MzD
            x8LyYyEDWs6/eYyjIX2D6c2gvVFO7I22DVAUz0T0fcTitIGcKnaoVwa2Vo8rprja
            Jltdvh6k3wIKVIi42kAjGv/8iHEhE+M=
            -----END EC PRIVATE KEY-----
            """;

    private static final String EC_384_PKCS8 = """
            -----BEGIN PRIVATE KEY-----
            MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDAw573L93NecRct6iCQ
            mWIE6c7PglYpmQypRjJJTUtLatpJZ3jwyCYyhkU7eBYSIm+hZANiAASrKxsjDjCA
            BhxxV15SesRGc0RXwIMf2MzDx8LyYyEDWs6/eYyjIX2D6c2gvVFO7I22DVAUz0T0
            fcTitIGcKnaoVwa2Vo8rprjaJltdvh6k3wIKVIi42kAjGv/8iHEhE+M=
            -----END PRIVATE KEY-----
            """;

    private static final String ENCRYPTED = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAgWOABS9WZstwICCAAw
            DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEMQ/xpWwfI6Z76Xmidz+/lIEgZAj
            ewiz0nW8YBY7gGUeb+1YUgZrYD2rKGQCO4Ay0YxH4Gm9qe4xMfj+HmyrRd6nMfGw
            4W3Yuo+fm+jW1nKyGb2BiW60aVG88lRhxT48EtulWQy8CqFv7gjW/jUiG6WtJukI
            1TQmmYYBIyTnc0gkG3+dxfdZhdhVBPhdFKW0Rg9mQU/6OGeh0mD+bj8wqwPY0MQ=
            -----END ENCRYPTED PRIVATE KEY-----
            """;

    @TempDir
    Path folder;

    @Test
    void privateKey_ecInEitherForm_isTheSame() throws IOException {
        assertThat(scalar(EC_SEC1)).isEqualTo(scalar(EC_PKCS8)).isNotZero();
        assertThat(scalar(EC_384_SEC1)).isEqualTo(scalar(EC_384_PKCS8)).isNotZero();
    }

    /** What PKCS#8 has inside is PKCS#1: behind a sequence's head, a version and the algorithm. */
    @Test
    void privateKey_rsaInEitherForm_isTheSame() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] pkcs8 = generator.generateKeyPair().getPrivate().getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);

        assertThat(key(pem("PRIVATE KEY", pkcs8)).getEncoded()).isEqualTo(pkcs8);
        assertThat(key(pem("RSA PRIVATE KEY", pkcs1)).getEncoded()).isEqualTo(pkcs8);
    }

    @Test
    void privateKey_withPassphrase_isNamed() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> key(ENCRYPTED))
                .withMessage("The file of sslkey, " + folder.resolve("file.pem")
                        + ", has a private key that is not an RSA or EC key without passphrase.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MA==", "MIIB", "MAMCAQE=", "MAUCAQEEAQ=="})
    void privateKey_cutOff_isNamed(String content) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () -> key("-----BEGIN EC PRIVATE KEY-----\n" + content + "\n-----END EC PRIVATE KEY-----\n"))
                .withMessageContaining("has a private key that is not an RSA or EC key");
    }

    @Test
    void privateKey_fileWithoutAny_isNamed() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> key("nothing"))
                .withMessageEndingWith("has no private key in PEM form.");
    }

    @Test
    void certificates_fileWithoutAny_isNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file.pem"), EC_PKCS8);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new PemFile("sslrootcert", file.toString()).certificates())
                .withMessage("The file of sslrootcert, " + file + ", has no certificate in PEM form.");
    }

    @Test
    void file_missing_isNamed() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new PemFile("sslrootcert", "/nowhere/ca.pem").certificates())
                .withMessage("The file of sslrootcert, /nowhere/ca.pem, can't be read.");
    }

    private BigInteger scalar(String pem) throws IOException {
        return ((ECPrivateKey) key(pem)).getS();
    }

    private PrivateKey key(String pem) throws IOException {
        Path file = Files.writeString(folder.resolve("file.pem"), pem);
        return new PemFile("sslkey", file.toString()).privateKey();
    }

    private static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(content)
                + "\n-----END " + label + "-----\n";
    }
}
