package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.signing.SignatureScheme;
import com.optymyse.inspire.licensing.sandbox.state.Vendor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request says about its answer: the API version, the signature's scheme and the media type. The documents are
 * those of versions 1.6 to 1.8, whatever version is asked for.
 */
record Terms(String version, SignatureScheme scheme, String mediaType) {

    /** What an answer follows whose request could not be understood. */
    static final Terms DEFAULT = new Terms("1.8", SignatureScheme.ED25519, "application/vnd.api+json");

    private static final Set<String> VERSIONS = Set.of("1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8");
    private static final Set<String> JSON =
            Set.of("application/vnd.api+json", "application/json", "application/vnd.keygen+json");
    /** Forms and plain text are read as JSON too. */
    private static final Set<String> READ_AS_JSON =
            Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

    private static final Set<String> ANY = Set.of("*/*", "application/*", "application/octet-stream");
    private static final Pattern ALGORITHM = Pattern.compile("algorithm=\"([^\"]*)\"");

    /** Reads the headers in the server's order; an {@link ApiError} names the first that is wrong. */
    static Terms of(ApiRequest request) {
        String mediaType = mediaType(request);
        requireAccount(request);
        requireNoEnvironment(request);
        return new Terms(version(request), scheme(request), mediaType);
    }

    private static String mediaType(ApiRequest request) {
        String content = withoutParameters(request.header("Content-Type").orElse("application/json"));
        List<String> accepted = Arrays.stream(
                        request.header("Accept").orElse("*/*").split(","))
                .map(Terms::withoutParameters)
                .toList();
        boolean understood = JSON.contains(content) || READ_AS_JSON.contains(content);
        if (!understood || accepted.stream().noneMatch(type -> JSON.contains(type) || ANY.contains(type))) {
            throw ApiError.unsigned(400, "The mime type is not supported", "MIME_TYPE_INVALID");
        }
        return accepted.stream().filter(JSON::contains).findFirst().orElse(DEFAULT.mediaType());
    }

    private static void requireAccount(ApiRequest request) {
        String account = request.path().getOrDefault("account", Vendor.ACCOUNT);
        if (!account.equals(Vendor.ACCOUNT) && !account.equals(Vendor.ACCOUNT_SLUG)) {
            throw ApiError.unsigned(404, "The requested account was not found", "NOT_FOUND");
        }
    }

    private static void requireNoEnvironment(ApiRequest request) {
        if (request.header("Keygen-Environment").isPresent()) {
            throw ApiError.badRequest(
                    "Environments are not supported",
                    "ENVIRONMENT_NOT_SUPPORTED",
                    ApiError.Source.header("Keygen-Environment"));
        }
    }

    private static String version(ApiRequest request) {
        String version = request.header("Keygen-Version")
                .map(text -> text.startsWith("v") ? text.substring(1) : text)
                .orElse(DEFAULT.version());
        if (!VERSIONS.contains(version)) {
            throw ApiError.badRequest(
                    "The API version is not known", "INVALID_API_VERSION", ApiError.Source.header("Keygen-Version"));
        }
        return version;
    }

    private static SignatureScheme scheme(ApiRequest request) {
        String header = "Keygen-Accept-Signature";
        Matcher algorithm = ALGORITHM.matcher(request.header(header).orElse("algorithm=\"ed25519\""));
        if (!algorithm.find()) {
            throw ApiError.badRequest("The accepted signature is not understood", ApiError.Source.header(header));
        }
        return SignatureScheme.named(algorithm.group(1))
                .orElseThrow(() ->
                        ApiError.badRequest("The accepted signature is not supported", ApiError.Source.header(header)));
    }

    private static String withoutParameters(String type) {
        return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
