package com.optymyse.inspire.licensing.problem;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Refuses;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** The pages that the {@code type} of a problem points to: HTML for people, JSON for programs. */
@Path("/problems")
@PermitAll
@Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
@Cache(maxAge = 3600)
@Tag(name = "Problems", description = "The cause and the fix of each problem")
class ProblemResource {

    /** The formats in the order of preference. Without a preference the caller gets the page. */
    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.TEXT_HTML_TYPE, MediaType.APPLICATION_JSON_TYPE)
            .build();

    private static final String EXAMPLE = """
            {
              "type": "/problems/too-many-requests",
              "code": "too-many-requests",
              "status": 429,
              "title": "Too many requests",
              "cause": "There were too many activations or previews within a minute, or too many clients already listen for changes.",
              "fix": "Wait a minute, then try once more.",
              "client": "Wait as many seconds as the header Retry-After says, then send the request again."
            }""";

    private final Problems problems;
    private final ContactConfig contact;

    ProblemResource(Problems problems, ContactConfig contact) {
        this.problems = problems;
        this.contact = contact;
    }

    @GET
    @Operation(
            operationId = "problems",
            summary = "All problems",
            description =
                    "The problems for which the service refuses requests, and those that a license status can name.")
    @SecurityRequirements
    @APIResponse(
            responseCode = "200",
            description = "All problems, as a page or as JSON",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ProblemPage[].class),
                        examples = @ExampleObject(name = "problems", value = "[" + EXAMPLE + "]"))
            })
    @Refuses(RefusalCode.INVALID_REQUEST)
    public Response index(@Context Request request, @Context UriInfo address) {
        List<ProblemPage> refusals = ProblemTypes.all().stream().map(this::page).toList();
        List<ProblemPage> others =
                LicensingProblemTypes.all().stream().map(this::page).toList();
        List<ProblemPage> all =
                Stream.concat(refusals.stream(), others.stream()).toList();
        return answer(request, all, Templates.index(refusals, others, Contact.all(contact), root(address)));
    }

    @GET
    @Path("/{code}")
    @Operation(
            operationId = "problem",
            summary = "One problem",
            description = "The page that the `type` of a problem points to.")
    @SecurityRequirements
    @APIResponse(
            responseCode = "200",
            description = "The problem, its cause and its fix, as a page or as JSON",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ProblemPage.class),
                        examples = @ExampleObject(name = "problem", value = EXAMPLE))
            })
    @Refuses({RefusalCode.INVALID_REQUEST, RefusalCode.NOT_FOUND})
    public Response problem(
            @Parameter(description = "The code of the problem", example = "license-expired") @PathParam("code")
                    String code,
            @Context Request request,
            @Context UriInfo address) {
        ProblemPage page = ProblemTypes.named(code)
                .map(this::page)
                .orElseThrow(() -> new Refusal(RefusalCode.NOT_FOUND, "There is no problem with this code."));
        return answer(request, page, Templates.problem(page, Contact.all(contact), root(address)));
    }

    private static Response answer(Request request, Object json, TemplateInstance page) {
        Variant variant = request.selectVariant(VARIANTS);
        if (variant == null) {
            throw new NotAcceptableException();
        }
        boolean asPage = variant.getMediaType().equals(MediaType.TEXT_HTML_TYPE);
        return Response.ok(asPage ? page.render() : json, variant.getMediaType())
                .build();
    }

    /** The way from a page to the root, relative, because a proxy may publish the service under a path. */
    private static String root(UriInfo address) {
        long depth =
                address.getPath().chars().filter(character -> character == '/').count() - 1;
        return "../".repeat((int) depth);
    }

    private ProblemPage page(ProblemType type) {
        return ProblemPage.of(type, problems.page(type.code()), contact);
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance index(
                List<ProblemPage> problems, List<ProblemPage> others, List<Contact> contacts, String root);

        static native TemplateInstance problem(ProblemPage problem, List<Contact> contacts, String root);
    }
}
