package com.optymyse.inspire.licensing.background;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.OwnErrors;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource(names = {"STOPPING", "NOT_LICENSED", "OPERATION_IN_PROGRESS"})
    void report_stopOrAnAdminWhoWasQuicker_isNotLogged(RefusalCode code) {
        try (LogRecorder log = LogRecorder.start()) {
            report(new Refusal(code, "Not now."));

            assertThat(log.lines(Level.WARNING, "")).isEmpty();
        }
    }

    @Test
    void report_otherRefusal_isLogged() {
        try (LogRecorder log = LogRecorder.start()) {
            report(new Refusal(RefusalCode.LICENSE_FILE_MALFORMED, "Not a file."));

            assertThat(log.lines(Level.WARNING, "Background task")).hasSize(1);
        }
    }

    private void report(Throwable thrown) {
        RepeatedTasks.report("revalidation", thrown, trouble, errors);
    }
}
