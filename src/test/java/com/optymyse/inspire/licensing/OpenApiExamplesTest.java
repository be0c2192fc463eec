package com.optymyse.inspire.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the API description are what its schemas say. */
class OpenApiExamplesTest {

    private static final String STORED = "openapi/openapi.yaml";
    private static final String SCHEMA = "#/components/schemas/";
    private static final String EXAMPLE = "#/components/examples/";

    private final OpenAPI document = new OpenAPIV3Parser().read(STORED);
    private final JsonNode text = read();
    private final SchemaValidator validator = new SchemaValidator(document, new MessageResolver());

    private record Example(String where, String value, Schema<?> schema) {}

    @Test
    void examples_ofBodies_fitTheirSchemas() {
        assertThat(examples())
                .hasSizeGreaterThan(100)
                .allSatisfy(example -> assertThat(complaints(example))
                        .as(example.where() + ": " + example.value())
                        .isEmpty());
    }

    @Test
    void examples_ofFields_fitTheirFields() {
        List<Example> examples = text.at("/components/schemas").properties().stream()
                .flatMap(schema -> schema.getValue().path("properties").properties().stream()
                        .filter(field -> field.getValue().has("example"))
                        .map(field -> new Example(
                                schema.getKey() + "." + field.getKey(),
                                field.getValue().get("example").toString(),
                                (Schema<?>) document.getComponents()
                                        .getSchemas()
                                        .get(schema.getKey())
                                        .getProperties()
                                        .get(field.getKey()))))
                .toList();

        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(example ->
                        assertThat(complaints(example)).as(example.where()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"~1entitlements~1stream, licensed, EntitlementsAnswer", "~1ofrep~1v1~1events, changed, Notification"})
    void example_ofAStream_hasTheDataThatItsEventsHave(String path, String name, String schema) {
        String events = text.at("/paths/" + path + "/get/responses/200/content/text~1event-stream/examples")
                .path(name)
                .path("value")
                .asText();

        assertThat(events.lines().filter(line -> line.startsWith("data: ")))
                .singleElement()
                .satisfies(line -> assertThat(
                                complaints(new Example(path, line.substring("data: ".length()), schema(schema))))
                        .isEmpty());
    }

    /** The judge of these tests can tell. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Limits            | {"maxDisplays": 1, "maxAgiles": 1}
            Limits            | {"maxDisplays": "1", "maxAgiles": 1, "aiCreditsPerMonth": 1}
            Limits            | {"maxDisplays": -2, "maxAgiles": 1, "aiCreditsPerMonth": 1}
            Notification      | {"type": "reload", "etag": "x"}
            Notification      | {"type": "refetchEvaluation"}
            ActivationRequest | {"method": "online"}
            ActivationRequest | {"licenseKey": "k"}
            ActivationRequest | {"method": "by-post", "licenseKey": "k"}
            ActivationRequest | {"method": "offline", "licenseKey": "k"}
            """)
    void complaints_aBodyThatDoesNotFit_some(String schema, String body) {
        assertThat(complaints(new Example("planted", body, schema(schema)))).isNotEmpty();
    }

    private Stream<Example> examples() {
        return text.at("/paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .flatMap(operation -> Stream.concat(
                                        Stream.of(operation.getValue().path("requestBody")),
                                        operation.getValue().path("responses").valueStream())
                                .flatMap(body -> body.path("content").valueStream())
                                .flatMap(body -> examples(operation.getKey() + " " + path.getKey(), body))));
    }

    private Stream<Example> examples(String where, JsonNode body) {
        String reference =
                body.at("/schema/$ref").asText(body.at("/schema/items/$ref").asText());
        boolean many = body.path("schema").has("items");
        return body.path("examples").properties().stream()
                .filter(example -> !reference.isEmpty())
                .flatMap(example -> {
                    JsonNode value = resolved(example.getValue()).get("value");
                    return (many ? value.valueStream() : Stream.of(value))
                            .map(one -> new Example(
                                    where + " " + example.getKey(),
                                    one.toString(),
                                    schema(reference.substring(SCHEMA.length()))));
                });
    }

    private JsonNode resolved(JsonNode example) {
        return Optional.ofNullable(example.get("$ref"))
                .map(reference ->
                        text.at("/components/examples").path(reference.asText().substring(EXAMPLE.length())))
                .orElse(example);
    }

    private Schema<?> schema(String name) {
        return document.getComponents().getSchemas().get(name);
    }

    private List<String> complaints(Example example) {
        return validator.validate(example.value(), example.schema(), "body").getMessages().stream()
                .filter(message -> message.getLevel() != ValidationReport.Level.IGNORE)
                .map(ValidationReport.Message::getMessage)
                .toList();
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Path.of(STORED).toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
