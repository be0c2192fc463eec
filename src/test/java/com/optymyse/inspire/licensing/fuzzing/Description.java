package com.optymyse.inspire.licensing.fuzzing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.List;
import java.util.stream.Stream;

/** The stored description of the API. */
final class Description {

    static final String STORED = "openapi/openapi.yaml";

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
        if (answer.isStream()) {
            response.withBody("its beginning");
        } else if (!answer.body().isEmpty()) {
            response.withBody(answer.body());
        }
        return validator
                .validateResponse(
                        operation.path(),
                        Request.Method.valueOf(operation.method().name()),
                        response.build())
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
