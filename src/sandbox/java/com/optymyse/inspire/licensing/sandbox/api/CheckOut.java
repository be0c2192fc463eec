package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.signing.FileAlgorithm;
import com.optymyse.inspire.licensing.sandbox.signing.FileKind;
import com.optymyse.inspire.licensing.sandbox.signing.FileTimes;
import com.optymyse.inspire.licensing.sandbox.signing.SignatureScheme;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file is asked for.
 *
 * @param ttl the seconds that the file shall last, null for ever
 * @param include what beside the license or machine itself shall be in it
 */
record CheckOut(FileAlgorithm algorithm, @Nullable Long ttl, List<String> include) {

    private static final long SHORTEST_TTL = 3600;

    static CheckOut of(FileKind kind, Params body) {
        Params meta = body.allowOnly("meta")
                .optionalObject("meta")
                .orElse(new Params(new JsonObject(), "/meta"))
                .allowOnly("encrypt", "ttl", "include", "algorithm");
        return new CheckOut(algorithm(meta), ttl(meta), include(kind, meta));
    }

    private static FileAlgorithm algorithm(Params meta) {
        boolean encrypt = meta.optionalBoolean("encrypt").orElse(false);
        FileAlgorithm byPolicy = new FileAlgorithm(encrypt, SignatureScheme.ED25519);
        return meta.optionalText("algorithm")
                .map(name -> FileAlgorithm.named(name)
                        .orElseThrow(() -> invalid("algorithm is not supported", "ALGORITHM", "algorithm")))
                .orElse(byPolicy);
    }

    private static @Nullable Long ttl(Params meta) {
        if (!meta.has("ttl")) {
            return FileTimes.DEFAULT_TTL;
        }
        return meta.optionalInteger("ttl")
                .map(seconds -> {
                    if (seconds < SHORTEST_TTL) {
                        throw invalid("must be greater than or equal to 3600 (1 hour)", "TTL", "ttl");
                    }
                    return seconds;
                })
                .orElse(null);
    }

    private static List<String> include(FileKind kind, Params meta) {
        List<String> include = meta.optionalTexts("include").orElse(List.of());
        if (!known(kind).containsAll(include)) {
            throw invalid("includes are not supported", "INCLUDE", "include");
        }
        if (include.stream().anyMatch(forbidden(kind)::contains)) {
            throw ApiError.forbidden(null, "You do not have permission to complete the request");
        }
        return include;
    }

    private static Set<String> known(FileKind kind) {
        return switch (kind) {
            case LICENSE ->
                Set.of("entitlements", "environment", "product", "policy", "group", "owner", "users", "user");
            case MACHINE ->
                Set.of(
                        "license",
                        "license.entitlements",
                        "license.product",
                        "license.policy",
                        "license.owner",
                        "license.users",
                        "license.user",
                        "components",
                        "environment",
                        "group",
                        "owner");
        };
    }

    /** What a mere license key may not read, and so may not have included. */
    private static Set<String> forbidden(FileKind kind) {
        return switch (kind) {
            case LICENSE -> Set.of("product", "policy", "owner", "users", "user");
            case MACHINE ->
                Set.of("license.product", "license.policy", "license.owner", "license.users", "license.user");
        };
    }

    private static ApiError invalid(String text, String what, String parameter) {
        return ApiError.badRequest(text, "CHECKOUT_" + what + "_INVALID", ApiError.Source.parameter(parameter));
    }
}
