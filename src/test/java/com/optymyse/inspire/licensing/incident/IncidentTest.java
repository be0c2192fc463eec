package com.optymyse.inspire.licensing.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.incident.Incident.News;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentTest {

    private long nanos;
    private final Incident incident = new Incident(() -> nanos);

    @Test
    void worked_nothingWasWrong_isNoNews() {
        assertThat(incident.worked()).isEqualTo(News.NOTHING);
        assertThat(incident.look()).isEqualTo(News.NOTHING);
    }

    @Test
    void failed_firstTime_begins() {
        assertThat(incident.failed()).isEqualTo(News.BEGINS);
        assertThat(incident.failed()).isEqualTo(News.NOTHING);
    }

    @Test
    void worked_notForLong_isNotOverYet() {
        incident.failed();

        assertThat(incident.worked()).isEqualTo(News.NOTHING);
        pass(Incident.QUIET.minusNanos(1));

        assertThat(incident.worked()).isEqualTo(News.NOTHING);
        assertThat(incident.look()).isEqualTo(News.NOTHING);
    }

    @Test
    void worked_longEnough_isOverOnce() {
        incident.failed();
        incident.worked();
        pass(Incident.QUIET);

        assertThat(incident.worked()).isEqualTo(News.IS_OVER);
        assertThat(incident.worked()).isEqualTo(News.NOTHING);
        assertThat(incident.failed()).isEqualTo(News.BEGINS);
    }

    /** It may not be used for hours after it has worked again. */
    @Test
    void look_workedOnceAndNotUsedSince_isOver() {
        incident.failed();
        incident.worked();
        pass(Incident.QUIET);

        assertThat(incident.look()).isEqualTo(News.IS_OVER);
        assertThat(incident.look()).isEqualTo(News.NOTHING);
    }

    @Test
    void look_failedAndNotUsedSince_isNotOver() {
        incident.failed();
        pass(Duration.ofDays(1));

        assertThat(incident.look()).isEqualTo(News.NOTHING);
    }

    @Test
    void failed_again_startsTheTimeAnew() {
        incident.failed();
        incident.worked();
        pass(Incident.QUIET.minusSeconds(1));
        incident.failed();
        pass(Duration.ofSeconds(1));

        assertThat(incident.worked()).isEqualTo(News.NOTHING);
    }

    /** As a proxy with one dead server of two makes it. */
    @Test
    void failedAndWorked_inTurnForMinutes_areTwoLines() {
        List<News> told = new ArrayList<>();
        for (int second = 0; second < 180; second++) {
            told.add(second % 2 == 0 ? incident.failed() : incident.worked());
            pass(Duration.ofSeconds(1));
        }
        pass(Incident.QUIET);
        told.add(incident.look());

        assertThat(told).filteredOn(news -> news != News.NOTHING).containsExactly(News.BEGINS, News.IS_OVER);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
