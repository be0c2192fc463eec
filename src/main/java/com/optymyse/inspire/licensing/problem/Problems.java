package com.optymyse.inspire.licensing.problem;

import com.optymyse.inspire.licensing.license.OwnErrors;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes problems, and the headers that belong to them, from refusals. */
@Singleton
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private static final Map<RefusalCode, Duration> RETRY_AFTER = Map.of(
            RefusalCode.TOO_MANY_REQUESTS, Duration.ofMinutes(1),
            RefusalCode.OPERATION_IN_PROGRESS, Duration.ofSeconds(5),
            RefusalCode.IDENTITY_PROVIDER_UNREACHABLE, Duration.ofSeconds(5),
            RefusalCode.STARTING, Duration.ofSeconds(5),
            RefusalCode.STOPPING, Duration.ofSeconds(5));

    private static final String RETRY_AFTER_HEADER = "Retry-After";

    private final String pages;
    private final OwnErrors errors;

    public Problems(ProblemConfig config, OwnErrors errors) {
        String configured = config.pages().toString();
        this.pages = configured.endsWith("/") ? configured : configured + "/";
        this.errors = errors;
    }

    /** The problem of a code about which nothing more is to be said. */
    public Problem of(RefusalCode code) {
        return problem(code, ProblemTypes.of(code).cause(), "", null, null, Map.of(), Map.of());
    }

    public Problem of(Refusal refusal) {
        return problem(
                refusal.code(),
                refusal.detail(),
                refusal.toPrograms(),
                refusal.field(),
                null,
                refusal.values(),
                refusal.members());
    }

    /**
     * Logs an unexpected error under a name. The caller gets only the name. The same error has the same name, whoever is
     * told of it, and is logged once.
     */
    Problem unexpected(Throwable failure) {
        URI instance = errors.name(failure, name -> LOG.errorf(failure, "Unexpected error %s", name));
        RefusalCode code = RefusalCode.INTERNAL_ERROR;
        return problem(code, ProblemTypes.of(code).cause(), "", null, instance, Map.of(), Map.of());
    }

    /** The address of a code's page, whichever kind of problem it is, as callers see it. */
    URI page(String code) {
        return URI.create(pages + code);
    }

    /** The headers of every answer with this code. */
    public static Map<String, String> headers(RefusalCode code) {
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
    public static Map<String, String> headers(Refusal refusal) {
        Map<String, String> headers = headers(refusal.code());
        refusal.retryAfterSeconds().ifPresent(seconds -> headers.put(RETRY_AFTER_HEADER, String.valueOf(seconds)));
        return headers;
    }

    private Problem problem(
            RefusalCode code,
            String detail,
            String toPrograms,
            @Nullable String field,
            @Nullable URI instance,
            Map<String, Object> values,
            Map<String, Object> members) {
        ProblemType type = ProblemTypes.of(code);
        return new Problem(
                page(code.code()),
                type.title(),
                type.httpStatus(),
                detail,
                toPrograms.isEmpty() ? ClientAdvice.of(code) : toPrograms + " " + ClientAdvice.of(code),
                code.code(),
                field,
                instance,
                values,
                members);
    }
}
