package com.optymyse.inspire.licensing.entitlement;

import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Refuses;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is licensed, for services that want to go on deciding while this one is down. */
@Path("/entitlements/token")
@Tag(name = "Entitlements", description = "For services: the licensed entitlements and limits")
@Authenticated
public class SnapshotResource {

    private static final String JWT = "application/jwt";

    private final SignedSnapshots snapshots;

    SnapshotResource(SignedSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Operation(
            summary = "Everything that is licensed, signed",
            description = "A JWT (compact JWS, ES256, `typ` licensing-snapshot+jwt) that a service verifies by itself"
                    + " with the keys of /.well-known/jwks.json. `iss` is `urn:uuid:` and the id of this"
                    + " installation; refuse any other issuer. `aud` is inspire. `exp` is at most 24 hours away,"
                    + " and never later than the next loss of an entitlement. `trail` is the number of the newest"
                    + " entry of the audit trail. The other claims are the fields of GET /entitlements.")
    @APIResponse(
            responseCode = "200",
            description = "The signed snapshot, even if the installation is unlicensed",
            headers =
                    @Header(
                            name = "ETag",
                            description = "A weak tag of the state in the snapshot",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = JWT, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "The snapshot with the ETag in If-None-Match is still current")
    @Refuses(RefusalCode.STARTING)
    @GET
    @Produces(JWT)
    public Response snapshot(@Context HttpHeaders headers) {
        return snapshots.now().answer(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
    }
}
