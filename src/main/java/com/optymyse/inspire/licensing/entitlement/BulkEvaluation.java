package com.optymyse.inspire.licensing.entitlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The values of all flags, in the form of OFREP 0.3.0. */
@Schema(description = "The values of all flags, in the form of OFREP 0.3.0.")
public record BulkEvaluation(
        @Schema(description = "Every flag") List<Flag> flags,
        Evaluation.Metadata metadata,

        @Schema(description = "The event streams that report changes")
        List<EventSource> eventStreams) {

    /** Seconds without user activity after which a client may close the stream. */
    private static final int INACTIVITY = 120;

    /**
     * The value of one flag among all. It is equal as long as the value is, so that clients see which flags have changed:
     * standing and revision are told once, for the set.
     */
    @Schema(description = "The value of one flag in the answer for all flags, in the form of OFREP 0.3.0.")
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

            @Schema(
                    description = "Always empty: the metadata of the whole answer applies to all flags",
                    maxProperties = 0)
            Map<String, Object> metadata) {

        static Flag of(Evaluation evaluation) {
            return new Flag(evaluation.key(), evaluation.value(), evaluation.reason(), evaluation.variant(), Map.of());
        }
    }

    /** A stream of notifications. */
    @Schema(description = "A stream that says when to evaluate again.")
    public record EventSource(
            @Schema(description = "The type of the stream: server-sent events", enumeration = "sse")
            String type,

            Endpoint endpoint,

            @Schema(description = "Seconds without user activity after which a client may close the stream")
            int inactivityDelaySec) {

        static EventSource at(String requestUri) {
            return new EventSource("sse", new Endpoint(requestUri), INACTIVITY);
        }
    }

    /** An address where the evaluation was answered. */
    @Schema(description = "The address of the stream, on the host that answered the evaluation.")
    public record Endpoint(
            @Schema(
                    description = "The path and the query. They open the stream without a token, so keep them secret.",
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
