package com.optymyse.inspire.licensing.entitlement;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** What other services ask, all day: what is licensed. Answered from memory. */
@Path("/")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class EntitlementResource {

    private final PreparedAnswers answers;

    EntitlementResource(PreparedAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Path("/entitlements")
    public Response entitlements(@Context Request request) {
        return answer(answers.now().all(), request);
    }

    @GET
    @Path("/entitlements/{code}")
    public Response entitlement(@PathParam("code") String code, @Context Request request) {
        Prepared prepared = answers.now().byCode().get(code);
        if (prepared == null) {
            throw new Refusal(
                    RefusalCode.NOT_FOUND,
                    "There is no such entitlement: neither Inspire nor the license knows its code.");
        }
        return answer(prepared, request);
    }

    @GET
    @Path("/limits")
    public Response limits(@Context Request request) {
        return answer(answers.now().limits(), request);
    }

    /** A client may keep an answer, but has to ask each time whether it still holds. */
    private static Response answer(Prepared prepared, Request request) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(prepared.tag());
        Response.ResponseBuilder response = unchanged == null ? Response.ok(prepared.body()) : unchanged;
        return response.tag(prepared.tag())
                .header("Cache-Control", "private, no-cache")
                .build();
    }
}
