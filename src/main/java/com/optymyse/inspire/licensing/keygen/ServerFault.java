package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.activation.Answer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what is wrong when the licensing server, or something in its place, answered and the answer is no verdict. */
final class ServerFault {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private static final String UNSIGNED_SUCCESS =
            "The answer does not carry the vendor's signature, so something other than the licensing server may have given it.";

    private ServerFault() {}

    /** An answer without a signature: a fault where it says that it is one, not to be trusted where it says that all is well. */
    static <T> Answer.Failed<T> unsigned(RawAnswer answer) {
        return answer.status() / 100 == 2
                ? new Answer.Failed<>(Answer.Cause.UNTRUSTED, UNSIGNED_SUCCESS + webPage(answer))
                : new Answer.Failed<>(Answer.Cause.ERROR, unsignedSentence(answer) + webPage(answer));
    }

    /** An answer with a signature that does not hold, or that answers something else. */
    static <T> Answer.Failed<T> untrusted(String reason) {
        return new Answer.Failed<>(
                Answer.Cause.UNTRUSTED,
                "The licensing server's answer is not trusted, because " + reason + ". A proxy may have changed it.");
    }

    /** A signed answer that this service can't read. */
    static <T> Answer.Failed<T> notUnderstood(int status) {
        return new Answer.Failed<>(
                Answer.Cause.ERROR,
                "The licensing server's answer (" + status + ") is signed but in no form that this service knows.");
    }

    /** A signed answer that says nothing of the license. */
    static <T> Answer.Failed<T> noVerdict(int status, List<String> codes) {
        return new Answer.Failed<>(Answer.Cause.ERROR, noVerdictSentence(status, codes));
    }

    private static String unsignedSentence(RawAnswer answer) {
        return switch (answer.status()) {
            case 429 -> "The licensing server receives too many requests (429)" + retryAfter(answer) + ".";
            case 301, 302, 303, 307, 308 ->
                "The licensing server redirects to " + location(answer)
                        + ", and redirects are not followed, since the license key would go along. Set"
                        + " licensing.server.url to the right address; it probably begins with https.";
            case 403 ->
                "Access to the licensing server is forbidden (403), by itself or by a proxy. Check"
                        + " licensing.server.url, and whether this host's address is blocked.";
            case 404 ->
                "Nothing answers for the vendor's account at this address (404). Check licensing.server.url, and"
                        + " whether licensing.server.account-in-path fits the server.";
            default ->
                answer.status() >= 500
                        ? "The licensing server is out of order (" + answer.status() + ")."
                        : "The licensing server does not accept the request (" + answer.status() + ").";
        };
    }

    private static String noVerdictSentence(int status, List<String> codes) {
        if (status == 402) {
            return "The licensing server does not serve the vendor's account at present (402). Ask the vendor.";
        }
        if (status == 403 && codes.isEmpty()) {
            return "The licensing server forbids the call without saying why (403): the license key may lack a"
                    + " permission, or the vendor's account be suspended. Ask the vendor.";
        }
        String named = codes.isEmpty() ? "" : " " + String.join(", ", codes);
        return "The licensing server's answer (" + status + named + ") says nothing of the license.";
    }

    private static String retryAfter(RawAnswer answer) {
        return answer.first("Retry-After")
                .filter(value -> SECONDS.matcher(value).matches())
                .map(seconds -> " and asks to wait " + seconds + " seconds")
                .orElse("");
    }

    /** Scheme and host alone: the rest of an address may be long, or made to mislead. */
    private static String location(RawAnswer answer) {
        try {
            return answer.first("Location")
                    .map(URI::create)
                    .filter(uri -> uri.getHost() != null)
                    .map(uri -> uri.getScheme() + "://" + uri.getHost())
                    .orElse("another path");
        } catch (IllegalArgumentException notAnAddress) {
            return "an unreadable address";
        }
    }

    private static String webPage(RawAnswer answer) {
        Optional<Integer> first = firstVisible(answer.body());
        return first.filter(character -> character == '<').isPresent()
                ? " It is a web page, as proxies and login portals send."
                : "";
    }

    private static Optional<Integer> firstVisible(byte[] body) {
        for (byte character : body) {
            if (character > ' ') {
                return Optional.of((int) character);
            }
        }
        return Optional.empty();
    }
}
