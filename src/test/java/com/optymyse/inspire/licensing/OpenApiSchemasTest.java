package com.optymyse.inspire.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API description has to say of each field, parameter and header, whatever they are. */
class OpenApiSchemasTest {

    private static final String REFERENCE = "#/components/schemas/";
    private static final Pattern MOMENT = Pattern.compile("(at|since|until|.*At)");
    private static final Pattern DURATION = Pattern.compile("(?i).*(sec|delay|pause|timeout|period|duration)s?");
    private static final Pattern UNIT = Pattern.compile("(?i).*\\b(milliseconds|seconds|minutes|hours|days)\\b.*");
    /** Fields whose values may become more. */
    private static final Pattern OPEN = Pattern.compile("code|reason|outcome|action|if|state|holder");
    /** OFREP's own word, of which this service uses one, and whose meaning says so. */
    private static final Set<String> ALWAYS_THE_SAME = Set.of("Evaluation.reason", "Flag.reason");
    /** What an event carries: OpenAPI 3.0 has no place in a stream that could refer to it. */
    private static final String IN_EVENTS = "Notification";

    private final OpenAPI document = new OpenAPIV3Parser().read("openapi/openapi.yaml");

    /** A field of a schema by a name for messages. */
    private record Field(String owner, String name, Schema<?> schema) {

        String text() {
            return Objects.requireNonNullElse(schema.getDescription(), "");
        }

        @Override
        public String toString() {
            return owner + "." + name;
        }
    }

    @Test
    void schemas_each_haveAMeaning() {
        assertThat(schemas().entrySet())
                .isNotEmpty()
                .allSatisfy(schema -> assertThat(schema.getValue().getDescription())
                        .as(schema.getKey())
                        .isNotBlank());
    }

    /** A field that is another schema means what that schema does. */
    @Test
    void fields_each_haveAMeaning() {
        assertThat(fields()).isNotEmpty().allSatisfy(field -> {
            String reference = field.schema().get$ref();
            String meaning = reference == null
                    ? field.text()
                    : schemas().get(reference.substring(REFERENCE.length())).getDescription();
            assertThat(meaning).as(field.toString()).isNotBlank();
        });
    }

    @Test
    void fields_thatAreMoments_haveFormatAndTimeZone() {
        assertThat(fields().filter(OpenApiSchemasTest::isMoment))
                .hasSizeGreaterThan(10)
                .allSatisfy(field -> {
                    assertThat(field.schema().getFormat()).as(field.toString()).isEqualTo("date-time");
                    assertThat(field.text()).as(field.toString()).contains("UTC");
                });
    }

