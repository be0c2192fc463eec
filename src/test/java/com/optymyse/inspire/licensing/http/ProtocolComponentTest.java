package com.optymyse.inspire.licensing.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.RawRequest;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** HTTP/2, which is off where the API is and can't be told to be off on the management port. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class ProtocolComponentTest {

    @TestHTTPResource("/")
    URI server;

    @TestHTTPResource(value = "/health/live", management = true)
    URI live;

    @Test
    void http2_knownBefore_isNotSpoken() {
        try (RawRequest flood = ContinuationFlood.begin(server)) {
            assertThat(flood.readToTheEnd()).startsWith("HTTP/2.0 501 ");
        }
    }

    @Test
    void http2_upgradeAskedFor_answeredInHttp1() {
        String request = """
                GET /problems HTTP/1.1
                Host: localhost
                Connection: Upgrade, HTTP2-Settings, close
                Upgrade: h2c
                HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA

                """.replace("\n", "\r\n");
        try (RawRequest upgrade = RawRequest.begin(server, request)) {
            assertThat(upgrade.readUntil("\r\n")).isEqualTo("HTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    void managementPort_continuationFramesWithoutEnd_connectionIsClosed() {
        try (RawRequest flood = ContinuationFlood.begin(live)) {
            assertThat(flood.readToTheEnd()).contains(ContinuationFlood.CALM_DOWN);
        }
    }
}
