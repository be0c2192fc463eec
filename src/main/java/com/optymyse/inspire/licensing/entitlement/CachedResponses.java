package com.optymyse.inspire.licensing.entitlement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.Entitlement;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers to other services, cached for each state that these can distinguish. */
@ApplicationScoped
class CachedResponses {

    /**
     * All answers for one snapshot.
     *
     * @param content what they were made of
     * @param changed what tells of {@code all}
     */
    record Answers(
            Snapshot snapshot,
            EntitlementsAnswer content,
            CachedResponse all,
            StreamEvent changed,
            CachedResponse limits,
            Map<String, CachedResponse> byCode) {

        Answers in(Snapshot other) {
            return new Answers(other, content, all, changed, limits, byCode);
        }
    }

    private final CurrentInstallation current;
    private final ObjectMapper json;
    private volatile @Nullable Answers answers;

    CachedResponses(CurrentInstallation current, ObjectMapper json) {
        this.current = current;
        this.json = json;
    }

    /** The answers for this moment. Two threads may prepare the same ones; either result is right. */
    @SuppressWarnings(
            "ReferenceEquality") // a new state is a new snapshot, and comparing contents would cost the most here
    Answers now() {
        Snapshot snapshot = current.now();
        Answers known = answers;
        if (known != null && known.snapshot() == snapshot) {
            return known;
        }
        EntitlementsAnswer content = EntitlementsAnswer.of(snapshot);
        Answers cached =
                known != null && known.content().equals(content) ? known.in(snapshot) : prepare(snapshot, content);
        answers = cached;
        return cached;
    }

    /** The answer about all, with one entitlement in its list; empty where nobody knows the code. Made anew each time. */
    Optional<CachedResponse> narrowedTo(String code) {
        EntitlementsAnswer content = now().content();
        return content.entitlements().stream()
                .filter(entitlement -> entitlement.code().equals(code))
                .findFirst()
                .map(content::narrowedTo)
                .map(this::prepare);
    }

    private Answers prepare(Snapshot snapshot, EntitlementsAnswer content) {
        CachedResponse all = prepare(content);
        return new Answers(
                snapshot,
                content,
                all,
                StreamEvent.of("entitlements", all.etag(), new String(all.body(), StandardCharsets.UTF_8)),
                prepare(content.limits()),
                content.entitlements().stream()
                        .collect(Collectors.toUnmodifiableMap(Entitlement::code, this::prepare)));
    }

    private CachedResponse prepare(Object value) {
        return CachedResponse.of(value, json);
    }
}
