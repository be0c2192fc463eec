package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the service from reading its state for the first time and does not go away by itself. The operator is told
 * once, as an error, and readiness shows it for as long as it lasts.
 */
@ApplicationScoped
public class StartObstacle {

    private static final Logger LOG = Logger.getLogger(StartObstacle.class);

    private final AtomicReference<@Nullable String> present = new AtomicReference<>();

    /**
     * Notes an obstacle. It is logged unless it is the one that is known already.
     *
     * @param sentences what is wrong and what to do, without secrets
     */
    public void found(String sentences) {
        if (!sentences.equals(present.getAndSet(sentences))) {
            LOG.error(sentences);
        }
    }

    /** Notes that the obstacle is gone. */
    public void gone() {
        present.set(null);
    }

    /** What is wrong and what to do; empty while waiting is enough. */
    public Optional<String> sentences() {
        return Optional.ofNullable(present.get());
    }

    /**
     * How a request is refused until the first read.
     *
     * @param unread what has not been read, as in "its state"
     */
    Refusal starting(String unread) {
        String detail = present.get() == null
                ? "The service is starting and has not read " + unread + " yet. Try again in a moment."
                : "The service can't start with its database until an operator changes something. Its log and its"
                        + " readiness check say what.";
        return new Refusal(RefusalCode.STARTING, detail);
    }
}
