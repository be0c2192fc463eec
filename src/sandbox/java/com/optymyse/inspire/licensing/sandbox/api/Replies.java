package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.signing.ResponseSignature;
import com.optymyse.inspire.licensing.sandbox.state.Fault;
import com.optymyse.inspire.licensing.sandbox.state.Vendor;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Turns answers into what goes over the wire: signed as they should be, or spoiled by a fault. */
final class Replies {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final String OTHER_DATE = "Thu, 01 Jan 2026 00:00:00 GMT";

    /** What the server tells of itself. The empty ones are of features that its free edition does not have. */
    private static final Map<String, String> SERVER = Map.of(
            "Keygen-Edition", "CE",
            "Keygen-Mode", "singleplayer",
            "Keygen-Revision", "0".repeat(40),
            "Keygen-Token", "",
            "Keygen-Environment", "",
            "Keygen-License", "");

    private final ResponseSignature signature;
    private final InstantSource clock;
    private final Authentication authentication;

    Replies(ResponseSignature signature, InstantSource clock, Authentication authentication) {
        this.signature = signature;
        this.clock = clock;
        this.authentication = authentication;
    }

    Reply.Sent signed(ApiRequest request, Terms terms, Answer answer) {
        Buffer body = answer.body() == null ? Buffer.buffer() : answer.body().toBuffer();
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        if (answer.body() != null) {
            headers.put("Content-Type", terms.mediaType() + "; charset=utf-8");
        }
        headers.putIfAbsent(Answer.REQUEST_ID, UUID.randomUUID().toString());
        if (answer.signed()) {
            headers.put("Keygen-Account", Vendor.ACCOUNT);
            headers.put("Keygen-Version", terms.version());
            headers.put("Keygen-Bearer", authentication.bearer(request).orElse(""));
            headers.putAll(SERVER);
            headers.putAll(signature.headers(request.line(), terms.scheme(), clock.instant(), body.getBytes()));
        }
        return new Reply.Sent(answer.status(), headers, body);
    }

    /** What a client gets instead of an answer, where the fault keeps the call from being carried out. */
    Reply instead(ApiRequest request, Fault fault) {
        return switch (fault.mode()) {
            case REFUSE -> new Reply.Silence(Duration.ZERO);
            case TIMEOUT -> new Reply.Silence(TIMEOUT);
            case ERROR -> failure(request, fault, fault.status(), "Something went wrong on the server");
            case RATE_LIMIT ->
                failure(request, fault, 429, "The request rate is too high").with(tooOften(clock.instant()));
            case GARBAGE -> garbage();
            case NONE, UNSIGNED, TAMPERED, LATE, DRIP, LAG, LIMIT ->
                throw new IllegalArgumentException(fault.mode() + " does not keep a call from being carried out.");
        };
    }

    /** The answer to a call that was carried out, as the fault lets it through. */
    static Reply.Sent spoiled(Reply.Sent reply, Fault fault) {
        return switch (fault.mode()) {
            case UNSIGNED ->
                reply.without(ResponseSignature.HEADER).without("Digest").without("Keygen-Digest");
            case TAMPERED -> tampered(reply);
            case LATE -> reply.after(Duration.ofMillis(fault.delayMillis()));
            case DRIP -> reply.dripping(Duration.ofMillis(fault.delayMillis()));
            case NONE, LAG, LIMIT -> reply;
            case REFUSE, TIMEOUT, ERROR, RATE_LIMIT, GARBAGE ->
                throw new IllegalArgumentException(fault.mode() + " keeps a call from being carried out.");
        };
    }

    /** Changes the body or, if it is empty, the date, which is signed too. */
    private static Reply.Sent tampered(Reply.Sent reply) {
        return reply.body().length() == 0
                ? reply.with(Map.of("Date", OTHER_DATE, "Keygen-Date", OTHER_DATE))
                : reply.with(Buffer.buffer("{\"tampered\":true,")
                        .appendBuffer(reply.body(), 1, reply.body().length() - 1));
    }

    private Reply.Sent failure(ApiRequest request, Fault fault, int status, String text) {
        String code = status == 429 ? "TOO_MANY_REQUESTS" : null;
        Reply.Sent reply = signed(
                request, Terms.DEFAULT, ApiError.unsigned(status, text, code).answer());
        return fault.retryAfter() == null ? reply : reply.with(Map.of("Retry-After", fault.retryAfter()));
    }

    /** How the server's front says that an address has asked more than 60 times in a minute. */
    private static Map<String, String> tooOften(Instant now) {
        long nextMinute = (now.getEpochSecond() / 60 + 1) * 60;
        return Map.of(
                "X-RateLimit-Window", "1m",
                "X-RateLimit-Count", "61",
                "X-RateLimit-Limit", "60",
                "X-RateLimit-Remaining", "0",
                "X-RateLimit-Reset", String.valueOf(nextMinute));
    }

    private static Reply.Sent garbage() {
        Buffer page = Buffer.buffer("<!doctype html><title>Welcome</title><p>Log in to use this network.</p>");
        return new Reply.Sent(200, Map.of("Content-Type", "text/html; charset=utf-8"), page);
    }
}
