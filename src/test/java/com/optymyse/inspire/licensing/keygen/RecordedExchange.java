package com.optymyse.inspire.licensing.keygen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optymyse.inspire.licensing.certificate.CertificateKind;
import com.optymyse.inspire.licensing.certificate.OfflineFiles;
import com.optymyse.inspire.licensing.certificate.SignatureAlgorithm;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.certificate.VendorKey;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.testing.SharedFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A request of this service to a real licensing server, and the response, as they went over the wire.
 *
 * @param expected what a reader has to find in the response
 * @param request method, target, headers and body
 * @param response status, headers and body
 */
record RecordedExchange(JsonNode expected, JsonNode request, JsonNode response) {

    static final String HOST = "licensing.vendor.test";
    static final String PRODUCT = "27333656-6210-40e4-8a74-11c213daf8c0";
    static final TrustAnchors ANCHORS = new TrustAnchors(
            List.of(VendorKey.parse("c6225a5aaf3aa87cc3d1381a8d037ed9faac605c371fd5baada28a0b22be7fd0")),
            "5e1f0c1e-8a53-4c59-9a0e-6f1d2b3c4d5e",
            PRODUCT,
            Set.of(SignatureAlgorithm.ED25519),
            OfflineFiles.of(Set.of(CertificateKind.MACHINE)),
            TrustAnchors.Origin.CONFIGURED);

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Each exchange that the folder says to have. */
    static Stream<RecordedExchange> all() {
        return all(SharedFiles.EXCHANGES);
    }

    /** The same of another folder of exchanges. */
    static Stream<RecordedExchange> all(SharedFiles folder) {
        return StreamSupport.stream(folder.json("expected.json").spliterator(), false)
                .map(expected -> of(folder, expected));
    }

    private static RecordedExchange of(SharedFiles folder, JsonNode expected) {
        JsonNode exchange = folder.json(expected.path("file").textValue());
        return new RecordedExchange(expected, exchange.path("request"), exchange.path("response"));
    }

    /** The response as it was received. */
    RawResponse answer() {
        return answer(status());
    }

    /** The same response under another status. */
    RawResponse answer(int status) {
        return new RawResponse(status, target(), headers(), body());
    }

    String file() {
        return expected.path("file").textValue();
    }

    boolean isSigned() {
        return expected.path("signatureVerifies").booleanValue();
    }

    int status() {
        return response.path("status").intValue();
    }

    String code() {
        return expected.path("code").asText("");
    }

    /** What was asked, as the signature covers it. */
    String target() {
        return request.path("method").textValue().toLowerCase(Locale.ROOT) + " "
                + request.path("target").textValue();
    }

    /** The part of the target's path after the vendor's account, without a query. */
    String path() {
        return request.path("target")
                .textValue()
                .replaceFirst("^/v1/accounts/[^/]+", "")
                .replaceFirst("\\?.*$", "");
    }

    byte[] body() {
        return response.path("body").textValue().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The response's headers; their names in any case. */
    Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (JsonNode header : response.path("headers")) {
            headers.computeIfAbsent(header.path(0).textValue(), name -> new ArrayList<>())
                    .add(header.path(1).textValue());
        }
        return headers;
    }

    /** The response's date. */
    Instant date() {
        return Instant.from(
                DateTimeFormatter.RFC_1123_DATE_TIME.parse(headers().get("Date").getFirst()));
    }

    JsonNode requestBody() {
        return tree(request.path("body").textValue().getBytes(StandardCharsets.ISO_8859_1));
    }

    JsonNode document() {
        return tree(body());
    }

    /** The license key that the request was made with, in its body or in its authorization. */
    LicenseKey key() {
        JsonNode key = request.path("method").textValue().equals("POST")
                ? requestBody().at("/meta/key")
                : MAPPER.missingNode();
        return new LicenseKey(
                key.isTextual()
                        ? key.textValue()
                        : requestHeader("authorization").substring("License ".length()));
    }

    private String requestHeader(String name) {
        Map<String, String> headers = new HashMap<>();
        request.path("headers")
                .forEach(header ->
                        headers.put(header.path(0).textValue(), header.path(1).textValue()));
        return headers.get(name);
    }

    static JsonNode tree(byte[] json) {
        try {
            return MAPPER.readTree(new String(json, StandardCharsets.UTF_8));
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(noJson);
        }
    }

    @Override
    public String toString() {
        return file();
    }
}
