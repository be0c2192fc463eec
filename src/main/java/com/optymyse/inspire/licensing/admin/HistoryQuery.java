package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.AuditEntry.Outcome;
import com.optymyse.inspire.licensing.license.EnumWord;
import com.optymyse.inspire.licensing.license.LicenseEnd;
import com.optymyse.inspire.licensing.license.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parses the text parameters of a history query. An invalid value is refused with the name of its parameter. What is none
 * of what it must be is refused by the parameter's name.
 */
final class HistoryQuery {

    private HistoryQuery() {}

    /** The actions to search for; an empty set stands for all. */
    static Set<Action> actions(List<String> words) {
        return words.stream()
                .map(word -> constant("action", word, Action.values()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static @Nullable Outcome outcome(@Nullable String word) {
        return word == null ? null : constant("outcome", word, Outcome.values());
    }

    /** A time in ISO 8601, in UTC or with its zone. */
    static @Nullable Instant time(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant time = Instant.parse(text);
            if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LicenseEnd.LATEST)) {
                return time;
            }
        } catch (DateTimeParseException notATime) {
            // It is refused below, like a time that no entry can have.
        }
        throw Refusal.invalid(
                field,
                "“" + field + "” must be a time of the years 1970 to 9999 in ISO 8601, such as 2026-11-23T10:00:00Z.");
    }

    private static <E extends Enum<E>> E constant(String field, String word, E[] known) {
        return Arrays.stream(known)
                .filter(constant -> EnumWord.of(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(field, "“" + field + "” must be one of " + words(known) + "."));
    }

    private static String words(Enum<?>[] known) {
        return Arrays.stream(known).map(EnumWord::of).collect(Collectors.joining(", "));
    }
}
