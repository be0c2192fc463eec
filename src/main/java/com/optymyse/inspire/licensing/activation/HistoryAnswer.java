package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.installation.AuditTrail.Recorded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the audit trail.
 *
 * @param entries newest first
 * @param next what {@code before} has to be for the page after this one; null at the end
 */
public record HistoryAnswer(List<Entry> entries, @Nullable Long next) {

    /**
     * What was done or has happened.
     *
     * @param id consecutive numbers
     * @param at when
     * @param actor who; null for the service itself
     * @param action {@code activate}, {@code replace}, {@code revalidate}, {@code deactivate}, {@code standing}, {@code
     *     release}, {@code dismiss-release} or {@code detach}
     * @param outcome {@code succeeded}, {@code refused} or {@code failed}
     * @param code the error's code, or the reason for the standing
     * @param detail one sentence
     * @param licenseKey masked
     * @param standing the standing from then on, where the entry tells it
     * @param request the {@code X-Request-Id} of the request that it was done for; null where there was none
     */
    public record Entry(
            long id,
            Instant at,
            @Nullable String actor,
            String action,
            String outcome,
            @Nullable String code,
            String detail,
            @Nullable String licenseKey,
            @Nullable String standing,
            @Nullable String request) {

        static Entry of(Recorded recorded) {
            return new Entry(
                    recorded.id(),
                    recorded.at(),
                    recorded.actor(),
                    word(recorded.action()),
                    word(recorded.outcome()),
                    recorded.code(),
                    recorded.detail(),
                    recorded.licenseKey(),
                    recorded.standing(),
                    recorded.request());
        }

        private static String word(String recorded) {
            return recorded.replace('_', '-');
        }
    }

    /** @param newest as many as a page has and, where there are more, one more */
    static HistoryAnswer of(List<Recorded> newest, int limit) {
        List<Entry> entries = newest.stream().limit(limit).map(Entry::of).toList();
        return new HistoryAnswer(
                entries, newest.size() > limit ? entries.getLast().id() : null);
    }
}
