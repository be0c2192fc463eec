package com.optymyse.inspire.licensing.sandbox.signing;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Issues the bearer tokens of development: JWTs signed with RS256, as an identity provider would. */
public final class DevToken {

    /** The issuer that dev and test expect. */
    public static final String ISSUER = "https://sandbox.inspire.example/";

    /** The audience that dev and test expect. */
    public static final String AUDIENCE = "inspire-licensing";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey key = PemResource.privateKey("token", SignatureScheme.RSA_SHA256.keyAlgorithm());
    private final Clock clock;

    public DevToken(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a token says.
     *
     * @param roles the roles, none for a token of a mere service
     * @param expiresIn how long the token is good; negative for one that has expired
     */
    public record Claims(String subject, List<String> roles, Duration expiresIn, String issuer, String audience) {}

    /** A token in its compact form. */
    public String issue(Claims claims) {
        String header = new JsonObject().put("alg", "RS256").put("typ", "JWT").encode();
        String text = base64(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + base64(payload(claims).encode().getBytes(StandardCharsets.UTF_8));
        byte[] signature = SignatureScheme.RSA_SHA256.sign(key, text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + base64(signature);
    }

    private JsonObject payload(Claims claims) {
        Instant now = clock.instant();
        Instant end = now.plus(claims.expiresIn());
        Instant start = end.isBefore(now) ? end.minus(Duration.ofHours(1)) : now;
        return new JsonObject()
                .put("iss", claims.issuer())
                .put("aud", claims.audience())
                .put("sub", claims.subject())
                .put("upn", claims.subject())
                .put("groups", claims.roles())
                .put("iat", start.getEpochSecond())
                .put("exp", end.getEpochSecond())
                .put("jti", UUID.randomUUID().toString());
    }

    private static String base64(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
