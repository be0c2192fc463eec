package com.optymyse.inspire.licensing.problem;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.WeakHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes problems, and the headers that belong to them, from refusals. */
@Singleton
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private static final Map<RefusalCode, Duration> RETRY_AFTER = Map.of(
            RefusalCode.TOO_MANY_REQUESTS, Duration.ofMinutes(1),
            RefusalCode.OPERATION_IN_PROGRESS, Duration.ofSeconds(5),
            RefusalCode.IDENTITY_PROVIDER_UNREACHABLE, Duration.ofSeconds(5),
            RefusalCode.STARTING, Duration.ofSeconds(5),
            RefusalCode.STOPPING, Duration.ofSeconds(5));

    private static final String RETRY_AFTER_HEADER = "Retry-After";

    private final String pages;

    /** By failure: several callers may wait for one operation, and fail with it. */
    private final Map<Throwable, URI> named = Collections.synchronizedMap(new WeakHashMap<>());

    Problems(ProblemConfig config) {
        String configured = config.pages().toString();
        this.pages = configured.endsWith("/") ? configured : configured + "/";
    }

    /** The problem of a code about which nothing more is to be said. */
    Problem of(RefusalCode code) {
        return problem(code, ProblemTypes.of(code).cause(), null, null, Map.of());
    }

    Problem of(Refusal refusal) {
        return problem(refusal.code(), refusal.detail(), refusal.field(), null, refusal.members());
    }

    /**
     * Logs an unexpected error and gives it a name, by which the log tells what the caller is not told. The same error has the
     * same name, whoever is told of it, and is logged once.
     */
    Problem unexpected(Throwable failure) {
        URI instance = mayBeThrownAgain(failure) ? logged(failure) : named.computeIfAbsent(failure, Problems::logged);
        RefusalCode code = RefusalCode.INTERNAL_ERROR;
        return problem(code, ProblemTypes.of(code).cause(), null, instance, Map.of());
    }

    /** One without a stack trace may be a constant, which says nothing of when it was thrown. */
    private static boolean mayBeThrownAgain(Throwable failure) {
        return failure.getStackTrace().length == 0;
    }

    private static URI logged(Throwable failure) {
        URI instance = URI.create("urn:uuid:" + UUID.randomUUID());
        LOG.errorf(failure, "Unexpected error %s", instance);
        return instance;
    }

    /** The address of a code's page, as callers see it. */
    URI page(RefusalCode code) {
        return page(code.code());
    }

    /** The address of a code's page, whichever kind of problem it is, as callers see it. */
    URI page(String code) {
        return URI.create(pages + code);
    }

    /** The headers of every answer with this code. */
    static Map<String, String> headers(RefusalCode code) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", Problem.MEDIA_TYPE);
        headers.put("Cache-Control", "no-store");
        Duration retryAfter = RETRY_AFTER.get(code);
        if (retryAfter != null) {
            headers.put(RETRY_AFTER_HEADER, String.valueOf(retryAfter.toSeconds()));
        }
        return headers;
    }

    /** The headers of the answer to a refusal, which may know better when to try again. */
    static Map<String, String> headers(Refusal refusal) {
        Map<String, String> headers = headers(refusal.code());
        refusal.retryAfterSeconds().ifPresent(seconds -> headers.put(RETRY_AFTER_HEADER, String.valueOf(seconds)));
        return headers;
    }

    private Problem problem(
            RefusalCode code,
            String detail,
            @Nullable String field,
            @Nullable URI instance,
            Map<String, Object> members) {
        ProblemType type = ProblemTypes.of(code);
        return new Problem(page(code), type.title(), type.httpStatus(), detail, code.code(), field, instance, members);
    }
}
