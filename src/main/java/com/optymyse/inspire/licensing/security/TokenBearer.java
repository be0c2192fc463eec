package com.optymyse.inspire.licensing.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.entitlement.TimeLimited;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The bearer of a good token. The token itself is not kept. */
final class TokenBearer implements JsonWebToken, TimeLimited {

    private static final Set<String> TIMES = Set.of(
            Claims.exp.name(), Claims.iat.name(), Claims.nbf.name(), Claims.auth_time.name(), Claims.updated_at.name());

    private final TokenClaims claims;
    private final Instant limit;
    private final String name;

    /** @param limit the moment from which on the token is refused */
    TokenBearer(TokenClaims claims, Instant limit) {
        this.claims = claims;
        this.limit = limit;
        this.name = claims.bearer();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Instant limit() {
        return limit;
    }

    @Override
    public Set<String> getClaimNames() {
        return Set.copyOf(claims.names());
    }

    /** Times as seconds since 1970, the audience as a set, and texts that are not blank; null for every other claim. */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getClaim(String claim) {
        JsonNode value = claims.json().get(claim);
        if (claim.equals(Claims.aud.name())) {
            return (T) claims.audience();
        }
        if (value == null || !value.isValueNode()) {
            return null;
        }
        return TIMES.contains(claim) && value.isNumber() ? (T) (Long) value.longValue() : (T) claims.text(claim);
    }
}
