package com.optymyse.inspire.licensing.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.LogRecorder;
import java.io.IOException;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class StandardErrorTest {

    /** The JVM prints it as PostgreSQL's driver does. */
    @Test
    void take_printedStackTrace_isOneErrorOfTheLog() throws InterruptedException {
        StandardError standardError = new StandardError();

        try (LogRecorder log = LogRecorder.start()) {
            standardError.take();
            Thread.ofPlatform().name("breaks").start(StandardErrorTest::fail).join();
            standardError.giveBack();

            assertThat(log.lines(Level.SEVERE, ""))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("Exception in thread \"breaks\" java.lang.IllegalStateException: It broke.")
                            .contains("Caused by: java.io.IOException: The wire.", "\tat "));
        }
    }

    private static void fail() {
        throw new IllegalStateException("It broke.", new IOException("The wire."));
    }
}
