package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.installation.AuditEntry;
import com.optymyse.inspire.licensing.installation.AuditTrail.Recorded;
import com.optymyse.inspire.licensing.license.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
     *     release} or {@code dismiss-release}
     * @param outcome {@code succeeded}, {@code refused} or {@code failed}
     * @param code the error's code, or the reason for the standing
     * @param detail one sentence
     * @param licenseKey masked
     * @param standing the standing from then on, where the entry tells it
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
            @Nullable String standing) {

        static Entry of(Recorded recorded) {
            AuditEntry entry = recorded.entry();
            Standing standing = entry.standing();
            return new Entry(
                    recorded.id(),
                    entry.at(),
                    entry.actor(),
                    word(entry.action()),
                    word(entry.outcome()),
                    entry.code(),
                    entry.detail(),
                    entry.licenseKey(),
                    standing == null ? null : standing.word());
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param newest as many as a page has and, where there are more, one more */
    static HistoryAnswer of(List<Recorded> newest, int limit) {
        List<Entry> entries = newest.stream().limit(limit).map(Entry::of).toList();
        return new HistoryAnswer(
                entries, newest.size() > limit ? entries.getLast().id() : null);
    }
}
