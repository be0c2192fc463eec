package com.optymyse.inspire.licensing.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The licensing server's whole response to a check-out, which people save instead of the file in it. */
final class CheckOutResponse {

    private CheckOutResponse() {}

    /**
     * The file in a response; empty where the text is no JSON object.
     *
     * @throws MalformedDocument when it is one without a file where the server puts it
     */
    static Optional<String> certificate(String text) throws MalformedDocument {
        if (!text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        JsonNode response;
        try {
            response = StrictJson.readObject(text.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedDocument noJson) {
            // What is cut off or has more around it may still have a whole file in it.
            return Optional.empty();
        }
        JsonNode certificate = response.at("/data/attributes/certificate");
        if (!certificate.asText().stripLeading().startsWith("-----BEGIN ")) {
            throw new MalformedDocument(
                    "It looks like a response of the licensing server, but it contains no license file.");
        }
        return Optional.of(certificate.textValue());
    }
}
