package com.optymyse.inspire.licensing.entitlement;

import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Refuses;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys for signed snapshots, where every JWT library looks for them. */
@Path("/.well-known/jwks.json")
@Tag(name = "Entitlements", description = "For services: the licensed entitlements and limits")
@PermitAll
public class JsonWebKeysResource {

    private static final String EXAMPLE = """
            {"keys": [{"kty": "EC", "kid": "3P_NbmZ4OVg_XRM2zAK3kMpcUNEhVr6sdBMpdyJxTdY", "use": "sig", "alg": "ES256",
                       "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                       "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}""";

    private final PublishedKeys keys;

    JsonWebKeysResource(PublishedKeys keys) {
        this.keys = keys;
    }

    @Operation(
            summary = "The keys that verify signed snapshots",
            description = "The service publishes a key one day before it signs with it, and until the last snapshot"
                    + " with its signature has expired. Fetch the set again when a snapshot names an unknown key.")
    @APIResponse(
            responseCode = "200",
            description = "A JWK Set",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = JsonWebKeys.class),
                            examples = @ExampleObject(name = "keys", value = EXAMPLE)))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    @Refuses(RefusalCode.STARTING)
    @SecurityRequirements
    @GET
    @Produces(CachedResponse.JSON)
    public Response keys(@Context HttpHeaders headers) {
        return keys.now().answer(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), "public, max-age=300");
    }
}
