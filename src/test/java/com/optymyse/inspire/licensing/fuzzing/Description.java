package com.optymyse.inspire.licensing.fuzzing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stored description of the API. */
final class Description {

    static final String STORED = "openapi/openapi.yaml";

    private static final String STATES = "/entitlements/stream";
    /** Its answers are the data of the events of {@link #STATES}. */
    private static final String STATE = "/entitlements";

    private final List<Described> operations = read(true).getPaths().entrySet().stream()
            .flatMap(path -> path.getValue().readOperationsMap().entrySet().stream()
                    .map(operation -> new Described(path.getKey(), operation.getKey(), operation.getValue())))
            .toList();
    private final OpenApiInteractionValidator validator =
            OpenApiInteractionValidator.createFor(read(false)).build();

    List<Described> operations() {
        return operations;
    }

    /** The operation of a path as the description writes it, as in {@code /entitlements/{code}}. */
    Described operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().name().equals(method)
                        && operation.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** What is wrong with an answer, by the description of the operation that gave it. */
    Stream<String> complaints(Described operation, Answer answer) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        if (!answer.mediaType().isEmpty()) {
            response.withContentType(answer.mediaType());
        }
        if (!answer.body().isEmpty()) {
            response.withBody(answer.body());
        }
        return Stream.concat(
                answer.isStream() ? complaintsOfEvents(operation, answer) : Stream.empty(),
                complaints(operation, response.build()));
    }

    /** OpenAPI 3.0 has no words for events. What the data of one is, the operation describes; or else its example shows it. */
    private Stream<String> complaintsOfEvents(Described operation, Answer answer) {
        if (answer.events().isEmpty()) {
            return Stream.of("The stream begins without an event.");
        }
        return answer.events().stream()
                .flatMap(data -> operation.path().equals(STATES)
                        ? complaints(
                                operation("GET", STATE),
                                SimpleResponse.Builder.ok()
                                        .withContentType("application/json")
                                        .withBody(data)
                                        .build())
                        : Stream.of(data)
                                .map(Description::form)
                                .filter(form -> !form.equals(form(operation.exampleEvent())))
                                .map(form -> "An event has the fields " + form + "."));
    }

    /** The fields of an object, and what kind of value each has. */
    private static Map<String, JsonNodeType> form(String json) {
        try {
            return new JsonMapper()
                    .readTree(json).properties().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, field -> field.getValue().getNodeType()));
        } catch (JsonProcessingException noJson) {
            return Map.of();
        }
    }

    private Stream<String> complaints(Described operation, SimpleResponse response) {
        return validator
                .validateResponse(
                        operation.path(),
                        Request.Method.valueOf(operation.method().name()),
                        response)
                .getMessages()
                .stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(ValidationReport.Message::getMessage);
    }

    private static OpenAPI read(boolean resolved) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(resolved);
        return new OpenAPIV3Parser().read(STORED, null, options);
    }
}
