package com.optymyse.inspire.licensing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The traits that two licensing servers must share when they give the same answer: one line for each. Of names in a
 * document the line says their JSON type, too, so that a null is not taken for a time.
 */
final class AnswerTraits {

    private static final Pattern HEADERS =
            Pattern.compile("keygen-.*|date|digest|content-type|location|retry-after|x-ratelimit-.*|x-request-id");
    /** Headers of which the value is the same in each answer of a server, whoever asks. */
    private static final Set<String> CONSTANT =
            Set.of("content-type", "keygen-version", "keygen-edition", "keygen-mode", "x-ratelimit-window");
    /** What customers fill, so that its names are not the server's. */
    private static final Pattern OF_THE_CUSTOMER = Pattern.compile(".*\\.attributes\\.metadata");

    private final Set<String> lines = new TreeSet<>();

    private AnswerTraits() {}

    /**
     * The traits of an answer.
     *
     * @param secret what opens the machine file in it, if there is one
     */
    static Set<String> of(int status, Map<String, String> headers, String body, String secret) {
        AnswerTraits traits = new AnswerTraits();
        traits.lines.add("status " + status);
        headers.forEach(traits::header);
        traits.lines.add("signed " + headers.containsKey("Keygen-Signature"));
        if (!body.isEmpty()) {
            traits.document(RecordedCall.tree(body), secret);
        }
        return traits.lines;
    }

    private void header(String name, String value) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        if (HEADERS.matcher(lowerCase).matches()) {
            String shown = CONSTANT.contains(lowerCase) ? value : value.isEmpty() ? "empty" : "filled";
            lines.add("header " + lowerCase + ": " + shown);
        }
        if (lowerCase.equals("location")) {
            lines.add("header location is absolute: " + value.matches("https?://[^/]+/.*"));
        }
    }

    private void document(JsonNode document, String secret) {
        String code = document.path("errors").isEmpty()
                ? document.at("/meta/code").asText("none")
                : document.path("errors").findValuesAsText("code").toString();
        lines.add("code " + code);
        lines.add("valid " + document.at("/meta/valid").asText("none"));
        names("body", document);
        JsonNode certificate = document.at("/data/attributes/certificate");
        if (certificate.isTextual()) {
            names("file", opened(certificate.textValue(), secret));
        }
    }

    private static JsonNode opened(String certificate, String secret) {
        try {
            return RecordedCall.tree(
                    JdkVerifier.Parts.of(certificate).decrypted(secret).encode());
        } catch (GeneralSecurityException closed) {
            throw new AssertionError(closed);
        }
    }

    private void names(String path, JsonNode node) {
        lines.add(path + ": " + node.getNodeType());
        if (OF_THE_CUSTOMER.matcher(path).matches()) {
            return;
        }
        node.properties().forEach(member -> names(path + "." + member.getKey(), member.getValue()));
        if (node.isArray()) {
            node.forEach(item -> names(path + "[" + item.path("type").asText() + "]", item));
        }
    }
}
