package com.optymyse.inspire.licensing.sandbox.control;

import com.optymyse.inspire.licensing.sandbox.signing.DevToken;
import java.time.Duration;
import java.util.List;

/** Hands out bearer tokens to whoever asks, instead of an identity provider. */
final class TokenControl {

    private static final long ONE_HOUR = 3600;

    private final DevToken tokens;

    TokenControl(DevToken tokens) {
        this.tokens = tokens;
    }

    void addTo(ControlRoutes routes) {
        routes.add(
                "GET /token",
                "A bearer token as text; ?role=Admin (may be repeated) &sub= &expiresIn=seconds &issuer= &audience=",
                this::token);
    }

    private ControlReply token(ControlRequest request) {
        List<String> roles =
                request.queries("role").stream().filter(role -> !role.isBlank()).toList();
        return ControlReply.text(tokens.issue(new DevToken.Claims(
                request.query("sub").orElse("developer"),
                roles,
                Duration.ofSeconds(request.number("expiresIn").orElse(ONE_HOUR)),
                request.query("issuer").orElse(DevToken.ISSUER),
                request.query("audience").orElse(DevToken.AUDIENCE))));
    }
}
