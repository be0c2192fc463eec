package com.optymyse.inspire.licensing.keygen;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a response asks to wait before the next request (RFC 9110, 10.2.3). */
final class RetryAfter {

    /** What the wait is where a server is busy and does not say for how long. */
    static final Duration DEFAULT = Duration.ofSeconds(60);

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** The most digits that are read: more seconds than any pause that is kept. */
    private static final int MOST_DIGITS = 9;

    private static final Pattern SECONDS = Pattern.compile("[0-9]+");

    private RetryAfter() {}

    /**
     * The time that the header says, a second at least; empty where there is no such header or it can't be read.
     *
     * @param now when the response came, which counts where it does not say so itself
     */
    static Optional<Duration> of(RawResponse response, Instant now) {
        return response.first("Retry-After").map(String::strip).flatMap(value -> wait(value, response, now));
    }

    private static Optional<Duration> wait(String value, RawResponse response, Instant now) {
        Optional<Duration> wait =
                SECONDS.matcher(value).matches() ? Optional.of(seconds(value)) : until(value, response, now);
        return wait.map(time -> time.compareTo(SHORTEST) < 0 ? SHORTEST : time);
    }

    private static Duration seconds(String value) {
        return Duration.ofSeconds(value.length() > MOST_DIGITS ? Integer.MAX_VALUE : Long.parseLong(value));
    }

    /** A date counts from the response's own date: the server's clock and this host's may differ. */
    private static Optional<Duration> until(String value, RawResponse response, Instant now) {
        Instant sent = response.first("Date").flatMap(RawResponse::date).orElse(now);
        return RawResponse.date(value).map(end -> Duration.between(sent, end));
    }
}
