package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final String DATE = "Thu, 26 Nov 2026 10:00:00 GMT";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25                            | PT25S",
                " 25                           | PT25S",
                "0                             | PT1S",
                "86400                         | PT24H",
                "Thu, 26 Nov 2026 10:00:25 GMT | PT25S",
                "Thu, 26 Nov 2026 09:00:00 GMT | PT1S"
            })
    void of_secondsOrDate_isTheTimeToWait(String value, Duration wait) {
        assertThat(RetryAfter.of(answer(Map.of("Retry-After", List.of(value), "Date", List.of(DATE)))))
                .contains(wait);
    }

    @Test
    void of_moreSecondsThanANumberHolds_isLong() {
        assertThat(RetryAfter.of(answer(Map.of("Retry-After", List.of("99999999999999999999")))))
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "2.5", "<script>"})
    void of_neither_isUnknown(String value) {
        assertThat(RetryAfter.of(answer(Map.of("Retry-After", List.of(value), "Date", List.of(DATE)))))
                .isEmpty();
    }

    @Test
    void of_dateInAnAnswerWithoutOne_isUnknown() {
        assertThat(RetryAfter.of(answer(Map.of("Retry-After", List.of(DATE))))).isEmpty();
    }

    @Test
    void of_noHeader_isUnknown() {
        assertThat(RetryAfter.of(answer(Map.of()))).isEmpty();
    }

    private static RawAnswer answer(Map<String, List<String>> headers) {
        return new RawAnswer(429, "get /", headers, new byte[0]);
    }
}
