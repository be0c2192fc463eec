package com.optymyse.inspire.licensing.entitlement;

import com.optymyse.inspire.licensing.license.Entitlement;
import com.optymyse.inspire.licensing.license.Limits;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Refuses;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says what is licensed, for other services. Answered from memory. */
@Path("/")
@Tag(name = "Entitlements", description = "For services: the licensed entitlements and limits")
@Authenticated
@NonBlocking
@Produces(CachedResponse.JSON)
public class EntitlementResource {

    private static final String ALL_EXAMPLE = """
            {"licensed": true, "standing": "licensed", "revision": 12,
             "entitlements": [{"code": "SSO_SAML", "feature": "SAML/OIDC single sign-on", "granted": true}],
             "limits": {"maxDisplays": 500, "maxAgiles": -1, "aiCreditsPerMonth": 10000}}""";

    private static final String ONE_EXAMPLE = """
            {"code": "SSO_SAML", "feature": "SAML/OIDC single sign-on", "granted": true}""";

    private static final String LIMITS_EXAMPLE = """
            {"maxDisplays": 500, "maxAgiles": -1, "aiCreditsPerMonth": 10000}""";

    private static final String CODE = "code";

    private final CachedResponses answers;

    EntitlementResource(CachedResponses answers) {
        this.answers = answers;
    }

    @Operation(
            summary = "Everything that is licensed",
            description = "Whether the installation is licensed, all entitlements (granted or not), and the limits."
                    + " With `code`, the list has only that entitlement.")
    @APIResponse(
            responseCode = "200",
            description = "The entitlements and limits now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EntitlementsAnswer.class),
                            examples = @ExampleObject(name = "licensed", value = ALL_EXAMPLE)))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    @Parameter(
            name = CODE,
            in = ParameterIn.QUERY,
            description = "The vendor's code of the only entitlement to return. The parameter can't be repeated. It"
                    + " also works for codes that are a path here, such as `token`.",
            schema = @Schema(type = SchemaType.STRING, minLength = 1))
    @Refuses({RefusalCode.INVALID_REQUEST, RefusalCode.NOT_FOUND, RefusalCode.STARTING})
    @GET
    @Path("/entitlements")
    public Response entitlements(@Context HttpServerRequest request, @Context HttpHeaders headers) {
        // A parameter of the method would not tell an empty code from none.
        List<String> codes = request.params().getAll(CODE);
        return answer(codes.isEmpty() ? answers.now().all() : narrowed(requireOne(codes)), headers);
    }

    @Operation(
            summary = "Whether one entitlement is granted",
            description = "An entitlement that Inspire or the license knows. For a code that is also a path here, such"
                    + " as `token`, use `GET /entitlements?code=`.")
    @APIResponse(
            responseCode = "200",
            description = "The entitlement, granted or not",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Entitlement.class),
                            examples = @ExampleObject(name = "licensed", value = ONE_EXAMPLE)))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    @Refuses({RefusalCode.NOT_FOUND, RefusalCode.STARTING})
    @GET
    @Path("/entitlements/{code}")
    public Response entitlement(
            @Parameter(description = "The vendor's code of the entitlement") @PathParam("code") String code,
            @Context HttpHeaders headers) {
        return answer(one(code), headers);
    }

    @Operation(
            summary = "The licensed limits",
            description =
                    "-1 means unlimited. A limit applies when something is added. It never stops what already runs.")
    @APIResponse(
            responseCode = "200",
            description = "The limits now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Limits.class),
                            examples = @ExampleObject(name = "licensed", value = LIMITS_EXAMPLE)))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    @Refuses(RefusalCode.STARTING)
    @GET
    @Path("/limits")
    public Response limits(@Context HttpHeaders headers) {
        return answer(answers.now().limits(), headers);
    }

    private CachedResponse one(String code) {
        return Optional.ofNullable(answers.now().byCode().get(code)).orElseThrow(EntitlementResource::unknown);
    }

    private CachedResponse narrowed(String code) {
        return answers.narrowedTo(code).orElseThrow(EntitlementResource::unknown);
    }

    private static Refusal unknown() {
        return new Refusal(
                RefusalCode.NOT_FOUND,
                "There is no such entitlement: Inspire does not know its code, and the license"
                        + " does not include it.");
    }

    private static String requireOne(List<String> codes) {
        if (codes.size() > 1) {
            throw Refusal.invalid(
                    CODE, "Only one entitlement can be asked for at once, and " + codes.size() + " codes were given.");
        }
        if (codes.getFirst().isBlank()) {
            throw Refusal.invalid(CODE, "The code of the entitlement is empty.");
        }
        return codes.getFirst();
    }

    private static Response answer(CachedResponse cached, HttpHeaders headers) {
        return cached.answer(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
    }
}
