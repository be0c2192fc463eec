package com.optymyse.inspire.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the API description has to tell, whatever the operations are. */
class OpenApiDocumentTest {

    private static final String PROBLEM = "application/problem+json";

    private final OpenAPI document = new OpenAPIV3Parser().read("openapi/openapi.yaml");

    @Test
    void document_sandbox_absent() {
        assertThat(document.getPaths().keySet()).isNotEmpty().noneMatch(path -> path.contains("sandbox"));
    }

    @Test
    void operations_each_named() {
        List<Operation> operations = operations().toList();

        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.getSummary()).isNotBlank();
            assertThat(operation.getTags()).hasSize(1);
        });
        assertThat(operations)
                .extracting(Operation::getOperationId)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void bodies_each_haveAnExample() {
        assertThat(jsonBodies())
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body.getExamples()).isNotEmpty());
    }

    @Test
    void problems_each_shownByAnExampleThatExists() {
        Map<String, ?> examples = document.getComponents().getExamples();

        assertThat(contents().map(content -> content.get(PROBLEM)).filter(body -> body != null))
                .isNotEmpty()
                .allSatisfy(body -> {
                    assertThat(body.getSchema().get$ref()).isEqualTo("#/components/schemas/Problem");
                    assertThat(examples.keySet()).containsAll(body.getExamples().keySet());
                });
    }

    @Test
    void operation_forAdmins_tellsWhatIsRefused() {
        Operation status = document.getPaths().get("/license").getGet();

        assertThat(status.getResponses()).containsKeys("200", "401", "403", "406", "500");
        assertThat(status.getSecurity()).isNotEmpty();
    }

    @Test
    void problem_forAWhile_tellsItsHeader() {
        Operation status = document.getPaths().get("/license").getGet();

        assertThat(status.getResponses().get("503").getHeaders()).containsKey("Retry-After");
        assertThat(status.getResponses().get("401").getHeaders()).isNull();
    }

    @Test
    void operation_withBody_tellsWhatIsRefused() {
        Operation activate = document.getPaths().get("/license/activate").getPost();

        assertThat(activate.getResponses()).containsKeys("400", "401", "403", "413", "415", "422", "502", "503");
    }

    @Test
    void operation_public_needsNoToken() {
        Operation problems = document.getPaths().get("/problems").getGet();

        assertThat(problems.getResponses()).containsKeys("200").doesNotContainKeys("401", "403");
        assertThat(problems.getSecurity()).isNullOrEmpty();
    }

    @Test
    void schema_ofAnAnswer_saysWhatIsAlwaysThereAndWhatCanBeNull() {
        Schema<?> answer = schema("LicenseAnswer");
        Schema<?> until = answer.getProperties().get("until");

        assertThat(answer.getRequired())
                .contains("licensed", "until", "license")
                .doesNotContain("release");
        assertThat(until.getNullable()).isTrue();
        assertThat(answer.getProperties().get("standing").getNullable()).isNull();
    }

    @Test
    void schema_ofAGenericAnswer_complete() {
        assertThat(schema("ChangeLimits").getRequired()).containsExactlyInAnyOrder("before", "after");
    }

    @Test
    void schema_ofAProblem_leavesOutWhatIsNotThere() {
        assertThat(schema("Problem").getRequired())
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "client", "code");
    }

    private Schema<?> schema(String name) {
        return document.getComponents().getSchemas().get(name);
    }

    private Stream<Operation> operations() {
        return document.getPaths().values().stream().flatMap(path -> path.readOperations().stream());
    }

    private Stream<Content> contents() {
        return operations()
                .flatMap(operation -> operation.getResponses().values().stream())
                .map(response -> response.getContent())
                .filter(content -> content != null);
    }

    private Stream<MediaType> jsonBodies() {
        Stream<Content> requests = operations()
                .map(Operation::getRequestBody)
                .filter(body -> body != null)
                .map(body -> body.getContent());
        return Stream.concat(requests, contents())
                .map(content -> content.get("application/json"))
                .filter(body -> body != null);
    }
}
