package com.optymyse.inspire.licensing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The API description as the service gives it, and the page to explore it. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class OpenApiComponentTest {

    private static final Path COMMITTED = Path.of("openapi/openapi.yaml");

    /** The one difference: it is read where it is served, which may be behind a path. */
    private static final String SERVED_AT = "servers:\n- url: ..\n";

    @Test
    void document_served_isTheCommittedOne() throws IOException {
        String served =
                given().get("/q/openapi").then().statusCode(200).extract().asString();

        assertThat(served).containsOnlyOnce(SERVED_AT);
        assertThat(served.replace(SERVED_AT, "servers:\n- url: /\n"))
                .as("The API has changed. If that is meant, do as openapi/README.md says.")
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void swaggerUi_page_keepsNoTokenAndCantBeFramed() {
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", "frame-ancestors 'none'")
                .body(containsString("persistAuthorization: false"))
                .body(containsString("'../openapi'"));
    }

    /** Right behind the path of a proxy, too, which the service does not know. */
    @Test
    void swaggerUi_withoutSlash_leadsToTheOneWithIt() {
        given().redirects()
                .follow(false)
                .get("/q/swagger-ui")
                .then()
                .statusCode(302)
                .header("Location", "swagger-ui/");
    }
}
