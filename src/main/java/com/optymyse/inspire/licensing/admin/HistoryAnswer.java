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

        @Schema(description = "What `before` has to be for the page after this one; null at the end") @Nullable
        Long next) {

    /** What was done or has happened. */
    @Schema(description = "What was done, or has happened.")
    public record Entry(
            @Schema(description = "The entry's number; numbers are consecutive")
            long id,

            @Schema(description = "When, in UTC") Instant at,

            @Schema(description = "The name of the admin or operator who did it; null for the service itself") @Nullable
            String actor,

            @Schema(description = "What was done, or has happened")
            String action,

            @Schema(
                    description = "What came of it. `refused`: the license, the file or the licensing server said no."
                            + " `failed`: nothing could be decided.")
            String outcome,

            @Schema(description = "The code of the problem, or the reason for the standing; null where there is none")
            @Nullable
            String code,

            @Schema(description = "What was done or has happened, in a sentence")
            String detail,

            @Schema(
                    description =
                            "The facts in the detail by name: texts, numbers and flags; times in ISO 8601. Entries of earlier"
                                    + " versions have none.")
            Map<String, Object> values,

            @Schema(
                    description =
                            "The license key that it was about, masked: its first six and last four characters at most;"
                                    + " null where it was about none. Entries keep the mask that they were written with.")
            @Nullable
            String licenseKey,

            @Schema(description = "The standing from then on; null where nothing could change it") @Nullable
            String standing,

            @Schema(description = "The `X-Request-Id` of the request that it was done for; null where there was none")
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
