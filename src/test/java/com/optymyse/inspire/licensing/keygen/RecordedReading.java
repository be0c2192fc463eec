package com.optymyse.inspire.licensing.keygen;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.keygen.DescribeCall.Progress;
import com.optymyse.inspire.licensing.keygen.ResponseVerifier.VerifiedResponse;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** What the service sends in place of a recorded request, and what it reads in the recorded response. */
final class RecordedReading {

    private static final URI SERVER = URI.create("https://" + RecordedExchange.HOST);
    private static final Duration TTL = Duration.ofDays(14);

    /** A pause that the server asks for is told from here on, where it names a moment. */
    private static final Instant NOW = Instant.parse("2026-11-26T14:00:00Z");

    private RecordedReading() {}

    /** The body that the service sends; empty where the request has none. */
    static Optional<JsonNode> requestBody(RecordedExchange exchange) {
        String path = exchange.path();
        if (path.equals("/licenses/actions/validate-key")) {
            return Optional.of(RecordedExchange.tree(question(exchange).body()));
        }
        JsonNode sent = exchange.requestBody();
        if (path.equals("/machines")) {
            return Optional.of(RecordedExchange.tree(Requests.machine(
                    sent.at("/data/id").textValue(),
                    sent.at("/data/attributes/fingerprint").textValue(),
                    sent.at("/data/relationships/license/data/id").textValue())));
        }
        return path.endsWith("/check-out")
                ? Optional.of(RecordedExchange.tree(
                        Requests.checkOut(TTL, Optional.of(Requests.fileAlgorithm(RecordedExchange.ANCHORS)))))
                : Optional.empty();
    }

    /** Verifies and reads a response to the request of the exchange, at the time of the recorded response. */
    static CallResult<?> read(RecordedExchange exchange, RawResponse response) {
        return reading(exchange).apply(verify(response));
    }

    static CallResult<VerifiedResponse> verify(RawResponse response) {
        return verify(response, RecordedExchange.HOST);
    }

    static CallResult<VerifiedResponse> verify(RawResponse response, String host) {
        return SignedCall.verified(response, new ResponseVerifier(RecordedExchange.ANCHORS, host), SERVER, NOW);
    }

    private static Function<CallResult<VerifiedResponse>, ? extends CallResult<?>> reading(RecordedExchange exchange) {
        String path = exchange.path();
        return switch (exchange.request().path("method").textValue()) {
            case "DELETE" -> ResponseParser.by(MachineResponses::deleted);
            case "GET" ->
                path.equals("/me")
                        ? ResponseParser.by(response -> DescribeCall.readLicense(response, exchange.key()))
                        : ResponseParser.by(response -> DescribeCall.readPage(response, before(exchange)));
            default -> posted(exchange, path);
        };
    }

    private static Function<CallResult<VerifiedResponse>, ? extends CallResult<?>> posted(
            RecordedExchange exchange, String path) {
        if (path.endsWith("/validate-key")) {
            return ResponseParser.by(response -> question(exchange).read(response, time(exchange)));
        }
        if (path.endsWith("/check-in")) {
            return ResponseParser.by(response ->
                    MachineResponses.checkedIn(response, path.replaceFirst("^/licenses/([^/]+)/.*$", "$1")));
        }
        return path.endsWith("/check-out")
                ? ResponseParser.by(MachineResponses::checkedOut)
                : ResponseParser.by(response -> MachineResponses.created(
                        response, exchange.requestBody().at("/data/id").textValue()));
    }

    /** What was read before a page of entitlements: the license, and the page before. */
    private static Progress.Partial before(RecordedExchange page) {
        RecordedExchange last = RecordedExchange.all()
                .filter(other ->
                        other.expected().path("story").equals(page.expected().path("story")))
                .filter(other -> other.file().compareTo(page.file()) < 0)
                .reduce((first, second) -> second)
                .orElseThrow();
        if (read(last, last.answer()) instanceof CallResult.Signed<?>(Progress.Partial partial, var at)) {
            return partial;
        }
        throw new IllegalStateException("Before " + page + " nothing was read that has another page.");
    }

    private static ValidationRequest question(RecordedExchange exchange) {
        JsonNode meta = exchange.requestBody().path("meta");
        return new ValidationRequest(
                exchange.key(),
                meta.path("nonce").longValue(),
                meta.at("/scope/fingerprint").textValue(),
                RecordedExchange.PRODUCT);
    }

    static ServerTime time(RecordedExchange exchange) {
        return new ServerTime(Clock.fixed(exchange.date(), ZoneOffset.UTC), () -> 0);
    }
}
