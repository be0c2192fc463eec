package com.optymyse.inspire.licensing.incident;

import com.optymyse.inspire.licensing.incident.Incident.News;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Tells the operator of what fails around the service: one warning when it begins, and one when it is over. */
@ApplicationScoped
public class Incidents {

    private static final Logger LOG = Logger.getLogger(Incidents.class);

    /** Something that the service depends on, as its user sees it. */
    public static final class Watched {

        private final Incident incident;
        private final String over;

        private Watched(Incident incident, String over) {
            this.incident = incident;
            this.over = over;
        }

        /** It has failed; {@code sentence} says how, for the log. */
        public void failed(Supplier<String> sentence) {
            if (incident.failed() == News.BEGINS) {
                LOG.warn(sentence.get());
            }
        }

        /** It has worked. */
        public void worked() {
            tell(incident.worked());
        }

        private void look() {
            tell(incident.look());
        }

        private void tell(News news) {
            if (news == News.IS_OVER) {
                LOG.warn(over);
            }
        }
    }

    private final MonotonicClock clock;
    private final List<Watched> all = new CopyOnWriteArrayList<>();

    public Incidents(MonotonicClock clock) {
        this.clock = clock;
    }

    /**
     * Watches one thing from now on.
     *
     * @param over what the log says when its failure is over: a full sentence
     */
    public Watched watch(String over) {
        Watched watched = new Watched(new Incident(clock), over);
        all.add(watched);
        return watched;
    }

    /** Tells what is over since the last look. What works again may not be used for hours. */
    public void look() {
        all.forEach(Watched::look);
    }
}
