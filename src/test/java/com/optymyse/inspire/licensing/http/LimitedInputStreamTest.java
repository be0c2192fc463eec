package com.optymyse.inspire.licensing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitedInputStreamTest {

    @Test
    void read_upToTheLimit_everything() throws IOException {
        LimitedInputStream limited = new LimitedInputStream(new ByteArrayInputStream(new byte[10]), 10);

        assertThat(limited.readAllBytes()).hasSize(10);
        assertThat(limited.read()).isEqualTo(-1);
    }

    @Test
    void read_arrayBeyondTheLimit_tooLarge() {
        LimitedInputStream limited = new LimitedInputStream(new ByteArrayInputStream(new byte[11]), 10);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(limited::readAllBytes)
                .extracting(Refusal::code)
                .isEqualTo(RefusalCode.TOO_LARGE);
    }

    @Test
    void read_byteBeyondTheLimit_tooLarge() throws IOException {
        LimitedInputStream limited = new LimitedInputStream(new ByteArrayInputStream(new byte[2]), 1);

        assertThat(limited.read()).isZero();
        assertThatExceptionOfType(Refusal.class).isThrownBy(limited::read);
    }
}
