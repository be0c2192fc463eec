package com.optymyse.inspire.licensing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other services ask all day, as HTTP has it: tags, lists of them, nothing twice. */
@QuarkusTest
class EntitlementComponentTest extends LicensingTest {

    @TestHTTPResource("/")
    URI root;

    @Inject
    CachedResponses answers;

    private Api service;

    @BeforeEach
    void unlicensed() {
        service = new Api(Tokens.withoutRole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/entitlements", "/entitlements/SSO_SAML", "/entitlements?code=SSO_SAML", "/limits"})
    void get_anyAnswer_mayBeKeptButMustBeAskedFor(String path) {
        Response answer = service.request().get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).matches("\"[0-9a-f]{32}\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/entitlements", "/entitlements/SSO_SAML", "/entitlements?code=SSO_SAML", "/limits"})
    void get_tagKnown_notModifiedUntilItChanges(String path) {
        String tag = service.request().get(path).header("ETag");

        for (String known :
                new String[] {tag, "*", "W/" + tag, "\"other\", " + tag, "W/\"other\"," + tag + ", \"x\""}) {
            asked(path, known)
                    .statusCode(304)
                    .header("ETag", equalTo(tag))
                    .header("Cache-Control", equalTo("private, no-cache"))
                    .body(is(emptyString()));
        }
        asked(path, "\"other\", W/\"another\"").statusCode(200);

        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        asked(path, tag).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/entitlements", "/entitlements/SSO_SAML", "/entitlements?code=SSO_SAML", "/limits"})
    void head_anyAnswer_hasTheHeadOfGetAndNoBody(String path) {
        Response get = service.request().get(path);
        Response head = service.request().head(path);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asByteArray()).isEmpty();
        for (String name : new String[] {"ETag", "Cache-Control", "Content-Type"}) {
            assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
        }
        service.request()
                .header("If-None-Match", get.header("ETag"))
                .head(path)
                .then()
                .statusCode(304);
    }

    /** A tag is strong where the body is always the same, byte for byte; a compressed one is another. */
    @ParameterizedTest
    @ValueSource(strings = {"/entitlements", "/entitlements/SSO_SAML", "/entitlements?code=SSO_SAML", "/limits"})
    void get_compressedOrNot_tagsDifferAndEachIsKnown(String path) throws Exception {
        HttpResponse<byte[]> plain = ask(path, "identity", "\"other\"");
        HttpResponse<byte[]> compressed = ask(path, "gzip", "\"other\"");

        String tag = header(plain, "ETag");
        assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(compressed, "ETag")).isEqualTo("W/" + tag);
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.headers().allValues("Vary")).containsExactly("accept-encoding");
        assertThat(compressed.headers().allValues("Vary")).containsExactly("accept-encoding");
        for (String encoding : List.of("identity", "gzip")) {
            for (String known : List.of(tag, "W/" + tag)) {
                HttpResponse<byte[]> unchanged = ask(path, encoding, known);
                assertThat(unchanged.statusCode()).as(encoding + known).isEqualTo(304);
                assertThat(unchanged.headers().allValues("Vary")).containsExactly("accept-encoding");
            }
        }
    }

    @Test
    void head_unknownCode_notFound() {
        service.request().head("/entitlements/NO_SUCH_CODE").then().statusCode(404);
    }

    @Test
    void getByCode_codesInAnyForm_answeredAsByThePathUnlessThatIsNamedAsAmbiguous() {
        List<String> odd = List.of(
                "ZOOM", " MFA", "A+B", "A%2FB", "A?B#C;D", "\u00C4 \u65E5\u672C", "token", "stream", "LICENSED", "A/B");
        sandbox.change("DEMO-ENTERPRISE", Map.of("entitlements", odd));
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        String ambiguous = admin.get("/license")
                .body("problems.code", contains("entitlement-code-similar", "entitlement-code-ambiguous"))
                .extract()
                .path("problems[1].values.codes");

        for (String code : odd) {
            Response answer = service.request().queryParam("code", code).get("/entitlements");

            assertThat(answer.statusCode()).as(code).isEqualTo(200);
            assertThat(answer.<List<String>>path("entitlements.code")).containsExactly(code);
            assertThat(answer.<Boolean>path("entitlements[0].granted")).isTrue();
            assertThat(answer.<Boolean>path("licensed")).isTrue();
            assertThat(answer.<Object>path("limits"))
                    .isEqualTo(service.request().get("/limits").path("$"));
            if (List.of("token", "stream", "A/B").contains(code)) {
                assertThat(ambiguous).contains("'" + code + "' at /entitlements?code=");
            } else {
                Response byPath = service.request().get("/entitlements/{code}", code);
                assertThat(byPath.<Object>path("$")).as(code).isEqualTo(answer.path("entitlements[0]"));
            }
        }
        admin.get("/license").body("entitlements.find { it.code == 'MFA' }.granted", is(false));
        admin.post("/license/preview", Map.of("method", "online", "licenseKey", "DEMO-ENTERPRISE"))
                .body("problems.code", contains("entitlement-code-similar", "entitlement-code-ambiguous"));
    }

    @Test
    void getByCode_licenseRestricted_knownAndNotGranted() {
        sandbox.change("DEMO-ENTERPRISE", Map.of("entitlements", List.of("token")));
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.act("DEMO-ENTERPRISE", "suspend");
        admin.post("/license/revalidate").statusCode(200);

        service.get("/entitlements?code=token")
                .statusCode(200)
                .body("licensed", is(false))
                .body("entitlements.granted", contains(false));
    }

    @ParameterizedTest
    @CsvSource({"?code=, empty", "?code=%20, empty", "?code, empty", "?code=MFA&code=MFA, 2 codes"})
    void getByCode_noCodeOrSeveral_refusedAndNamed(String query, String says) {
        service.request()
                .urlEncodingEnabled(false)
                .get("/entitlements" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("field", equalTo("code"))
                .body("detail", containsString(says));
    }

    @Test
    void getByCode_unknownCode_notFound() {
        service.get("/entitlements?code=NO_SUCH_CODE").statusCode(404).body("code", equalTo("not-found"));
        service.get("/entitlements?code=mfa").statusCode(404);
    }

    @Test
    void get_askedAgain_isTheAnswerMadeBefore() {
        CachedResponse before = answers.now().all();
        service.get("/entitlements").statusCode(200);

        assertThat(answers.now().all()).isSameAs(before);

        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        assertThat(answers.now().all()).isNotSameAs(before);
    }

    private HttpResponse<byte[]> ask(String path, String encoding, String known) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                .header("Authorization", "Bearer " + Tokens.withoutRole())
                .header("Accept-Encoding", encoding)
                .header("If-None-Match", known)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private ValidatableResponse asked(String path, String known) {
        return service.request().header("If-None-Match", known).get(path).then();
    }
}
