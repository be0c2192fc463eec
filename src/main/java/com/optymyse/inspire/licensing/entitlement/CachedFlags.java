package com.optymyse.inspire.licensing.entitlement;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers to OFREP clients, cached for each state that the clients can distinguish, and for each hour. */
@ApplicationScoped
class CachedFlags {

    /**
     * All answers for one state.
     *
     * @param state what they were made of
     * @param hour whose capability they carry
     * @param changed what tells that there is something new in {@code all}
     */
    record Flags(
            EntitlementsAnswer state,
            long hour,
            CachedResponse all,
            StreamEvent changed,
            Map<String, CachedResponse> byKey) {}

    private record Notification(String type, String etag) {}

    private final CachedResponses answers;
    private final Capability capability;
    private final OfrepConfig config;
    private final ObjectMapper json;
    private volatile @Nullable Flags flags;

    CachedFlags(CachedResponses answers, Capability capability, OfrepConfig config, ObjectMapper json) {
        this.answers = answers;
        this.capability = capability;
        this.config = config;
        this.json = json;
    }

    /** The answers for this moment. */
    @SuppressWarnings(
            "ReferenceEquality") // the same state is the same object, and comparing contents would cost the most
    Flags now() {
        EntitlementsAnswer state = answers.now().content();
        long hour = capability.hour();
        Flags known = flags;
        if (known != null && known.state() == state && known.hour() == hour) {
            return known;
        }
        Flags cached = prepare(state, hour);
        flags = cached;
        return cached;
    }

    private Flags prepare(EntitlementsAnswer state, long hour) {
        List<Evaluation> evaluations = Evaluation.all(state);
        String events = config.events() + "?c=" + capability.of(hour);
        CachedResponse all = CachedResponse.of(BulkEvaluation.of(state, evaluations, events), json);
        String notification = CachedResponse.written(new Notification("refetchEvaluation", all.etag()), json);
        return new Flags(
                state,
                hour,
                all,
                StreamEvent.of("message", all.etag(), notification),
                evaluations.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Evaluation::key, evaluation -> CachedResponse.of(evaluation, json))));
    }
}
