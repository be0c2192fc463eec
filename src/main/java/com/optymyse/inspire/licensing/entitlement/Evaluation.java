package com.optymyse.inspire.licensing.entitlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.optymyse.inspire.licensing.license.Entitlement;
import com.optymyse.inspire.licensing.license.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The value of one flag, as OFREP 0.3.0 has it. */
@Schema(description = "The value of one flag, in the form of OFREP 0.3.0.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evaluation(
        @Schema(description = Evaluation.KEY) String key,

        @Schema(
                description = Evaluation.VALUE,
                oneOf = {Boolean.class, Integer.class})
        Object value,

        @Schema(description = Evaluation.REASON) String reason,
        @Schema(description = Evaluation.VARIANT) @Nullable String variant,
        Metadata metadata) {

    static final String KEY =
            "The code of an entitlement, or `LICENSED`, `MAX_DISPLAYS`, `MAX_AGILES` or `AI_CREDITS_PER_MONTH`";
    static final String VALUE = "A boolean; for a limit an integer, where 2147483647 means unlimited";
    static final String REASON = "Always `STATIC`: the value is the same for every context";
    static final String VARIANT = "`on` or `off`. For a limit: `unlimited`, or absent if the limit is a number.";

    /** What stands for unlimited: clients compare, and their integers have 32 bits. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private static final String STATIC = "STATIC";

    /** The state of the installation that the values come from. */
    @Schema(description = "The state of the installation that the values come from.")
    public record Metadata(
            @Schema(description = "The standing of the installation; with `grace` it is still licensed")
            String standing,

            @Schema(description = "A number that rises with each visible change of the installation")
            long revision) {

        static Metadata of(EntitlementsAnswer state) {
            return new Metadata(state.standing(), state.revision());
        }
    }

    /** Every flag there is. An entitlement called like a flag of ours does not replace it. */
    static List<Evaluation> all(EntitlementsAnswer state) {
        Metadata metadata = Metadata.of(state);
        Limits limits = state.limits();
        List<Evaluation> all = new ArrayList<>(List.of(
                flag("LICENSED", state.licensed(), metadata),
                limit("MAX_DISPLAYS", limits.maxDisplays(), metadata),
                limit("MAX_AGILES", limits.maxAgiles(), metadata),
                limit("AI_CREDITS_PER_MONTH", limits.aiCreditsPerMonth(), metadata)));
        Set<String> taken = all.stream().map(Evaluation::key).collect(Collectors.toSet());
        state.entitlements().stream()
                .filter(entitlement -> !taken.contains(entitlement.code()))
                .map(entitlement -> flag(entitlement, metadata))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static Evaluation flag(Entitlement entitlement, Metadata metadata) {
        return flag(entitlement.code(), entitlement.granted(), metadata);
    }

    private static Evaluation flag(String key, boolean on, Metadata metadata) {
        return new Evaluation(key, on, STATIC, on ? "on" : "off", metadata);
    }

    private static Evaluation limit(String key, int limit, Metadata metadata) {
        return limit == Limits.UNLIMITED
                ? new Evaluation(key, UNLIMITED, STATIC, "unlimited", metadata)
                : new Evaluation(key, limit, STATIC, null, metadata);
    }
}
