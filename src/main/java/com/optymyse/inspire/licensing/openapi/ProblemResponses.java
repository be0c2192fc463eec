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
                        text("When the right of the operation under way ends to change the license, unless it goes on and"
                                        + " renews it, in UTC; with `operation-in-progress` alone")
                                .format("date-time"))
                .addProperty(
                        "serverCode",
                        text("The licensing server's own code of the limit; with `machine-limit-reached` alone"))
                .addProperty(
                        "belongsIn",
                        text(
                                "The field in which the text belongs that was sent in another one, where that is certain; with"
                                        + " `invalid-request` and `license-file-malformed` alone"))
                .addProperty("seats", seats())
                .addProperty(
                        "holder",
                        text(
                                "Which license has the seat; with `fingerprint-taken` alone. `present-license`: it has a seat, which may be"
                                        + " the one in the way; deactivate it first."
                                        + " `present-license-blocked`: its key may not release the seat. `present-license-removed`: try"
                                        + " again in a minute. `present-license-offline`: it can't be asked. `earlier-license`: its seat is"
                                        + " not given back yet. `another-license`: it is not known here. `unknown`: the licensing server"
                                        + " gave no answer. Later versions may add more."));
    }

    private static Schema seats() {
        Schema seat = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("fingerprint", text("What the vendor knows the installation by"))
                .addProperty(
                        "name",
                        text("What the installation was named at the vendor; null where it was not")
                                .addType(SchemaType.NULL))
                .addProperty(
                        "lastCheckOut",
                        text("When it last fetched its certificate, in UTC; null for never")
                                .format("date-time")
                                .addType(SchemaType.NULL))
                .required(List.of("fingerprint", "name", "lastCheckOut"));
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description(
                        "Who has the seats; with `machine-limit-reached` alone, where the license key may list them")
                .addProperty(
                        "count",
                        OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .format("int32")
                                .description("How many seats are taken"))
                .addProperty(
                        "newest",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .maxItems(10)
                                .description(
                                        "At most ten of them, not always the newest of all; the one that was checked out last comes first")
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
