package com.optymyse.inspire.licensing.entitlement;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The keys that verify signed snapshots: a JWK Set (RFC 7517). */
@Schema(description = "The keys that verify signed snapshots: a JWK Set (RFC 7517).")
public record JsonWebKeys(
        @Schema(description = "The keys whose signatures are valid, and the next signing key, oldest first")
        List<Key> keys) {

    /** A public key. */
    @Schema(description = "A public key (RFC 7517).")
    public record Key(
            @Schema(description = "The type of the key: `EC`, an elliptic curve")
            String kty,

            @Schema(description = "The id of the key, as in the header of a snapshot")
            String kid,

            @Schema(description = "The use of the key: `sig`, signatures")
            String use,

            @Schema(description = "The algorithm of the signatures: `ES256`")
            String alg,

            @Schema(description = "The curve: `P-256`") String crv,

            @Schema(description = "The first coordinate of the public point, in base64url")
            String x,

            @Schema(description = "The second coordinate of the public point, in base64url")
            String y) {}
}
