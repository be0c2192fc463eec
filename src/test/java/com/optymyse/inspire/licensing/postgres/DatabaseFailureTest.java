package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.TimeoutException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;

class DatabaseFailureTest {

    @Test
    void describe_fault_innermostMessage() {
        assertThat(DatabaseFailure.describe(new IllegalStateException(new ConnectException("Connection refused"))))
                .isEqualTo("ConnectException: Connection refused");
    }

    @Test
    void describe_noAnswer_saysSo() {
        assertThat(DatabaseFailure.describe(new TimeoutException())).isEqualTo("no answer came in time.");
    }

    @Test
    void describe_noMessage_isNotNull() {
        assertThat(DatabaseFailure.describe(new ClosedChannelException())).isEqualTo("ClosedChannelException.");
    }
}
