package com.optymyse.inspire.licensing.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class ProblemPageComponentTest {

    /** What a browser sends. */
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    static Stream<ProblemType> types() {
        return Stream.concat(ProblemTypes.all().stream(), LicensingProblemTypes.all().stream());
    }

    @ParameterizedTest
    @MethodSource("types")
    void problem_anyCode_pageWithCauseAndFix(ProblemType type) {
        String page = given().accept(BROWSER)
                .get("/problems/" + type.code())
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .extract()
                .htmlPath()
                .getString("html.body.main.text()");

        assertThat(page).contains(type.title(), type.code(), type.cause()).doesNotContain("{");
        assertThat(page.contains("HTTP status")).isEqualTo(type.status() != null);
    }

    @ParameterizedTest
    @MethodSource("types")
    void problem_anyCodeAsJson_sameText(ProblemType type) {
        given().accept(ContentType.JSON)
                .get("/problems/" + type.code())
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("type", equalTo("/problems/" + type.code()))
                .body("code", equalTo(type.code()))
                .body("status", equalTo(type.status()))
                .body("title", equalTo(type.title()))
                .body("cause", equalTo(type.cause()))
                .body("fix", not(containsString("{")));
    }

    @Test
    void problem_noRefusal_noStatusInItsJson() {
        given().accept(ContentType.JSON).get("/problems/limit-missing").then().body("$", not(hasKey("status")));
    }

    @Test
    void problems_asPage_bothKindsAreLinked() {
        given().get("/problems")
                .then()
                .body(containsString("problems/license-expired\""))
                .body(containsString("problems/limit-missing\""));
    }

    @Test
    void problems_asJson_all() {
        given().accept(ContentType.JSON)
                .get("/problems")
                .then()
                .statusCode(200)
                .body("code", hasSize(RefusalCode.values().length + ProblemCode.values().length));
    }

    @Test
    void problem_contacts_named() {
        given().accept(ContentType.JSON)
                .get("/problems/machine-limit-reached")
                .then()
                .body("fix", containsString("ask Optymyse support to release its seat"))
                .body("fix", containsString("contact your Optymyse account manager"));
    }

    @ParameterizedTest
    @CsvSource({
        "/problems,           problems.css,       problems/license-expired",
        "/problems/,          ../problems.css,    ../problems/license-expired",
        "/problems/starting,  ../problems.css,    ../problems",
        "/problems/starting/, ../../problems.css, ../../problems"
    })
    void page_anywhere_linksThatSurviveAPathOfAProxy(String address, String style, String link) {
        given().get(address)
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .body(containsString("href=\"" + style + "\""))
                .body(containsString("href=\"" + link + "\""));
    }

    @Test
    void page_headers_allowItsStyleAndNothingElse() {
        ValidatableResponse page = given().get("/problems").then();

        page.header("Content-Security-Policy", containsString("default-src 'none'; style-src 'self'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Cache-Control", "max-age=3600")
                .body(not(containsString("style=")))
                .body(not(containsString("<script")));
        // Compression has one of its own.
        assertThat(page.extract().headers().getValues("Vary")).contains("Accept");
        given().get("/problems.css").then().statusCode(200).contentType("text/css");
    }

    @Test
    void page_staleToken_stillShown() {
        given().auth().oauth2("stale").get("/problems/unauthorized").then().statusCode(200);
    }
}
