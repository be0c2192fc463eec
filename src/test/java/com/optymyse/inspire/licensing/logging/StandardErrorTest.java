package com.optymyse.inspire.licensing.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.LogRecorder;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class StandardErrorTest {

    /** The JVM prints it as PostgreSQL's driver does. */
    @Test
    void start_printedStackTrace_isOneErrorOfTheLogUntilTheStop() throws InterruptedException {
        StandardError standardError = new StandardError();

        try (LogRecorder log = LogRecorder.start()) {
            standardError.start(new StartupEvent(), LaunchMode.NORMAL);
            breakDown();
            standardError.stop(new ShutdownEvent());
            breakDown();

            assertThat(log.lines(Level.SEVERE, ""))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("Exception in thread \"breaks\" java.lang.IllegalStateException: It broke.")
                            .contains("Caused by: java.io.IOException: The wire.", "\tat "));
        }
    }

    /** There the stream belongs to others, too. */
    @Test
    void start_inATest_leavesTheStreamAlone() throws InterruptedException {
        try (LogRecorder log = LogRecorder.start()) {
            new StandardError().start(new StartupEvent(), LaunchMode.TEST);
            breakDown();

            assertThat(log.lines(Level.SEVERE, "")).isEmpty();
        }
    }

    private static void breakDown() throws InterruptedException {
        Thread.ofPlatform().name("breaks").start(StandardErrorTest::fail).join();
    }

    private static void fail() {
        throw new IllegalStateException("It broke.", new IOException("The wire."));
    }
}
