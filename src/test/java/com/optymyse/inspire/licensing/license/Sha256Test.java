package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {

    /** The first example that NIST publishes for the algorithm. */
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    private static final String DIGEST = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void hex_exampleOfNist_isItsDigest() {
        assertThat(Sha256.hex(ABC)).isEqualTo(DIGEST);
    }

    @Test
    void of_exampleOfNist_isItsDigest() {
        assertThat(Sha256.of(ABC)).asHexString().isEqualToIgnoringCase(DIGEST);
    }
}
