package com.optymyse.inspire.licensing.openapi;

import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.problem.ClientAdvice;
import com.optymyse.inspire.licensing.problem.OfrepError;
import com.optymyse.inspire.licensing.problem.Problem;
import com.optymyse.inspire.licensing.problem.ProblemType;
import com.optymyse.inspire.licensing.problem.ProblemTypes;
import com.optymyse.inspire.licensing.problem.Problems;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;

/**
 * Writes into the API description, while the service is built, which problems each operation answers with: those that
 * {@link com.optymyse.inspire.licensing.license.Refuses} declares, and those that follow from the operation itself.
 * Operations of OFREP have errors of their own, see {@link OfrepResponses}, and {@link OfrepExamples} for the rest.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final String SCHEMA = "#/components/schemas/Problem";
    private static final String FORBIDDEN = "403";
    private static final String RETRY_AFTER = "Retry-After";
    private static final String EXAMPLES = "#/components/examples/";

    private final Map<String, Set<RefusalCode>> declared;

    /** Called by the build with the index of the service's classes. */
    public ProblemResponses(IndexView index) {
        this.declared = DeclaredRefusals.byOperationId(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        operations(document).forEach(ProblemResponses::dropUndeclaredRefusal);
        operations(document).forEach(OperationHeaders::describe);
        Set<RefusalCode> used = EnumSet.noneOf(RefusalCode.class);
        document.getPaths().getPathItems().entrySet().stream()
                .filter(path -> !OfrepError.isFor(path.getKey()))
                .flatMap(path -> path.getValue().getOperations().values().stream())
                .forEach(operation -> used.addAll(describe(operation)));
        Components components = document.getComponents();
        Schema problem = Objects.requireNonNull(components.getSchemas().get("Problem"), "Problems have a schema.");
        describeMembers(problem);
        components.addSchema("Notification", OfrepResponses.notification());
        components.addSchema(OfrepResponses.SCHEMA, OfrepResponses.schema());
        document.getPaths().getPathItems().entrySet().stream()
                .filter(path -> OfrepError.isFor(path.getKey()))
                .flatMap(path -> path.getValue().getOperations().values().stream())
                .forEach(operation -> {
                    OfrepExamples.describe(operation);
                    OfrepResponses.describe(operation);
                });
        used.forEach(code -> components.addExample(code.code(), example(code)));
    }

    static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream());
    }

    /** Removes the 403 that Quarkus adds wherever a token is needed, also where no role is. Those that need one declare it. */
    private static void dropUndeclaredRefusal(Operation operation) {
        APIResponse forbidden = operation.getResponses().getAPIResponse(FORBIDDEN);
        if (forbidden != null && forbidden.getContent() == null) {
            operation.getResponses().removeAPIResponse(FORBIDDEN);
        }
    }

    /** Describes the fields that only problems with certain codes have. */
    private static void describeMembers(Schema problem) {
        problem.addProperty("preview", OASFactory.createSchema().ref("#/components/schemas/PreviewAnswer"))
                .addProperty("underWay", OASFactory.createSchema().ref("#/components/schemas/UnderWayAnswer"))
                .addProperty(
                        "until",
                        text("When the lease of the running operation ends if the operation does not renew it, in UTC;"
                                        + " only with `operation-in-progress`")
                                .format("date-time"))
                .addProperty(
                        "serverCode",
                        text("The licensing server's own code of the limit; only with `machine-limit-reached`"))
                .addProperty(
                        "belongsIn",
                        text(
                                "The right field for a text that was sent in a wrong field, if the service is certain. Only"
                                        + " with `invalid-request` and `license-file-malformed`."))
                .addProperty("seats", seats())
                .addProperty(
                        "holder",
                        text(
                                "The license that has the seat; only with `fingerprint-taken`. `present-license`: the present"
                                        + " license has a seat that may block this activation; deactivate it first."
                                        + " `present-license-blocked`: the present license may have the seat, but its key has no"
                                        + " permission to release it. `present-license-removed`: the vendor has removed the present"
                                        + " license; try again in a minute. `present-license-offline`: the present license may have the"
                                        + " seat, but it is offline, and the licensing server can't be asked about it."
                                        + " `earlier-license`: the seat of an earlier license is not released yet. `another-license`:"
                                        + " this installation does not know the license. `unknown`: the licensing server gave no"
                                        + " response. Later versions may add more."));
    }

    private static Schema seats() {
        Schema seat = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("fingerprint", text("The name by which the vendor knows the installation"))
                .addProperty(
                        "name",
                        text("The display name of the installation at the vendor; null if it has none")
                                .addType(SchemaType.NULL))
                .addProperty(
                        "lastCheckOut",
                        text("When the installation last fetched its certificate, in UTC; null for never")
                                .format("date-time")
                                .addType(SchemaType.NULL))
                .required(List.of("fingerprint", "name", "lastCheckOut"));
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("The installations that have the seats; only with `machine-limit-reached`, and only if the"
                        + " license key has the permission to list them")
                .addProperty(
                        "count",
                        OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .format("int32")
                                .description("The number of taken seats"))
                .addProperty(
                        "newest",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .maxItems(10)
                                .description(
                                        "At most ten of the installations, not necessarily the newest. The one that fetched its"
                                                + " certificate last comes first.")
                                .items(seat))
                .required(List.of("count", "newest"));
    }

    static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }

    private Set<RefusalCode> describe(Operation operation) {
        Set<RefusalCode> codes = codes(operation);
        Map<Integer, List<RefusalCode>> byStatus = codes.stream()
                .collect(Collectors.groupingBy(
                        code -> ProblemTypes.of(code).httpStatus(), TreeMap::new, Collectors.toList()));
        byStatus.forEach(
                (status, same) -> operation.getResponses().addAPIResponse(String.valueOf(status), response(same)));
        return codes;
    }

    private Set<RefusalCode> codes(Operation operation) {
        Set<RefusalCode> codes =
                EnumSet.of(RefusalCode.NOT_ACCEPTABLE, RefusalCode.HEADERS_TOO_LARGE, RefusalCode.INTERNAL_ERROR);
        codes.addAll(declared.getOrDefault(operation.getOperationId(), Set.of()));
        if (operation.getRequestBody() != null) {
            codes.addAll(EnumSet.of(
                    RefusalCode.INVALID_REQUEST,
                    RefusalCode.REQUEST_TIMEOUT,
                    RefusalCode.TOO_LARGE,
                    RefusalCode.UNSUPPORTED_MEDIA_TYPE));
        }
        if (hasQuery(operation)) {
            codes.add(RefusalCode.INVALID_REQUEST);
        }
        return codes;
    }

    private static boolean hasQuery(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
    }

    private static APIResponse response(List<RefusalCode> codes) {
        MediaType problem =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(SCHEMA));
        codes.forEach(code ->
                problem.addExample(code.code(), OASFactory.createExample().ref(EXAMPLES + code.code())));
        Content content = OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem);
        String titles =
                codes.stream().map(code -> ProblemTypes.of(code).title()).collect(Collectors.joining(" · "));
        APIResponse response =
                OASFactory.createAPIResponse().description(titles).content(content);
        return codes.stream().anyMatch(ProblemResponses::saysWhenToTryAgain)
                ? sayingWhenToTryAgain(response)
                : response;
    }

    static APIResponse sayingWhenToTryAgain(APIResponse response) {
        return response.addHeader(
                RETRY_AFTER,
                OASFactory.createHeader()
                        .description("Seconds to wait")
                        .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)));
    }

    private static boolean saysWhenToTryAgain(RefusalCode code) {
        return Problems.headers(code).containsKey(RETRY_AFTER);
    }

    private static Example example(RefusalCode code) {
        ProblemType type = ProblemTypes.of(code);
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("type", "/problems/" + type.code());
        value.put("title", type.title());
        value.put("status", type.httpStatus());
        value.put("detail", type.cause());
        value.put("client", ClientAdvice.of(code));
        value.put("code", type.code());
        return OASFactory.createExample().summary(type.title()).value(value);
    }
}
