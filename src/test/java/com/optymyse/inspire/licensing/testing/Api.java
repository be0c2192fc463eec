package com.optymyse.inspire.licensing.testing;

import static io.restassured.RestAssured.given;

import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The service's API as an admin uses it, without compression: tags of answers are the plain ones. */
public final class Api {

    private static final RestAssuredConfig PLAIN = RestAssuredConfig.config()
            .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

    private final String token;
    private final Map<String, String> headers;

    public Api(String token) {
        this(token, Map.of());
    }

    private Api(String token, Map<String, String> headers) {
        this.token = token;
        this.headers = headers;
    }

    /** The same, with requests that have this id. */
    public Api named(String requestId) {
        return new Api(token, Map.of("X-Request-Id", requestId));
    }

    public RequestSpecification request() {
        return given().config(PLAIN).auth().oauth2(token).headers(headers).contentType(ContentType.JSON);
    }

    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    /** The license as GET /license tells it, but for the time and the last entry of the history: equal as long as it is the same. */
    public String license() {
        return get("/license")
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("\"now\":\"[^\"]+\",|\"trail\":\\d+", "");
    }

    public ValidatableResponse post(String path) {
        return request().post(path).then();
    }

    public ValidatableResponse post(String path, Object body) {
        return request().body(body).post(path).then();
    }

    public ValidatableResponse activate(String key) {
        return post("/license/activate", Map.of("method", "online", "licenseKey", key));
    }

    public ValidatableResponse activate(String key, String file) {
        return post("/license/activate", Map.of("method", "offline", "licenseKey", key, "licenseFile", file));
    }
}
