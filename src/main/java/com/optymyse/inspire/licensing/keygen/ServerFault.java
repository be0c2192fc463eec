package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.license.EnumWord;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says what is wrong when the licensing server, or something in its place, answered and the response is no verdict. */
final class ServerFault {

    private ServerFault() {}

    /**
     * The fault of a response without a signature: its own if it says that it failed, untrusted if it says that all is
     * well.
     *
     * @param now when it came
     */
    static <T> CallResult.Failed<T> unsigned(RawResponse response, URI server, Instant now) {
        return ServerFault.<T>busy(response, now)
                .orElseGet(() -> response.status() / 100 == 2
                        ? new CallResult.Failed<T>(CallResult.Cause.UNTRUSTED, unsignedSuccess(response, server))
                                .telling(Map.of(
                                        "host",
                                        server.getHost(),
                                        "cause",
                                        isWebPage(response) ? "web-page" : "unsigned"))
                        : new CallResult.Failed<>(
                                CallResult.Cause.ERROR, unsignedSentence(response, server) + webPage(response)));
    }

    /** The fault of a server, or of a proxy before it, that asks for a later try; empty for any other response. */
    static <T> Optional<CallResult.Failed<T>> busy(RawResponse response, Instant now) {
        Optional<Duration> wait = RetryAfter.of(response, now);
        return switch (response.status()) {
            case 429 ->
                Optional.of(CallResult.Failed.busy(
                        "The licensing server receives too many requests (429)" + asks(wait) + ". Try again later.",
                        wait.orElse(RetryAfter.DEFAULT)));
            case 503 ->
                wait.map(time -> CallResult.Failed.busy(
                        "The licensing server is overloaded (503)" + asks(wait) + ". Try again later.", time));
            default -> Optional.empty();
        };
    }

    /** A response with a signature that does not hold. */
    static <T> CallResult.Failed<T> untrusted(SignatureFailure failure) {
        return untrusted(EnumWord.of(failure), failure.reason());
    }

    /** A response that is signed and answers another request than was made. */
    static <T> CallResult.Failed<T> untrusted(String reason) {
        return untrusted("other-answer", reason);
    }

    private static <T> CallResult.Failed<T> untrusted(String cause, String reason) {
        return new CallResult.Failed<T>(
                        CallResult.Cause.UNTRUSTED,
                        "The licensing server's answer is not trusted, because " + reason
                                + ". Check whether a proxy on the way changes or keeps answers.")
                .telling(Map.of("cause", cause));
    }

    /** A signed response that this service can't read. */
    static <T> CallResult.Failed<T> notUnderstood(int status) {
        return new CallResult.Failed<>(
                CallResult.Cause.ERROR,
                "The licensing server's answer (" + status + ") is signed but in no form that this service knows."
                        + " Update this service; if that does not help, ask the vendor.");
    }

    /** A signed response that says nothing of the license. */
    static <T> CallResult.Failed<T> noVerdict(int status, List<String> codes) {
        return new CallResult.Failed<>(CallResult.Cause.ERROR, noVerdictSentence(status, codes));
    }

    private static String unsignedSuccess(RawResponse response, URI server) {
        return isWebPage(response)
                ? "What answers at " + server
                        + " is not the licensing server: it sends a web page, as login portals and"
                        + " proxies do. Let whoever runs the network admit this host to that address."
                : "The answer from " + server
                        + " does not carry the vendor's signature, so something else may have given"
                        + " it. Check licensing.server.url, and whether a proxy on the way removes headers.";
    }

    private static String unsignedSentence(RawResponse response, URI server) {
        return switch (response.status()) {
            case 301, 302, 303, 307, 308 -> redirect(response, server);
            case 407 ->
                "The proxy in front of the licensing server demands a user and a password that it accepts (407). Set them"
                        + " where the proxy is set.";
            case 511 ->
                "A login portal of the network is in front of the licensing server (511). Let whoever runs the network"
                        + " admit this host.";
            case 403 ->
                "Access to the licensing server is forbidden (403), by itself or by a proxy. Check"
                        + " licensing.server.url, and whether this host's address is blocked.";
            case 404 ->
                "Nothing answers for the vendor's account at this address (404). Check licensing.server.url, and"
                        + " whether licensing.server.account-in-path fits the server.";
            default ->
                response.status() >= 500
                        ? "The licensing server, or a proxy before it, is out of order (" + response.status()
                                + "). Try again later; if it goes on, tell whoever runs it."
                        : "What answers at " + server + " does not accept the request (" + response.status()
                                + ") and does not show that it is the licensing server. Check licensing.server.url, and"
                                + " whether a proxy on the way answers in the server's place.";
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
        return status >= 500
                ? "The licensing server reports an error of its own (" + status + named
                        + "). Try again later; if it goes on, ask the vendor."
                : "The licensing server's answer (" + status + named + ") says nothing of the license. Ask the vendor.";
    }

    private static String asks(Optional<Duration> wait) {
        return wait.map(time -> " and asks for a pause of " + time.toSeconds() + " seconds")
                .orElse("");
    }

    /** A redirect within the server is a matter of its address; one to elsewhere is typical for a login portal. */
    private static String redirect(RawResponse response, URI server) {
        Optional<URI> location = location(response);
        String notFollowed = "Redirects are not followed, because the license key would go along.";
        if (location.isEmpty()) {
            return "What answers for the licensing server redirects to another path. " + notFollowed
                    + " Check the path in licensing.server.url.";
        }
        // Scheme and host alone: the rest of an address may be long, or made to mislead.
        String target = location.get().getScheme() + "://" + location.get().getHost();
        return String.valueOf(location.get().getHost()).toLowerCase(Locale.ROOT).equals(server.getHost())
                ? "The licensing server redirects to " + target + ". " + notFollowed
                        + " Set licensing.server.url to the address at which it answers."
                : "What answers for the licensing server redirects to " + target + ". " + notFollowed
                        + " If that is a login portal of the network, let whoever runs the network admit this host; if the"
                        + " server has moved, set licensing.server.url.";
    }

    private static Optional<URI> location(RawResponse response) {
        try {
            return response.first("Location").map(URI::create).filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String webPage(RawResponse response) {
        return isWebPage(response) ? " The answer is a web page, as proxies and login portals send." : "";
    }

    private static boolean isWebPage(RawResponse response) {
        return firstVisible(response.body())
                .filter(character -> character == '<')
                .isPresent();
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