    @Test
    void fields_thatAreNumbers_haveFormatAndUnit() {
        List<Field> numbers = fields().filter(
                        field -> "integer".equals(field.schema().getType()))
                .toList();

        assertThat(numbers)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.schema().getFormat())
                        .as(field.toString())
                        .isIn("int32", "int64"));
        assertThat(numbers.stream()
                        .filter(field -> DURATION.matcher(field.name()).matches()))
                .isNotEmpty()
                .allSatisfy(
                        field -> assertThat(field.text()).as(field.toString()).matches(UNIT));
        assertThat(fields().filter(field -> field.owner().equals("Limits")))
                .hasSize(3)
                .allSatisfy(limit -> assertThat(limit.text()).contains("The number of", "-1 means unlimited"));
    }

    @Test
    void fields_ofOpenSets_nameTheirPresentValues() {
        assertThat(fields().filter(field ->
                        OPEN.matcher(field.name()).matches() && !ALWAYS_THE_SAME.contains(field.toString())))
                .hasSizeGreaterThan(12)
                .allSatisfy(field -> {
                    assertThat(field.schema().getEnum()).as(field.toString()).isNull();
                    assertThat(field.text()).as(field.toString()).contains("`", "Later versions may add more");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "LicenseAnswer.standing, licensed grace restricted unlicensed",
        "EntitlementsAnswer.standing, licensed grace restricted unlicensed",
        "Metadata.standing, licensed grace restricted unlicensed",
        "Coming.standing, licensed grace restricted unlicensed",
        "Entry.standing, licensed grace restricted unlicensed null",
        "Details.status, active expired suspended",
        "Details.validationMode, online offline",
        "Installation.trust, built-in configured",
        "LicenseAnswer.release, completed pending not-possible",
        "Notification.type, refetchEvaluation",
        "OnlineActivation.method, online",
        "OfflineActivation.method, offline"
    })
    void fields_ofClosedSets_nameAllValues(String name, String values) {
        assertThat(fields().filter(field -> field.toString().equals(name)))
                .singleElement()
                .satisfies(field -> assertThat(field.schema().getEnum().stream().map(String::valueOf))
                        .containsExactly(values.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({"action, `activate`", "outcome, `refused`"})
    void parameters_ofTheHistory_nameTheirPresentValues(String name, String value) {
        assertThat(operations()
                        .flatMap(operation -> Stream.ofNullable(operation.getParameters()))
                        .flatMap(Collection::stream)
                        .filter(parameter -> parameter.getName().equals(name)))
                .singleElement()
                .satisfies(parameter ->
                        assertThat(parameter.getDescription()).contains(value, "Later versions may add more"));
    }

    @Test
    void parameters_each_haveAMeaning() {
        assertThat(operations()
                        .flatMap(operation -> Stream.ofNullable(operation.getParameters()))
                        .flatMap(Collection::stream))
                .isNotEmpty()
                .extracting(Parameter::getDescription)
                .allSatisfy(description -> assertThat(description).isNotBlank());
    }

    @Test
    void headers_each_haveMeaningAndType() {
        assertThat(operations()
                        .flatMap(operation -> operation.getResponses().values().stream())
                        .flatMap(response -> Stream.ofNullable(response.getHeaders()))
                        .flatMap(headers -> headers.entrySet().stream()))
                .isNotEmpty()
                .allSatisfy(header -> {
                    Header described = header.getValue();
                    assertThat(described.getDescription()).as(header.getKey()).isNotBlank();
                    assertThat(described.getSchema().getType())
                            .as(header.getKey())
                            .isNotBlank();
                    if (header.getKey().equals("Retry-After")) {
                        assertThat(described.getDescription()).contains("Seconds");
                    }
                });
    }

    @Test
    void operations_withATag_takeItAndTellThatItHolds() {
        assertThat(operations().filter(OpenApiSchemasTest::hasTag))
                .hasSizeGreaterThan(5)
                .allSatisfy(operation -> {
                    assertThat(operation.getParameters())
                            .anyMatch(parameter -> parameter.getIn().equals("header")
                                    && parameter.getName().equals("If-None-Match"));
                    assertThat(operation.getResponses()).containsKey("304");
                });
    }

    @Test
    void errors_ofOfrep_areTyped() {
        Map<String, ApiResponse> errors = new TreeMap<>();
        document.getPaths().forEach((path, operations) -> {
            if (path.startsWith("/ofrep/")) {
                operations
                        .readOperationsMap()
                        .forEach((method, operation) -> operation
                                .getResponses()
                                .forEach((status, response) ->
                                        errors.put(path + " " + method + " " + status, response)));
            }
        });
        errors.keySet().removeIf(name -> name.matches(".* [123][0-9X]{2}"));

        assertThat(errors)
                .containsKeys(
                        "/ofrep/v1/evaluate/flags POST 400",
                        "/ofrep/v1/evaluate/flags/{key} POST 404",
                        "/ofrep/v1/events GET 429")
                .allSatisfy((name, error) -> {
                    assertThat(error.getContent()).as(name).containsOnlyKeys("application/json");
                    assertThat(error.getContent()
                                    .get("application/json")
                                    .getSchema()
                                    .get$ref())
                            .as(name)
                            .isEqualTo(REFERENCE + "OfrepError");
                });
    }

    @Test
    void schemas_each_areReferredTo() throws IOException {
        String text = Files.readString(Path.of("openapi/openapi.yaml"));

        assertThat(schemas().keySet().stream().filter(name -> !text.contains('"' + REFERENCE + name + '"')))
                .containsExactly(IN_EVENTS);
        assertThat(document.getPaths().get("/ofrep/v1/events").getGet().getDescription())
                .contains('`' + IN_EVENTS + '`');
    }

    /** Anything may be left out of the context of an evaluation, and be null. */
    @ParameterizedTest
    @CsvSource({"EvaluationRequest, context", "Context, targetingKey"})
    void schemas_ofRequests_requireNothingThatMayBeAbsent(String name, String field) {
        Schema<?> property = schemas().get(name).getProperties().get(field);

        assertThat(schemas().get(name).getRequired()).isNull();
        assertThat(
                        property.getAnyOf() == null
                                ? property.getNullable()
                                : property.getAnyOf().getLast().getNullable())
                .isTrue();
    }

    @Test
    void flags_amongAll_haveNoMetadataAndTheSetHasAllOfIt() {
        Schema<?> metadata = schemas().get("Flag").getProperties().get("metadata");

        assertThat(schemas().get("Metadata").getRequired()).containsExactlyInAnyOrder("standing", "revision");
        assertThat(schemas().get("Flag").getRequired()).contains("metadata").doesNotContain("variant");
        assertThat(metadata.getMaxProperties()).isZero();
    }

    /** Whoever sends too much of them does so before the service knows what is asked for. */
    @Test
    void operations_each_tellThatHeadersMayBeTooLarge() {
        assertThat(operations())
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.getResponses())
                        .as(operation.getOperationId())
                        .containsKey("431"));
    }

    @Test
    void errors_thatAreOverAfterAWhile_sayWhen() {
        assertThat(operations()
                        .flatMap(operation -> operation.getResponses().entrySet().stream())
                        .filter(response -> Set.of("429", "503").contains(response.getKey())))
                .hasSizeGreaterThan(10)
                .allSatisfy(response -> assertThat(response.getValue().getHeaders())
                        .as(response.getValue().getDescription())
                        .containsKey("Retry-After"));
    }

    @Test
    void errors_each_haveAType() {
        assertThat(operations()
                        .flatMap(operation -> operation.getResponses().entrySet().stream())
                        .filter(response -> response.getKey().compareTo("400") >= 0))
                .isNotEmpty()
                .allSatisfy(response -> assertThat(response.getValue().getContent())
                        .as(response.getKey() + " " + response.getValue().getDescription())
                        .isNotEmpty());
    }

    @Test
    void activation_isOneOfTwo_byItsMethod() {
        Schema<?> body = schemas().get("ActivationRequest");

        assertThat(body.getOneOf())
                .extracting("$ref")
                .containsExactly(REFERENCE + "OnlineActivation", REFERENCE + "OfflineActivation");
        assertThat(body.getProperties()).isNull();
        assertThat(body.getDiscriminator().getPropertyName()).isEqualTo("method");
        assertThat(body.getDiscriminator().getMapping())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("online", REFERENCE + "OnlineActivation", "offline", REFERENCE + "OfflineActivation"));
        assertThat(schemas().get("OnlineActivation").getRequired()).containsExactlyInAnyOrder("method", "licenseKey");
        assertThat(schemas().get("OfflineActivation").getRequired())
                .containsExactlyInAnyOrder("method", "licenseKey", "licenseFile");
    }

    private static boolean isMoment(Field field) {
        boolean named = "string".equals(field.schema().getType())
                && MOMENT.matcher(field.name()).matches();
        return named || "date-time".equals(field.schema().getFormat());
    }

    private static boolean hasTag(Operation operation) {
        return Optional.ofNullable(operation.getResponses().get("200").getHeaders())
                .map(headers -> headers.containsKey("ETag"))
                .orElse(false);
    }

    private Map<String, Schema<?>> schemas() {
        Map<String, Schema<?>> schemas = new TreeMap<>();
        document.getComponents().getSchemas().forEach(schemas::put);
        return schemas;
    }

    private Stream<Field> fields() {
        return schemas().entrySet().stream().flatMap(schema -> fields(schema.getKey(), schema.getValue()));
    }

    private static Stream<Field> fields(String owner, Schema<?> schema) {
        return Optional.ofNullable(schema.getProperties()).map(Map::keySet).stream()
                .flatMap(Set::stream)
                .map(name -> new Field(owner, name, schema.getProperties().get(name)));
    }

    private Stream<Operation> operations() {
        return document.getPaths().values().stream().flatMap(path -> path.readOperations().stream());
    }
}
