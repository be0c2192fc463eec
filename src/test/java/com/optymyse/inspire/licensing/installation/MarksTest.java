package com.optymyse.inspire.licensing.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MIDDLE = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void effective_nothingKnown_clock() {
        assertThat(Marks.NONE.effective(MIDDLE)).isEqualTo(MIDDLE);
    }

    @Test
    void effective_clockSetBack_highestMark() {
        assertThat(new Marks(LATE, MIDDLE).effective(EARLY)).isEqualTo(LATE);
        assertThat(new Marks(MIDDLE, LATE).effective(EARLY)).isEqualTo(LATE);
    }

    @Test
    void effective_clockAhead_clock() {
        assertThat(new Marks(EARLY, MIDDLE).effective(LATE)).isEqualTo(LATE);
    }

    @Test
    void afterFreshAnswer_seenTimeFarAhead_healed() {
        Marks wrong = new Marks(EARLY, LATE);

        Marks healed = wrong.afterFreshAnswer(MIDDLE);

        assertThat(healed).isEqualTo(new Marks(MIDDLE, MIDDLE));
    }

    @Test
    void afterFreshAnswer_notLaterThanSignedTime_changesNothing() {
        assertThat(new Marks(MIDDLE, LATE).afterFreshAnswer(EARLY)).isEqualTo(new Marks(MIDDLE, LATE));
        assertThat(new Marks(MIDDLE, LATE).afterFreshAnswer(MIDDLE)).isEqualTo(new Marks(MIDDLE, LATE));
    }

    @Test
    void afterCertificate_issuedAfterAllBefore_healsAndRaises() {
        assertThat(new Marks(EARLY, LATE).afterCertificate(MIDDLE)).isEqualTo(new Marks(MIDDLE, MIDDLE));
        assertThat(Marks.NONE.afterCertificate(MIDDLE)).isEqualTo(new Marks(MIDDLE, MIDDLE));
    }

    @Test
    void afterCertificate_notTheNewest_changesNothing() {
        assertThat(new Marks(MIDDLE, LATE).afterCertificate(MIDDLE)).isEqualTo(new Marks(MIDDLE, LATE));
        assertThat(new Marks(LATE, EARLY).afterCertificate(MIDDLE)).isEqualTo(new Marks(LATE, EARLY));
    }

    @Test
    void seen_earlierOrNone_changesNothing() {
        assertThat(new Marks(EARLY, LATE).seen(MIDDLE)).isEqualTo(new Marks(EARLY, LATE));
        assertThat(new Marks(EARLY, LATE).seen(null)).isEqualTo(new Marks(EARLY, LATE));
    }

    @Test
    void seen_later_raisesSeenTimeAlone() {
        assertThat(new Marks(EARLY, MIDDLE).seen(LATE)).isEqualTo(new Marks(EARLY, LATE));
        assertThat(Marks.NONE.seen(LATE)).isEqualTo(new Marks(null, LATE));
    }

    @Test
    void latest_ofTwoOrOneOrNone_theHighest() {
        assertThat(new Marks(EARLY, LATE).latest()).isEqualTo(LATE);
        assertThat(new Marks(LATE, EARLY).latest()).isEqualTo(LATE);
        assertThat(new Marks(EARLY, null).latest()).isEqualTo(EARLY);
        assertThat(new Marks(null, EARLY).latest()).isEqualTo(EARLY);
        assertThat(Marks.NONE.latest()).isNull();
    }

    @Test
    void edited_whateverIsNotAFreshAnswer_staysSo() {
        Marks edited = new Marks(EARLY, EARLY).edited();

        assertThat(edited.vouched()).isFalse();
        assertThat(edited.afterCertificate(LATE)).isEqualTo(edited);
        assertThat(edited.seen(LATE)).isEqualTo(new Marks(EARLY, LATE, false));
    }

    @Test
    void edited_freshAnswer_isAllThatCounts() {
        assertThat(new Marks(LATE, LATE).edited().afterFreshAnswer(MIDDLE)).isEqualTo(new Marks(MIDDLE, MIDDLE));
    }
}
