package com.optymyse.inspire.licensing.entitlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The values of all flags, as OFREP 0.3.0 has them. */
@Schema(description = "The values of all flags, as OFREP 0.3.0 has them.")
public record BulkEvaluation(
        @Schema(description = "Every flag") List<Flag> flags,
        Evaluation.Metadata metadata,
        @Schema(description = "Where changes are told") List<EventSource> eventStreams) {

    /** Seconds after which a client that nobody looks at may hang up. */
    private static final int INACTIVITY = 120;

    /**
     * The value of one flag among all. It is equal as long as the value is, so that clients see which flags have changed:
     * standing and revision are told once, for the set.
     */
    @Schema(description = "The value of one flag among all, as OFREP 0.3.0 has it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Flag(
            @Schema(description = Evaluation.KEY) String key,

            @Schema(
                    description = Evaluation.VALUE,
                    oneOf = {Boolean.class, Integer.class})
            Object value,

            @Schema(description = Evaluation.REASON) String reason,

            @Schema(description = Evaluation.VARIANT) @Nullable
            String variant,

            @Schema(description = "Always empty: the set has it, once for all flags", maxProperties = 0)
            Map<String, Object> metadata) {

        static Flag of(Evaluation evaluation) {
            return new Flag(evaluation.key(), evaluation.value(), evaluation.reason(), evaluation.variant(), Map.of());
        }
    }

    /** A stream of notifications. */
    @Schema(description = "A stream that says when to evaluate again.")
    public record EventSource(
            @Schema(description = "What kind of stream it is: server-sent events", enumeration = "sse")
            String type,

            Endpoint endpoint,

            @Schema(description = "Seconds after which a client that nobody looks at may hang up")
            int inactivityDelaySec) {

        static EventSource at(String requestUri) {
            return new EventSource("sse", new Endpoint(requestUri), INACTIVITY);
        }
    }

    /** An address where the evaluation was answered. */
    @Schema(description = "Where the stream is: at the host that the evaluation was answered by.")
    public record Endpoint(
            @Schema(
                    description = "Path and query. They open the stream without a token: keep them secret.",
                    format = "uri-reference")
            String requestUri) {}

    public BulkEvaluation {
        flags = List.copyOf(flags);
        eventStreams = List.copyOf(eventStreams);
    }

    static BulkEvaluation of(EntitlementsAnswer state, List<Evaluation> flags, String events) {
        return new BulkEvaluation(
                flags.stream().map(Flag::of).toList(), Evaluation.Metadata.of(state), List.of(EventSource.at(events)));
    }
}
