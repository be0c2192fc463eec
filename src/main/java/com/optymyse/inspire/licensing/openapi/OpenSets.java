package com.optymyse.inspire.licensing.openapi;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.installation.Condition;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.UnderWay;
import com.optymyse.inspire.licensing.license.Entitlement;
import com.optymyse.inspire.licensing.license.EntitlementCatalog;
import com.optymyse.inspire.licensing.license.EnumWord;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Adds the present values to the description of each field that may get further ones. They come from the code, so that none
 * is missing. A field of a closed set is in {@link ClosedSets}.
 */
final class OpenSets {

    private static final List<String> REASONS = each(Reason.values(), Reason::code);
    private static final List<String> REFUSALS = each(RefusalCode.values(), RefusalCode::code);
    private static final List<String> PROBLEMS = each(ProblemCode.values(), ProblemCode::code);
    private static final List<String> ENTITLEMENTS =
            EntitlementCatalog.grant(Map.of()).stream().map(Entitlement::code).toList();
    private static final List<String> VERDICTS = Stream.of(
                    new Verdict.Good(),
                    new Verdict.Suspended(),
                    new Verdict.Banned(),
                    new Verdict.Unknown(),
                    new Verdict.SeatRemoved())
            .map(Verdict::code)
            .toList();
    private static final List<String> FAULTS =
            each(CallResult.Cause.values(), cause -> cause.code().code());
    private static final List<String> RELEASES = each(SeatRelease.State.values(), EnumWord::of).stream()
            .filter(state -> !state.equals(EnumWord.of(SeatRelease.State.RESERVED)))
            .toList();

    /** By schema and field. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("LicenseAnswer.reason", REASONS),
            Map.entry("Coming.reason", REASONS),
            Map.entry("Coming.if", each(Condition.values(), Condition::text)),
            Map.entry("Revalidations.outcome", all(VERDICTS, FAULTS)),
            Map.entry("PendingRelease.state", RELEASES),
            Map.entry("UnderWayAnswer.action", each(UnderWay.Action.values(), EnumWord::of)),
            Map.entry("Entry.action", each(AuditEntry.Action.values(), EnumWord::of)),
            Map.entry("Entry.outcome", each(AuditEntry.Outcome.values(), EnumWord::of)),
            Map.entry("Entry.code", all(REFUSALS, REASONS)),
            Map.entry("Problem.code", REFUSALS),
            Map.entry("ProblemAnswer.code", PROBLEMS),
            Map.entry("ProblemPage.code", all(REFUSALS, PROBLEMS)),
            Map.entry("Entitlement.code", ENTITLEMENTS),
            Map.entry("Named.code", ENTITLEMENTS));

    /** By parameter of the history. */
    private static final Map<String, List<String>> HISTORY = Map.of(
            "action", each(AuditEntry.Action.values(), EnumWord::of),
            "outcome", each(AuditEntry.Outcome.values(), EnumWord::of));

    private OpenSets() {}

    static void writeInto(OpenAPI document) {
        VALUES.forEach((name, values) -> {
            Schema field = ValueSchemas.schema(document, name);
            field.setDescription(meaning(field.getDescription(), values));
        });
        List<Parameter> asked =
                document.getPaths().getPathItem("/license/history").getGET().getParameters();
        HISTORY.forEach((name, values) -> asked.stream()
                .filter(parameter -> parameter.getName().equals(name))
                .forEach(parameter -> parameter.setDescription(meaning(parameter.getDescription(), values))));
    }

    private static String meaning(String description, List<String> values) {
        String named = values.stream().map(value -> "`" + value + "`").collect(Collectors.joining(", "));
        return description + (description.endsWith(".") ? "" : ".") + " At present: " + named
                + ". Later versions may add more.";
    }

    private static List<String> all(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    private static <T> List<String> each(T[] values, Function<T, String> text) {
        return Arrays.stream(values).map(text).toList();
    }
}
