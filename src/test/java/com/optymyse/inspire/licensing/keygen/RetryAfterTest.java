package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final String DATE = "Thu, 26 Nov 2026 10:00:00 GMT";

    /** This host's clock is a day late. */
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

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
        assertThat(RetryAfter.of(answer(Map.of("Retry-After", List.of(value), "Date", List.of(DATE))), NOW))
                .contains(wait);
    }

    @Test
    void of_moreSecondsThanANumberHolds_isLong() {
        assertThat(RetryAfter.of(answer(Map.of("Retry-After", List.of("99999999999999999999"))), NOW))
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "2.5", "<script>"})
    void of_neither_isUnknown(String value) {
        assertThat(RetryAfter.of(answer(Map.of("Retry-After", List.of(value), "Date", List.of(DATE))), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wed, 25 Nov 2026 10:00:40 GMT |      | PT40S",
                "Wed, 25 Nov 2026 10:00:40 GMT | soon | PT40S",
                "Wed, 25 Nov 2026 09:00:00 GMT |      | PT1S"
            })
    void of_dateInAnAnswerWithoutOne_countsFromThisHostsTime(String value, @Nullable String date, Duration wait) {
        Map<String, List<String>> headers = date == null
                ? Map.of("Retry-After", List.of(value))
                : Map.of("Retry-After", List.of(value), "Date", List.of(date));

        assertThat(RetryAfter.of(answer(headers), NOW)).contains(wait);
    }

    @Test
    void of_noHeader_isUnknown() {
        assertThat(RetryAfter.of(answer(Map.of()), NOW)).isEmpty();
    }

    private static RawResponse answer(Map<String, List<String>> headers) {
        return new RawResponse(429, "get /", headers, new byte[0]);
    }
}
