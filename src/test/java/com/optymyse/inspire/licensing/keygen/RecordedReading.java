package com.optymyse.inspire.licensing.keygen;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.keygen.DescribeCall.Progress;
import com.optymyse.inspire.licensing.keygen.ResponseVerifier.Genuine;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** What the service sends in place of a recorded request, and what it reads in the recorded answer. */
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

    /** Verifies and reads an answer to the request of the exchange, at the time of the recorded answer. */
    static CallResult<?> read(RecordedExchange exchange, RawResponse answer) {
        return reading(exchange).apply(verify(answer));
    }

    static CallResult<Genuine> verify(RawResponse answer) {
        return verify(answer, RecordedExchange.HOST);
    }

    static CallResult<Genuine> verify(RawResponse answer, String host) {
        return SignedCall.verified(answer, new ResponseVerifier(RecordedExchange.ANCHORS, host), SERVER, NOW);
    }

    private static Function<CallResult<Genuine>, ? extends CallResult<?>> reading(RecordedExchange exchange) {
        String path = exchange.path();
        return switch (exchange.request().path("method").textValue()) {
            case "DELETE" -> ResponseParser.by(MachineResponses::deleted);
            case "GET" ->
                path.equals("/me")
                        ? ResponseParser.by(answer -> DescribeCall.readLicense(answer, exchange.key()))
                        : ResponseParser.by(answer -> DescribeCall.readPage(answer, before(exchange)));
            default -> posted(exchange, path);
        };
    }

    private static Function<CallResult<Genuine>, ? extends CallResult<?>> posted(
            RecordedExchange exchange, String path) {
        if (path.endsWith("/validate-key")) {
            return ResponseParser.by(answer -> question(exchange).read(answer, time(exchange)));
        }
        if (path.endsWith("/check-in")) {
            return ResponseParser.by(
                    answer -> MachineResponses.checkedIn(answer, path.replaceFirst("^/licenses/([^/]+)/.*$", "$1")));
        }
        return path.endsWith("/check-out")
                ? ResponseParser.by(MachineResponses::checkedOut)
                : ResponseParser.by(answer -> MachineResponses.created(
                        answer, exchange.requestBody().at("/data/id").textValue()));
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
