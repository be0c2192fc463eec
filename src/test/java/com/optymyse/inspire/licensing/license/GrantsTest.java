package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantsTest {

    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
    private static final Limits LIMITS = new Limits(5, 5, 5);
    private static final Grants NEWEST = new Grants(Set.of("A", "B"), LIMITS, END, 30, License.State.USABLE);

    @Test
    void isNoMoreThan_theSame_yes() {
        assertThat(NEWEST.isNoMoreThan(NEWEST)).isTrue();
    }

    @Test
    void isNoMoreThan_entitlements_onlyThoseOfTheOther() {
        assertThat(with(Set.of()).isNoMoreThan(NEWEST)).isTrue();
        assertThat(with(Set.of("A")).isNoMoreThan(NEWEST)).isTrue();
        assertThat(with(Set.of("A", "C")).isNoMoreThan(NEWEST)).isFalse();
        assertThat(with(Set.of("A", "B", "C")).isNoMoreThan(NEWEST)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "4, true", "5, true", "6, false", "2147483647, false", "-1, false"})
    void isNoMoreThan_eachLimit_equalOrLess(int limit, boolean expected) {
        assertThat(with(new Limits(limit, 5, 5)).isNoMoreThan(NEWEST)).isEqualTo(expected);
        assertThat(with(new Limits(5, limit, 5)).isNoMoreThan(NEWEST)).isEqualTo(expected);
        assertThat(with(new Limits(5, 5, limit)).isNoMoreThan(NEWEST)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0", "2147483647", "-1"})
    void isNoMoreThan_otherUnlimited_always(int limit) {
        assertThat(with(new Limits(limit, 0, 0)).isNoMoreThan(with(new Limits(-1, 0, 0))))
                .isTrue();
    }

    @Test
    void isNoMoreThan_end_equalOrEarlierAndNeverTheLatest() {
        assertThat(ending(END.minusMillis(1), 30).isNoMoreThan(NEWEST)).isTrue();
        assertThat(ending(END.plusMillis(1), 30).isNoMoreThan(NEWEST)).isFalse();
        assertThat(ending(null, 30).isNoMoreThan(NEWEST)).isFalse();
        assertThat(ending(null, 30).isNoMoreThan(ending(null, 30))).isTrue();
        assertThat(NEWEST.isNoMoreThan(ending(null, 30))).isTrue();
    }

    /** An earlier end does not make up for a longer grace, or the reverse: nobody has to add up. */
    @Test
    void isNoMoreThan_grace_equalOrLess() {
        assertThat(ending(END, 29).isNoMoreThan(NEWEST)).isTrue();
        assertThat(ending(END, 31).isNoMoreThan(NEWEST)).isFalse();
        assertThat(ending(END.minusSeconds(86_400 * 7), 31).isNoMoreThan(NEWEST))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SUSPENDED, USABLE, true",
        "BANNED, USABLE, true",
        "USABLE, SUSPENDED, false",
        "USABLE, BANNED, false",
        "BANNED, SUSPENDED, false",
        "SUSPENDED, SUSPENDED, true"
    })
    void isNoMoreThan_state_whatTookItAwayStays(License.State older, License.State newest, boolean expected) {
        assertThat(in(older).isNoMoreThan(in(newest))).isEqualTo(expected);
    }

    private static Grants with(Set<String> entitlements) {
        return new Grants(entitlements, LIMITS, END, 30, License.State.USABLE);
    }

    private static Grants with(Limits limits) {
        return new Grants(Set.of("A", "B"), limits, END, 30, License.State.USABLE);
    }

    private static Grants ending(Instant end, int graceDays) {
        return new Grants(Set.of("A", "B"), LIMITS, end, graceDays, License.State.USABLE);
    }

    private static Grants in(License.State state) {
        return new Grants(Set.of("A", "B"), LIMITS, END, 30, state);
    }
}
