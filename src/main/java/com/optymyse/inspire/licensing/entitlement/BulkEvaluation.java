package com.optymyse.inspire.licensing.entitlement;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The values of all flags, as OFREP 0.3.0 has them. */
@Schema(description = "The values of all flags, as OFREP 0.3.0 has them.")
public record BulkEvaluation(
        @Schema(description = "Every flag") List<Evaluation> flags,
        Evaluation.Metadata metadata,
        @Schema(description = "Where changes are told") List<EventSource> eventStreams) {

    /** Seconds after which a client that nobody looks at may hang up. */
    private static final int INACTIVITY = 120;

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
                flags.stream().map(Evaluation::amongAll).toList(),
                new Evaluation.Metadata(state.standing(), state.revision()),
                List.of(EventSource.at(events)));
    }
}
