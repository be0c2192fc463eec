package com.optymyse.inspire.licensing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.OtherSettings;
import com.optymyse.inspire.licensing.testing.RawRequest;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What arrives of a request after it was answered for being slow begins nothing. */
@QuarkusTest
@TestProfile(OtherSettings.class)
@Tag("thorough")
class LastBytesComponentTest {

    private static final String BODY = "{\"method\":\"online\",\"licenseKey\":\"DEMO-STARTER\"";
    private static final String LAST = "}";

    SandboxControl sandbox;

    @Inject
    FreshInstallation installation;

    @Inject
    Vertx vertx;

    @TestHTTPResource("/")
    URI server;

    private String token;

    @BeforeEach
    void unlicensed() {
        sandbox.reset();
        installation.begin();
        token = sandbox.token("Admin");
    }

    @Test
    void activate_lastByteAfterTheAnswer_beginsNothing() {
        String head = "POST /license/activate HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + (BODY + LAST).length() + "\r\n\r\n";
        try (RawRequest request = RawRequest.begin(server, head + BODY)) {
            assertThat(request.readUntil("}")).startsWith("HTTP/1.1 408 ");
            assertThat(request.send(LAST)).isTrue();
            request.readToTheEnd();
        }

        assertNothingBegan();
    }

    @Test
    void activate_lastByteAfterTheAnswerOverHttp2_beginsNothing() throws Exception {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(server.getHost())
                .setPort(server.getPort())
                .setURI("/license/activate")
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Content-Type", "application/json");
        try {
            int status = client.request(options)
                    .compose(request -> {
                        request.setChunked(true).write(BODY);
                        return request.response()
                                .compose(response -> response.body()
                                        .compose(answer -> request.end(LAST))
                                        .map(sent -> response.statusCode()));
                    })
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(1, TimeUnit.MINUTES);

            assertThat(status).isEqualTo(408);
        } finally {
            client.close();
        }

        assertNothingBegan();
    }

    /** An activation that had begun would be before this one, which waits for it. */
    private void assertNothingBegan() {
        Api admin = new Api(token);
        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        admin.get("/license/history").body("entries.action", contains("activate"));
    }
}
