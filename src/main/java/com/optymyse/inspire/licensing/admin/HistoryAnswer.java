package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.audit.AuditTrail.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the audit trail. */
@Schema(description = "A page of the audit trail.")
public record HistoryAnswer(
        @Schema(description = "The entries, newest first") List<Entry> entries,

        @Schema(description = "The value of `before` for the next page; null on the last page") @Nullable
        Long next) {

    /** What was done or has happened. */
    @Schema(description = "An entry of the audit trail.")
    public record Entry(
            @Schema(description = "The number of the entry; numbers are consecutive")
            long id,

            @Schema(description = "The time of the entry, in UTC")
            Instant at,

            @Schema(description = "The name of the admin or operator who acted; null for the service itself") @Nullable
            String actor,

            @Schema(description = "The action or the event") String action,

            @Schema(
                    description =
                            "The outcome. `refused`: the license, the file or the licensing server does not allow it."
                                    + " `failed`: an error prevented a decision.")
            String outcome,

            @Schema(description = "The code of the problem, or the reason for the standing; null if there is none")
            @Nullable
            String code,

            @Schema(description = "The description of the entry, for people")
            String detail,

            @Schema(
                    description =
                            "The facts in the detail by name: texts, numbers, booleans, and times in ISO 8601. Entries of"
                                    + " earlier versions have none.")
            Map<String, Object> values,

            @Schema(
                    description =
                            "The license key of the entry, masked: at most its first six and last four characters; null"
                                    + " if there is none. The mask of an entry never changes.")
            @Nullable
            String licenseKey,

            @Schema(description = "The standing after the entry; null if the entry can't change the standing") @Nullable
            String standing,

            @Schema(description = "The `X-Request-Id` of the request that caused the entry; null if no request did")
            @Nullable
            String request) {

        static Entry of(Recorded recorded) {
            return new Entry(
                    recorded.id(),
                    recorded.at(),
                    recorded.actor(),
                    word(recorded.action()),
                    word(recorded.outcome()),
                    recorded.code(),
                    recorded.detail(),
                    recorded.facts(),
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
