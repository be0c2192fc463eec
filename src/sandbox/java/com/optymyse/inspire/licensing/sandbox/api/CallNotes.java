package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.state.Call;
import com.optymyse.inspire.licensing.sandbox.state.FaultMode;
import com.optymyse.inspire.licensing.sandbox.state.LicenseBook;
import com.optymyse.inspire.licensing.sandbox.state.Memory;
import com.optymyse.inspire.licensing.sandbox.state.Operation;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers calls. License keys are masked, except those of demo licenses. */
final class CallNotes {

    private static final String KEY_IN_PATH = "/licenses/(?!actions/|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-)[^/]+";
    private static final int VISIBLE = 4;

    private final Memory memory;
    private final LicenseBook book;
    private final InstantSource clock;

    CallNotes(Memory memory, LicenseBook book, InstantSource clock) {
        this.memory = memory;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Notes a call.
     *
     * @param answer what the call came to, null when it was not carried out
     */
    void add(ApiRequest request, Operation operation, Reply reply, @Nullable Answer answer, @Nullable FaultMode fault) {
        String path = request.normalizedPath();
        Call call = new Call(
                clock.instant(),
                operation,
                request.line().method(),
                path.substring(path.indexOf("/v1")).replaceFirst(KEY_IN_PATH, "/licenses/{key}"),
                key(request).map(this::shown).orElse(null),
                reply.seen(),
                answer == null ? null : answer.code().orElse(null),
                fault);
        memory.update(state -> state.withCall(call));
    }

    private static Optional<String> key(ApiRequest request) {
        return Authentication.key(request).or(() -> keyInBody(request));
    }

    private static Optional<String> keyInBody(ApiRequest request) {
        try {
            Object meta = request.json().json().getValue("meta");
            return meta instanceof JsonObject object && object.getValue("key") instanceof String key
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (ApiError notJson) {
            return Optional.empty();
        }
    }

    /** A demo license's key is no secret; of another one enough is shown to tell two apart. */
    private String shown(String key) {
        if (book.license(key).isPresent()) {
            return key;
        }
        return "…" + key.substring(key.length() >= 4 * VISIBLE ? key.length() - VISIBLE : key.length());
    }
}
