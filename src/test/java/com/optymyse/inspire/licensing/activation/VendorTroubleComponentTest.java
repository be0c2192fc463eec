package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.OtherSettings;
import com.optymyse.inspire.licensing.testing.RawRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With HTTP/2. A call that is not answered has a second; all else has production's deadlines, which need not elapse here. */
@QuarkusTest
@TestProfile(OtherSettings.class)
@Tag("thorough")
class VendorTroubleComponentTest extends VendorTroubleContract {

    private static final Duration SHORT = Duration.ofSeconds(1);

    /** Longer than a deactivation waits for it. */
    private static final Duration TOO_LATE = Duration.ofSeconds(4);

    @Inject
    CallLimits limits;

    @Inject
    Vertx vertx;

    VendorTroubleComponentTest() {
        super(Duration.ofMillis(350));
    }

    @AfterEach
    void noLimits() {
        limits.reset();
    }

    @Override
    void hangOnTheSecondValidation() {
        limits.limitAfter(1, "validate", SHORT);
        super.hangOnTheSecondValidation();
    }

    @Override
    void fault(String mode, String on) {
        if (mode.equals("late") && on.equals("delete")) {
            fault(mode, on, TOO_LATE);
            return;
        }
        if (!mode.equals("late")) {
            limits.limit(on, SHORT);
        }
        super.fault(mode, on);
    }

    @Override
    String answerTo(RawRequest request) {
        try (request) {
            return request.readToTheEnd();
        }
    }

    @Test
    void revalidate_http2_isAnswered() throws Exception {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        fault("late", "");
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
        RequestOptions revalidation = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(server.getHost())
                .setPort(server.getPort())
                .setURI("/license/revalidate")
                .putHeader("Authorization", "Bearer " + token);
        try {
            HttpClientResponse answer = client.request(revalidation)
                    .compose(request -> request.send())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(1, TimeUnit.MINUTES);

            assertThat(answer.version()).isEqualTo(HttpVersion.HTTP_2);
            assertThat(answer.statusCode()).isEqualTo(200);
        } finally {
            client.close();
        }
    }
}
