package com.optymyse.inspire.licensing.entitlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.optymyse.inspire.licensing.license.Entitlement;
import com.optymyse.inspire.licensing.license.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The value of one flag, as OFREP 0.3.0 has it.
 *
 * @param key an entitlement's code, {@code LICENSED}, or the name of a limit
 * @param value true or false; for a limit an integer
 * @param reason {@code STATIC}: the same for everybody
 * @param variant {@code on} or {@code off}; {@code unlimited} for a limit that is none
 * @param metadata what the value was derived from; empty among all flags, where it is told once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evaluation(
        String key, Object value, String reason, @Nullable String variant, Metadata metadata) {

    /** What stands for unlimited: clients compare, and their integers have 32 bits. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private static final String STATIC = "STATIC";

    private static final Metadata TOLD_ONCE = new Metadata(null, null);

    /**
     * The state that values were derived from.
     *
     * @param standing what the installation may do
     * @param revision rises with every visible change of the license
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Metadata(
            @Nullable String standing, @Nullable Long revision) {}

    /** Every flag there is. An entitlement called like a flag of ours does not replace it. */
    static List<Evaluation> all(EntitlementsAnswer state) {
        Metadata metadata = new Metadata(state.standing(), state.revision());
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

    /** The same among all flags: equal as long as the value is, so that clients see which flags have changed. */
    Evaluation amongAll() {
        return new Evaluation(key, value, reason, variant, TOLD_ONCE);
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
