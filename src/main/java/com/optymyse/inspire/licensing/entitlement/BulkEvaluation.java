package com.optymyse.inspire.licensing.entitlement;

import java.util.List;

/**
 * The values of all flags, as OFREP 0.3.0 has them.
 *
 * @param flags every flag
 * @param metadata what all values were derived from
 * @param eventStreams where changes are told
 */
public record BulkEvaluation(List<Evaluation> flags, Evaluation.Metadata metadata, List<EventSource> eventStreams) {

    /** Seconds after which a client that nobody looks at may hang up. */
    private static final int INACTIVITY = 120;

    /**
     * A stream of notifications.
     *
     * @param type {@code sse}
     * @param endpoint its address; to be kept like a secret
     * @param inactivityDelaySec seconds after which a client that nobody looks at may hang up
     */
    public record EventSource(String type, Endpoint endpoint, int inactivityDelaySec) {

        static EventSource at(String requestUri) {
            return new EventSource("sse", new Endpoint(requestUri), INACTIVITY);
        }
    }

    /**
     * An address where the evaluation was answered.
     *
     * @param requestUri path and query
     */
    public record Endpoint(String requestUri) {}

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
