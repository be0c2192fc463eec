package com.optymyse.inspire.licensing.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRotationTest {

    private static final Instant T = Instant.parse("2026-11-23T10:00:00Z");
    private static final KeyPair PAIR = SigningKey.newPair();
    private static final Duration TICK = Duration.ofNanos(1);

    private final KeyRotation rotation = new KeyRotation(Duration.ofDays(90));
    private final SigningKey first = key(1, T);
    private final SigningKey second = key(2, day(90));
    private final SigningKey third = key(3, day(180));

    @Test
    void create_ageTooShortForTheOverlap_refused() {
        assertThat(new KeyRotation(Duration.ofDays(2)).age()).isEqualTo(Duration.ofDays(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyRotation(Duration.ofDays(2).minus(TICK)))
                .withMessageContaining("two days");
    }

    @Test
    void needsNext_noKeyYet_atOnce() {
        assertThat(rotation.needsNext(List.of(), T)).isTrue();
        assertThat(rotation.nextSignsFrom(List.of(), T)).isEqualTo(T);
    }

    @Test
    void needsNext_aDayBeforeTheNewestIsOld_publishedADayBeforeItSigns() {
        assertThat(rotation.needsNext(List.of(first), day(89).minus(TICK))).isFalse();
        assertThat(rotation.needsNext(List.of(first), day(89))).isTrue();
        assertThat(rotation.nextSignsFrom(List.of(first), day(89))).isEqualTo(day(90));
    }

    @Test
    void needsNext_nextIsThere_theNewestCounts() {
        assertThat(rotation.needsNext(List.of(first, second), day(90))).isFalse();
        assertThat(rotation.needsNext(List.of(first, second), day(179))).isTrue();
    }

    @Test
    void at_beforeTheSecondSigns_firstSignsAndBothArePublished() {
        KeySet keys = rotation.at(day(90).minus(TICK), List.of(first, second));

        assertThat(keys).isEqualTo(new KeySet(first, List.of(first, second)));
    }

    @Test
    void at_onceTheSecondSigns_firstStaysUntilItsLastSnapshotIsOver() {
        Instant over = day(90).plus(KeyRotation.LONGEST_USE).plus(Duration.ofHours(1));

        assertThat(rotation.at(day(90), List.of(first, second))).isEqualTo(new KeySet(second, List.of(first, second)));
        assertThat(rotation.at(over.minus(TICK), List.of(first, second)))
                .isEqualTo(new KeySet(second, List.of(first, second)));
        assertThat(rotation.at(over, List.of(first, second))).isEqualTo(new KeySet(second, List.of(second)));
    }

    @Test
    void at_threeKeys_eachIsOverAfterItsOwnSuccessor() {
        assertThat(rotation.at(day(180), List.of(first, second, third)))
                .isEqualTo(new KeySet(third, List.of(second, third)));
    }

    @Test
    void at_allKeysOfTheFuture_theOldestSigns() {
        assertThat(rotation.at(day(-1), List.of(first, second))).isEqualTo(new KeySet(first, List.of(first, second)));
    }

    @Test
    void keySet_signingKeyNotPublished_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeySet(first, List.of(second)))
                .withMessageContaining("published");
    }

    private static SigningKey key(long number, Instant signsFrom) {
        return new SigningKey(number, PAIR, signsFrom);
    }

    private static Instant day(long day) {
        return T.plus(Duration.ofDays(day));
    }
}
