package com.optymyse.inspire.licensing.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a token says, exactly as it was signed: nothing is split, mapped or added.
 *
 * @param json the object of all claims
 */
record TokenClaims(JsonNode json) {

    /**
     * The claims that can name the bearer; the first one that is present does. A client's own token mostly has one of the
     * last two alone.
     */
    private static final List<String> NAMES = List.of("upn", "preferred_username", "sub", "client_id", "azp");

    /** PostgreSQL has no text with this character. */
    private static final char NOT_STORABLE = '\0';

    /** Later times than this can't be written as a date. */
    private static final double LATEST = 253_402_300_799d;

    /** A claim that is a text, and not an empty one. */
    @Nullable
    String text(String claim) {
        JsonNode value = json.get(claim);
        return value != null && value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    /**
     * A claim that is a time.
     *
     * @throws BadToken when it is something else; null when the claim is not there
     */
    @Nullable
    Instant time(String claim) {
        JsonNode value = json.get(claim);
        if (value == null) {
            return null;
        }
        double seconds = value.isNumber() ? value.doubleValue() : -1;
        if (!(seconds >= 0 && seconds <= LATEST)) {
            throw BadToken.of(TokenCheck.CLAIMS, "\"" + claim + "\" to be seconds since 1970", value);
        }
        return Instant.ofEpochSecond((long) seconds);
    }

    /** @throws BadToken when it is not there, or no time */
    Instant requiredTime(String claim) {
        Instant time = time(claim);
        if (time == null) {
            throw BadToken.of(TokenCheck.CLAIMS, "a claim \"" + claim + "\"", names());
        }
        return time;
    }

    /** For whom the token is; nobody when the claim is something else than a text or an array of texts. */
    Set<String> audience() {
        JsonNode value = json.path("aud");
        return (value.isArray() ? value.valueStream() : Stream.of(value))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .collect(Collectors.toSet());
    }

    /** The client that the token was issued to, where the token says it. */
    @Nullable
    String client() {
        String client = text("client_id");
        return client == null ? text("azp") : client;
    }

    /**
     * How the bearer is called.
     *
     * @throws BadToken when no claim tells, or the name can't be stored
     */
    String bearer() {
        String name = NAMES.stream()
                .filter(claim -> text(claim) != null)
                .findFirst()
                .map(claim -> json.get(claim).textValue())
                .orElseThrow(() -> BadToken.of(
                        TokenCheck.NAME, "a text in one of the claims " + String.join(", ", NAMES), names()));
        if (name.indexOf(NOT_STORABLE) >= 0) {
            throw BadToken.of(TokenCheck.NAME, "a name without the character U+0000", name);
        }
        return name;
    }

    /** The names of all claims. */
    List<String> names() {
        return json.propertyStream().map(Map.Entry::getKey).toList();
    }
}
