package com.optymyse.inspire.licensing.keygen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optymyse.inspire.licensing.certificate.SignatureAlgorithm;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.license.LicenseKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes the requests to the licensing server: their bodies, and the segments of their paths. */
final class Requests {

    private static final Pattern PATH_SEGMENT = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._:-]{1,128}");

    private static final JsonMapper MAPPER = new JsonMapper();

    private Requests() {}

    static String authorization(LicenseKey key) {
        return "License " + key.value();
    }

    /**
     * Checks that an id or a fingerprint can be a segment of a path. The server signs the path as it came.
     *
     * @throws IllegalArgumentException when it is not
     */
    static String pathSegment(String text) {
        if (!PATH_SEGMENT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "An id or a fingerprint has 1 to 128 letters, digits, dots, underscores, colons and hyphens.");
        }
        return text;
    }

    static byte[] machine(String id, String fingerprint, String licenseId) {
        Map<String, ?> license = Map.of("data", Map.of("type", "licenses", "id", licenseId));
        Map<String, ?> machine = Map.of(
                "type",
                "machines",
                "id",
                id,
                "attributes",
                Map.of("fingerprint", pathSegment(fingerprint)),
                "relationships",
                Map.of("license", license));
        return write(Map.of("data", machine));
    }

    /**
     * How machine files are to be signed: by the first algorithm, Ed25519 before all others, that is allowed and has a key.
     * It is asked for by name, since else the license's policy decides, and may decide for one that does not count here.
     */
    static String fileAlgorithm(TrustAnchors trust) {
        SignatureAlgorithm signature = Arrays.stream(SignatureAlgorithm.values())
                .filter(trust.algorithms()::contains)
                .filter(algorithm ->
                        trust.keys().stream().anyMatch(key -> key.algorithms().contains(algorithm)))
                .findFirst()
                .orElseThrow();
        return "aes-256-gcm+" + signature.wireName();
    }

    /**
     * @param ttl how long the machine file is to count
     * @param algorithm how it is to be signed; empty for servers that don't know the option
     */
    static byte[] checkOut(Duration ttl, Optional<String> algorithm) {
        Map<String, Object> options = new HashMap<>();
        options.put("encrypt", true);
        options.put("ttl", ttl.toSeconds());
        options.put("include", List.of("license", "license.entitlements"));
        algorithm.ifPresent(name -> options.put("algorithm", name));
        return write(Map.of("meta", options));
    }

    static byte[] write(Object document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A request is made of maps, lists and plain values.", impossible);
        }
    }
}
