package com.optymyse.inspire.licensing.security;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the operator why a token was refused. Anybody can send bad tokens, so there is one line for each check and minute; the
 * next one says how many were left out.
 */
@Singleton
public class RefusedTokenLog {

    /** The attribute of an identity that says why its bearer is no admin: a sentence that is fit for the log. */
    public static final String WHY_NO_ADMIN = "why-no-admin";

    /** The attribute of a failure that its caller is told, as RFC 6750 calls it. */
    static final String DESCRIPTION = "error_description";

    private static final Logger LOG = Logger.getLogger(RefusedTokenLog.class);
    private static final Duration SPACE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    /**
     * @param leftOut how many refused tokens got no line: if {@code now}, before the line at {@code at}; otherwise since that line
     * @param now whether a line is to be written now
     */
    private record Told(Instant at, long leftOut, boolean now) {

        Told next(Instant instant) {
            return instant.isBefore(at.plus(SPACE)) && !instant.isBefore(at)
                    ? new Told(at, (now ? 0 : leftOut) + 1, false)
                    : new Told(instant, now ? 0 : leftOut, true);
        }
    }

    public RefusedTokenLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * Logs the refusal of a token.
     *
     * @param check what it did not pass, in a word
     * @param why what was expected and what was found; fit for the log
     * @param description what the caller is told: plain ASCII without quotes
     * @return what to throw
     */
    public AuthenticationFailedException because(String check, String why, @Nullable String description) {
        tell(check, why);
        return description == null
                ? new AuthenticationFailedException()
                : new AuthenticationFailedException(Map.of(DESCRIPTION, description));
    }

    void tell(String check, String why) {
        Instant instant = clock.instant();
        Told line = told.merge(check, new Told(instant, 0, true), (before, first) -> before.next(instant));
        if (line.now()) {
            String leftOut = line.leftOut() == 0
                    ? ""
                    : " The log has no lines for " + line.leftOut() + " more refused tokens since the last such line.";
            LOG.info("A token was refused. Check: " + check + ". " + why + leftOut);
        }
    }
}
