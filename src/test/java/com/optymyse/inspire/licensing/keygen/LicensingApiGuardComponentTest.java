package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.incident.Incidents;
import com.optymyse.inspire.licensing.keygen.StubServer.Reply;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicenseDescription;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings that would leak keys or break signatures have no effect on the client. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class LicensingApiGuardComponentTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final LicenseKey KEY = new LicenseKey(ScriptedServer.KEY);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Inject
    Incidents incidents;

    @Inject
    ServerRoute route;

    private final TestVendor vendor = new TestVendor();
    private final ScriptedServer script = new ScriptedServer(vendor, NOW);
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord message) {
            logged.add(message.getLoggerName() + " " + message.getMessage() + " "
                    + List.of(message.getParameters() == null ? new Object[0] : message.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final List<Logger> talkative = Stream.of(
                    "io.netty.handler.logging", "org.jboss.resteasy.reactive.client", "com.optymyse")
            .map(Logger::getLogger)
            .toList();

    @BeforeEach
    void listen() {
        log.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(log);
        talkative.forEach(logger -> logger.setLevel(Level.ALL));
    }

    @AfterEach
    void stopListening() {
        talkative.forEach(logger -> logger.setLevel(null));
        Logger.getLogger("").removeHandler(log);
    }

    @Test
    void onNewClient_everythingLogged_showsNoKey() {
        try (StubServer stub = new StubServer(script::good)) {
            KeygenLicensingServer server = server(stub);

            CallResult<ValidationResult> validation = server.validate(KEY, ScriptedServer.FINGERPRINT, deadline())
                    .await()
                    .atMost(LONGEST);
            CallResult<MachineCheckOut> checkOut = server.checkOut(KEY, ScriptedServer.FINGERPRINT, deadline())
                    .await()
                    .atMost(LONGEST);

            assertThat(List.of(validation, checkOut)).hasOnlyElementsOfType(CallResult.Signed.class);
            assertThat(logged)
                    .noneMatch(line -> line.contains(KEY.value()))
                    // Dumps of the traffic would show the key cut into lines.
                    .noneMatch(line -> line.startsWith("io.netty.handler.logging"))
                    .noneMatch(line -> line.startsWith("org.jboss.resteasy.reactive.client.logging"));
        }
    }

    @Test
    void onNewClient_compressionAndRedirectsAskedFor_doesNeither() {
        try (StubServer elsewhere = new StubServer(script::good);
                StubServer stub = new StubServer(request ->
                        Reply.of(307, Map.of("Location", List.of(elsewhere.url() + request.target())), new byte[0]))) {
            CallResult<LicenseDescription> response =
                    server(stub).describe(KEY, deadline()).await().atMost(LONGEST);

            assertThat(response).isInstanceOf(CallResult.Failed.class);
            assertThat(elsewhere.received()).isEmpty();
            assertThat(stub.received())
                    .singleElement()
                    .satisfies(request -> assertThat(request.headers())
                            .containsEntry("Connection", "close")
                            .doesNotContainKey("Accept-Encoding"));
        }
    }

    /** A client made with every setting that it must not obey. */
    private KeygenLicensingServer server(StubServer stub) {
        LicensingApi careless = QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create(LicensingApi.NOWHERE))
                .loggingScope(LoggingScope.ALL)
                .followRedirects(true)
                .enableCompression(true)
                .disableDefaultMapper(false)
                .build(LicensingApi.class);
        return new KeygenLicensingServer(
                careless,
                TestSettings.at(stub.url()),
                vendor.anchors(),
                route,
                new TestServerNotes(NOW),
                Clock.fixed(NOW, ZoneOffset.UTC),
                incidents);
    }

    private static Deadline deadline() {
        return Deadline.after(LONGEST);
    }
}
