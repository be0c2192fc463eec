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
     * The failure for a response without a signature: {@code BUSY} if it asks for a later try, {@code UNTRUSTED} if its
     * status says that all is well, otherwise {@code ERROR}.
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
                        "The service does not trust the licensing server's response, because " + reason + ". Check"
                                + " whether a proxy changes or caches responses.")
                .telling(Map.of("cause", cause));
    }

    /** A signed response that this service can't read. */
    static <T> CallResult.Failed<T> notUnderstood(int status) {
        return new CallResult.Failed<>(
                CallResult.Cause.ERROR,
                "This service does not understand the signed response of the licensing server (" + status + "). Update"
                        + " this service. If that does not help, ask the vendor.");
    }

    /** A signed response that says nothing of the license. */
    static <T> CallResult.Failed<T> noVerdict(int status, List<String> codes) {
        return new CallResult.Failed<>(CallResult.Cause.ERROR, noVerdictSentence(status, codes));
    }

    private static String unsignedSuccess(RawResponse response, URI server) {
        return isWebPage(response)
                ? server + " returned a web page, not a response of the licensing server. A login portal or a"
                        + " proxy may have answered. Ask the administrator of the network to allow this server to"
                        + " connect to that address."
                : "The response from " + server
                        + " does not carry the vendor's signature, so something else may have given"
                        + " it. Check licensing.server.url, and whether a proxy on the way removes headers.";
    }

    private static String unsignedSentence(RawResponse response, URI server) {
        return switch (response.status()) {
            case 301, 302, 303, 307, 308 -> redirect(response, server);
            case 407 ->
                "The proxy in front of the licensing server requires a valid user and password (407). Set them in the"
                        + " configuration of the proxy.";
            case 511 ->
                "A login portal of the network is in front of the licensing server (511). Ask the administrator of the"
                        + " network to allow this server.";
            case 403 ->
                "The licensing server or a proxy forbids the access (403). Check licensing.server.url, and whether"
                        + " this server's address is blocked.";
            case 404 ->
                "Nothing answers for the vendor's account at this address (404). Check licensing.server.url, and"
                        + " whether licensing.server.account-in-path fits the server.";
            default ->
                response.status() >= 500
                        ? "The licensing server, or a proxy in front of it, reports an error (" + response.status()
                                + "). Try again later. If the problem remains, tell the administrator of the proxy"
                                + " or the server."
                        : server + " refuses the request (" + response.status() + "), and its response has no"
                                + " signature of the licensing server. Check licensing.server.url, and whether a"
                                + " proxy on the way answers in the server's place.";
        };
    }

    private static String noVerdictSentence(int status, List<String> codes) {
        if (status == 402) {
            return "The licensing server does not serve the vendor's account at present (402). Ask the vendor.";
        }
        if (status == 403 && codes.isEmpty()) {
            return "The licensing server forbids the call without saying why (403). The license key may lack a"
                    + " permission, or the vendor's account may be suspended. Ask the vendor.";
        }
        String named = codes.isEmpty() ? "" : " " + String.join(", ", codes);
        return status >= 500
                ? "The licensing server reports an error of its own (" + status + named
                        + "). Try again later. If the problem remains, ask the vendor."
                : "The licensing server's response (" + status + named + ") says nothing about the license. Ask the"
                        + " vendor.";
    }

    private static String asks(Optional<Duration> wait) {
        return wait.map(time -> " and asks for a pause of " + time.toSeconds() + " seconds")
                .orElse("");
    }

    /** A redirect within the server is a matter of its address; one to elsewhere is typical for a login portal. */
    private static String redirect(RawResponse response, URI server) {
        Optional<URI> location = location(response);
        String notFollowed =
                "The service does not follow redirects, because it would send the license key to the new address.";
        if (location.isEmpty()) {
            return "The response from the licensing server's address redirects to another path. " + notFollowed
                    + " Check the path in licensing.server.url.";
        }
        // Scheme and host alone: the rest of an address may be long, or made to mislead.
        String target = location.get().getScheme() + "://" + location.get().getHost();
        return String.valueOf(location.get().getHost()).toLowerCase(Locale.ROOT).equals(server.getHost())
                ? "The licensing server redirects to " + target + ". " + notFollowed
                        + " Set licensing.server.url to the address at which it answers."
                : "The response from the licensing server's address redirects to " + target + ". " + notFollowed
                        + " If that is a login portal, ask the administrator of the network to allow this server. If"
                        + " the licensing server has moved, set licensing.server.url.";
    }

    private static Optional<URI> location(RawResponse response) {
        try {
            return response.first("Location").map(URI::create).filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String webPage(RawResponse response) {
        return isWebPage(response) ? " The response is a web page, as proxies and login portals send." : "";
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
