package com.optymyse.inspire.licensing.background;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.OwnErrors;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class RepeatedTasksTest {

    private final IllegalStateException failure = new IllegalStateException("Ours.");
    private final OwnErrors errors = new OwnErrors();
    private final AtomicReference<String> trouble = new AtomicReference<>("");
    private final List<URI> toldElsewhere = new ArrayList<>();

    /** As of a re-validation that an admin has shared. */
    @Test
    void report_errorThatAnAdminWasTold_isNotLoggedAgain() {
        errors.name(failure, toldElsewhere::add);

        try (LogRecorder log = LogRecorder.start()) {
            report(failure);

            assertThat(toldElsewhere).hasSize(1);
            assertThat(log.lines(Level.WARNING, "")).isEmpty();
        }
    }

    @Test
    void report_errorThatAnAdminIsToldAfterwards_isLoggedOnce() {
        try (LogRecorder log = LogRecorder.start()) {
            report(failure);
            errors.name(failure, toldElsewhere::add);

            assertThat(log.lines(Level.SEVERE, "Background task")).hasSize(1);
            assertThat(toldElsewhere).isEmpty();
        }
    }

    @Test
    void report_sameCauseAtEachTurn_isLoggedOnce() {
        try (LogRecorder log = LogRecorder.start()) {
            report(failure);
            report(new IllegalStateException("Ours."));

            assertThat(log.lines(Level.SEVERE, "Background task")).hasSize(1);
        }
    }

    private void report(Throwable thrown) {
        RepeatedTasks.report("revalidation", thrown, trouble, errors);
    }
}
