package com.optymyse.inspire.licensing.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartObstacleTest {

    private final LogRecorder log = LogRecorder.start();
    private final StartObstacle obstacle = new StartObstacle();

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void found_againAndAgain_isOneError() {
        obstacle.found("The role may not change the tables.");
        obstacle.found("The role may not change the tables.");

        assertThat(log.lines(Level.SEVERE, "may not change")).hasSize(1);
        assertThat(obstacle.sentences()).hasValue("The role may not change the tables.");
    }

    @Test
    void found_another_isSaidToo() {
        obstacle.found("The role may not change the tables.");
        obstacle.found("The schema does not exist.");

        assertThat(log.lines(Level.SEVERE, "The ")).hasSize(2);
        assertThat(obstacle.sentences()).hasValue("The schema does not exist.");
    }

    @Test
    void starting_withAnObstacle_promisesNothingOfTime() {
        assertThat(obstacle.starting("its state").detail()).endsWith("Try again in a moment.");

        obstacle.found("The role may not change the tables.");

        assertThat(obstacle.starting("its state").code()).isEqualTo(RefusalCode.STARTING);
        assertThat(obstacle.starting("its state").detail())
                .doesNotContain("moment", "role")
                .contains("readiness");
    }

    @Test
    void gone_afterwards_isAsBefore() {
        obstacle.found("The role may not change the tables.");

        obstacle.gone();

        assertThat(obstacle.sentences()).isEmpty();
        assertThat(obstacle.starting("its state").detail()).endsWith("Try again in a moment.");
    }
}
