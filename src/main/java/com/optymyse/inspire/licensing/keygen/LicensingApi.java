package com.optymyse.inspire.licensing.keygen;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The calls of the Keygen API that this service makes. Every method takes the address of the vendor's account at the
 * server, and returns the response of whatever status; an exception means that there was none. {@link ServerRoute} decides
 * through which proxy it goes, and which certificates count.
 */
@RegisterRestClient(configKey = "licensing-server", baseUri = LicensingApi.NOWHERE)
@RegisterProvider(RequestTargetFilter.class)
@Consumes(LicensingApi.MEDIA_TYPE)
@Produces(LicensingApi.MEDIA_TYPE)
@ClientHeaderParam(name = "Keygen-Version", value = "1.7")
@ClientHeaderParam(name = "Keygen-Accept-Signature", value = "algorithm=\"ed25519\"")
@ClientHeaderParam(name = HttpHeaders.USER_AGENT, value = "inspire-licensing/${quarkus.application.version}")
interface LicensingApi {

    String MEDIA_TYPE = "application/vnd.api+json";

    /** A placeholder for the address that Quarkus needs to make the client. Each call has the real one. */
    String NOWHERE = "https://licensing-server.invalid";

    /** Without authorization: with it, a suspended or expired key gets no verdict. */
    @POST
    @Path("licenses/actions/validate-key")
    Uni<Response> validateKey(@Url URI account, byte[] request);

    @GET
    @Path("me")
    Uni<Response> me(@Url URI account, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);

    @GET
    @Path("licenses/{license}/entitlements")
    Uni<Response> entitlements(
            @Url URI account,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("license") String license,
            @QueryParam("page[number]") int page,
            @QueryParam("page[size]") int size);

    @POST
    @Path("licenses/{license}/actions/check-in")
    Uni<Response> checkIn(
            @Url URI account,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("license") String license);

    @POST
    @Path("machines")
    Uni<Response> createMachine(
            @Url URI account, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, byte[] machine);

    @GET
    @Path("machines")
    Uni<Response> machines(
            @Url URI account,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @QueryParam("page[number]") int page,
            @QueryParam("page[size]") int size);

    @POST
    @Path("machines/{machine}/actions/check-out")
    Uni<Response> checkOut(
            @Url URI account,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("machine") String idOrFingerprint,
            byte[] options);

    @DELETE
    @Path("machines/{machine}")
    Uni<Response> deleteMachine(
            @Url URI account,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("machine") String id);
}
