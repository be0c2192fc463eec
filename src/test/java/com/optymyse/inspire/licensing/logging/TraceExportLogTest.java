package com.optymyse.inspire.licensing.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class TraceExportLogTest {

    private long nanos;
    private final TraceExportLog log = new TraceExportLog(() -> nanos);

    @Test
    void isLoggable_failsAgainAndAgain_firstLineAlone() {
        assertThat(log.isLoggable(failed())).isTrue();
        for (int minute = 0; minute < 60; minute++) {
            nanos += TraceExportLog.QUIET.toNanos();
            assertThat(log.isLoggable(failed())).isFalse();
        }
    }

    @Test
    void isLoggable_failsAfterAQuietTime_isToldAgain() {
        log.isLoggable(failed());
        nanos += TraceExportLog.QUIET.toNanos() + 1;

        assertThat(log.isLoggable(failed())).isTrue();
    }

    @Test
    void isLoggable_detail_isNotItsAffair() {
        log.isLoggable(failed());

        assertThat(log.isLoggable(new LogRecord(Level.FINE, "Sent."))).isTrue();
    }

    /** Loggers and handlers ask about the same line. */
    @Test
    void isLoggable_sameLineAgain_sameAnswer() {
        LogRecord first = failed();

        assertThat(log.isLoggable(first)).isTrue();
        assertThat(log.isLoggable(first)).isTrue();
    }

    private static LogRecord failed() {
        return new LogRecord(Level.WARNING, "Failed to export spans.");
    }
}
