package com.optymyse.inspire.licensing.keygen;

import static com.optymyse.inspire.licensing.keygen.ScriptedServer.FINGERPRINT;
import static com.optymyse.inspire.licensing.keygen.ScriptedServer.LICENSE;
import static com.optymyse.inspire.licensing.keygen.ScriptedServer.MACHINE;
import static com.optymyse.inspire.licensing.keygen.ScriptedServer.MACHINE_FILE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.incident.Incidents;
import com.optymyse.inspire.licensing.keygen.StubServer.Received;
import com.optymyse.inspire.licensing.keygen.StubServer.Reply;
import com.optymyse.inspire.licensing.keygen.StubServer.Script;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.CallResult.Cause;
import com.optymyse.inspire.licensing.licensingserver.CheckInResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicenseDescription;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.MachineCreation;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter against a server that does everything a server, a proxy or a forger may do. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class KeygenLicensingServerComponentTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final LicenseKey KEY = new LicenseKey(ScriptedServer.KEY);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final String ACCOUNT = "/v1/accounts/" + TestVendor.ACCOUNT + "/";

    @Inject
    @RestClient
    LicensingApi api;

    @Inject
    Incidents incidents;

    @Inject
    ServerRoute route;

    private final TestServerNotes notes = new TestServerNotes(NOW);

    private final TestVendor vendor = new TestVendor();
    private final ScriptedServer script = new ScriptedServer(vendor, NOW);
    private final List<StubServer> stubs = new ArrayList<>();

    @AfterEach
    void closeStubs() {
        stubs.forEach(StubServer::close);
    }

    @Test
    void validate_goodAnswer_isSigned() {
        StubServer stub = stub(script::good);

        CallResult<ValidationResult> response = await(server(stub).validate(KEY, FINGERPRINT, deadline()));

        CallResult.Signed<ValidationResult> signed = (CallResult.Signed<ValidationResult>) response;
        assertThat(signed.at()).isEqualTo(NOW);
        assertThat(signed.value().outcome()).isEqualTo(new Outcome.Good());
    }

    @Test
    void validate_request_isAnonymousAndAsksForASignature() {
        StubServer stub = stub(script::good);

        await(server(stub).validate(KEY, FINGERPRINT, deadline()));

        Received request = onlyRequest(stub);
        assertThat(request.requestTarget()).isEqualTo("post " + ACCOUNT + "licenses/actions/validate-key");
        assertThat(request.headers())
                .containsEntry("Accept", "application/vnd.api+json")
                .containsEntry("Content-Type", "application/vnd.api+json")
                .containsEntry("Keygen-Version", "1.7")
                .containsEntry("Keygen-Accept-Signature", "algorithm=\"ed25519\"")
                .hasEntrySatisfying(
                        "User-Agent", agent -> assertThat(agent).matches("inspire-licensing/[0-9]+\\.[0-9]+.*"))
                .doesNotContainKeys("Authorization", "Accept-Encoding");
        JsonNode meta = ScriptedServer.json(request.body()).path("meta");
        assertThat(meta.path("key").textValue()).isEqualTo(KEY.value());
        assertThat(meta.path("nonce").longValue()).isBetween(1L, ValidationRequest.NONCE_BOUND);
        assertThat(meta.path("scope").path("product").textValue()).isEqualTo(TestVendor.PRODUCT);
    }

    @Test
    void validate_twice_sendsAnotherNonce() {
        StubServer stub = stub(script::good);
        KeygenLicensingServer server = server(stub);

        await(server.validate(KEY, FINGERPRINT, deadline()));
        await(server.validate(KEY, FINGERPRINT, deadline()));

        assertThat(stub.received())
                .extracting(request ->
                        ScriptedServer.json(request.body()).path("meta").path("nonce"))
                .doesNotHaveDuplicates();
    }

    @Test
    void createMachine_goodAnswer_isDone() {
        StubServer stub = stub(script::good);

        assertThat(await(server(stub).createMachine(KEY, LICENSE, MACHINE, FINGERPRINT, deadline())))
                .isEqualTo(new CallResult.Signed<>(new MachineCreation.Created(), NOW));

        Received request = onlyRequest(stub);
        assertThat(request.requestTarget()).isEqualTo("post " + ACCOUNT + "machines");
        assertThat(request.headers()).containsEntry("Authorization", "License " + KEY.value());
    }

    @Test
    void createMachine_answerAboutAnotherMachine_isUntrusted() {
        StubServer stub = stub(script::good);

        assertThat(failure(server(stub).createMachine(KEY, LICENSE, LICENSE, FINGERPRINT, deadline()))
                        .cause())
                .isEqualTo(Cause.UNTRUSTED);
    }

    @Test
    void checkIn_goodAnswer_isDone() {
        StubServer stub = stub(script::good);

        assertThat(await(server(stub).checkIn(KEY, LICENSE, deadline())))
                .isEqualTo(new CallResult.Signed<>(new CheckInResult.CheckedIn(null), NOW));

        assertThat(onlyRequest(stub).requestTarget())
                .isEqualTo("post " + ACCOUNT + "licenses/" + LICENSE + "/actions/check-in");
    }

    @Test
    void checkOut_goodAnswer_isTheMachineFile() {
        StubServer stub = stub(script::good);

        assertThat(await(server(stub).checkOut(KEY, FINGERPRINT, deadline())))
                .isEqualTo(new CallResult.Signed<>(new MachineCheckOut.MachineFile(MACHINE_FILE), NOW));

        Received request = onlyRequest(stub);
        assertThat(request.requestTarget()).isEqualTo("post " + ACCOUNT + "machines/installation:1/actions/check-out");
        assertThat(ScriptedServer.json(request.body())
                        .path("meta")
                        .path("algorithm")
                        .textValue())
                .isEqualTo("aes-256-gcm+ed25519");
    }

    @Test
    void checkOut_serverDoesNotKnowTheAlgorithmOption_asksOnceWithoutIt() {
        StubServer stub = stub(request -> request.body().contains("algorithm")
                ? script.signed(request, 400, "{\"errors\":[{\"detail\":\"unpermitted parameter\"}]}")
                : script.good(request));

        assertThat(await(server(stub).checkOut(KEY, FINGERPRINT, deadline())))
                .isEqualTo(new CallResult.Signed<>(new MachineCheckOut.MachineFile(MACHINE_FILE), NOW));

        assertThat(stub.received()).hasSize(2);
    }

    @Test
    void checkOut_refusedWithAndWithoutOption_isAnErrorAfterTwoAttempts() {
        StubServer stub = stub(request -> script.error(request, 400, "CHECKOUT_TTL_INVALID"));

        assertThat(failure(server(stub).checkOut(KEY, FINGERPRINT, deadline())).cause())
                .isEqualTo(Cause.ERROR);

        assertThat(stub.received()).hasSize(2);
    }

    @Test
    void checkOut_unsigned400_isNotRepeated() {
        StubServer stub = stub(request -> Reply.of(400, Map.of(), ScriptedServer.bytes("{}")));

        assertThat(failure(server(stub).checkOut(KEY, FINGERPRINT, deadline())).cause())
                .isEqualTo(Cause.ERROR);

        assertThat(stub.received()).hasSize(1);
    }

    @Test
    void deleteMachine_goodAnswer_isDone() {
        StubServer stub = stub(script::good);

        assertThat(await(server(stub).deleteMachine(KEY, MACHINE, deadline())))
                .isEqualTo(new CallResult.Signed<>(new MachineDeletion.Deleted(), NOW));

        assertThat(onlyRequest(stub).requestTarget()).isEqualTo("delete " + ACCOUNT + "machines/" + MACHINE);
    }

    @Test
    void describe_severalPages_readsThemAll() {
        StubServer stub = stub(request -> switch (ScriptedServer.operation(request)) {
            case "entitlements" ->
                script.signed(
                        request,
                        200,
                        request.target().contains("=2&")
                                ? ScriptedServer.entitlements(100, 1)
                                : ScriptedServer.entitlements(0, 100));
            default -> script.good(request);
        });

        CallResult<LicenseDescription> response = await(server(stub).describe(KEY, deadline()));

        LicenseDescription description = ((CallResult.Signed<LicenseDescription>) response).value();
        assertThat(((LicenseDescription.Described) description).entitlements())
                .hasSize(101)
                .containsEntry("CODE_0", "Feature 0")
                .containsEntry("CODE_100", "Feature 100");
        assertThat(stub.received()).hasSize(3);
    }

    @Test
    void describe_entitlementsForbidden_isRefused() {
        StubServer stub = stub(request -> ScriptedServer.operation(request).equals("entitlements")
                ? script.error(request, 403, "TOKEN_NOT_ALLOWED")
                : script.good(request));

        assertThat(await(server(stub).describe(KEY, deadline())))
                .isEqualTo(new CallResult.Signed<>(
                        new LicenseDescription.Refused(new ServerRefusal.NotAllowed("TOKEN_NOT_ALLOWED")), NOW));
    }

    @Test
    void describe_licenseOfAnotherKey_isUntrusted() {
        StubServer stub = stub(script::good);
        LicenseKey other = new LicenseKey("ANOTHER-KEY");

        assertThat(failure(server(stub).describe(other, deadline())).cause()).isEqualTo(Cause.UNTRUSTED);
    }

    static Stream<UnaryOperator<Map<String, List<String>>>> spoiledHeaders() {
        return Stream.of(
                headers -> without(headers, "Digest"),
                headers -> without(headers, "Date"),
                headers -> with(headers, "Date", "Mon, 23 Nov 2026 10:00:01 GMT"),
                headers -> with(headers, "Digest", TestVendor.digest(ScriptedServer.bytes("other"))),
                headers -> with(headers, "Keygen-Signature", "garbage"),
                headers -> with(headers, "Keygen-Date", "Mon, 23 Nov 2026 10:00:01 GMT"));
    }

    @ParameterizedTest
    @MethodSource("spoiledHeaders")
    void anyCall_headersSpoiled_isUntrusted(UnaryOperator<Map<String, List<String>>> spoil) {
        StubServer stub = stub(request -> {
            byte[] body = ScriptedServer.bytes(ScriptedServer.validation(request));
            return Reply.of(200, spoil.apply(script.headers(request, body)), body);
        });

        assertThat(failure(server(stub).validate(KEY, FINGERPRINT, deadline())).cause())
                .isEqualTo(Cause.UNTRUSTED);
    }

    @Test
    void anyCall_bodyTampered_isUntrustedAndNamesTheCheck() {
        StubServer stub = stub(request -> {
            byte[] body = ScriptedServer.bytes(ScriptedServer.validation(request));
            byte[] tampered =
                    ScriptedServer.bytes(ScriptedServer.validation(request).replace("Enterprise", "Enterprisf"));
            return Reply.of(200, script.headers(request, body), tampered);
        });

        CallResult.Failed<ValidationResult> failed = failure(server(stub).validate(KEY, FINGERPRINT, deadline()));

        assertThat(failed.cause()).isEqualTo(Cause.UNTRUSTED);
        assertThat(failed.detail()).contains("its body is not the one that was signed");
    }

    @Test
    void anyCall_signedByAnother_isUntrusted() {
        ScriptedServer forger = new ScriptedServer(new TestVendor(), NOW);
        StubServer stub = stub(forger::good);

        assertThat(failure(server(stub).checkOut(KEY, FINGERPRINT, deadline())).cause())
                .isEqualTo(Cause.UNTRUSTED);
    }

    @Test
    void anyCall_answerToAnotherRequest_isUntrusted() {
        StubServer stub = stub(request -> {
            Received other = new Received("POST", ACCOUNT + "machines/installation:2/actions/check-out", Map.of(), "");
            return script.good(other);
        });

        assertThat(failure(server(stub).checkOut(KEY, FINGERPRINT, deadline())).cause())
                .isEqualTo(Cause.UNTRUSTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"nonce\":", "\"fingerprint\":\"", "\"product\":\""})
    void validate_echoSpoiledUnderASignature_isUntrusted(String field) {
        StubServer stub = stub(request ->
                script.signed(request, 200, ScriptedServer.validation(request).replace(field, field + "1")));

        assertThat(failure(server(stub).validate(KEY, FINGERPRINT, deadline())).cause())
                .isEqualTo(Cause.UNTRUSTED);
    }

    @Test
    void anyCall_webPage_isUntrustedOrAnError() {
        byte[] page = ScriptedServer.bytes("<html>Welcome to the hotel</html>");
        StubServer login = stub(request -> Reply.of(200, Map.of("Content-Type", List.of("text/html")), page));
        StubServer broken = stub(request -> Reply.of(502, Map.of("Content-Type", List.of("text/html")), page));

        CallResult.Failed<ValidationResult> loginPage = failure(server(login).validate(KEY, FINGERPRINT, deadline()));
        CallResult.Failed<ValidationResult> errorPage = failure(server(broken).validate(KEY, FINGERPRINT, deadline()));

        assertThat(loginPage.cause()).isEqualTo(Cause.UNTRUSTED);
        assertThat(loginPage.detail())
                .contains("web page", "Ask the administrator of the network to allow this server");
        assertThat(errorPage.cause()).isEqualTo(Cause.ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=x", "no media type at all", "text/event-stream"})
    void anyCall_oddContentType_isReadAsAnyOther(String contentType) {
        StubServer stub = stub(request -> {
            byte[] body = ScriptedServer.bytes(ScriptedServer.validation(request));
            return Reply.of(200, with(script.headers(request, body), "Content-Type", contentType), body);
        });

        assertThat(await(server(stub).validate(KEY, FINGERPRINT, deadline()))).isInstanceOf(CallResult.Signed.class);
    }

    @Test
    void anyCall_redirect_isNotFollowed() {
        StubServer elsewhere = stub(script::good);
        StubServer stub = stub(request -> Reply.of(
                308, Map.of("Location", List.of(elsewhere.url() + request.target())), ScriptedServer.bytes("")));

        CallResult.Failed<MachineCheckOut> failed = failure(server(stub).checkOut(KEY, FINGERPRINT, deadline()));

        assertThat(failed.cause()).isEqualTo(Cause.ERROR);
        assertThat(failed.detail()).contains("redirects to http://localhost");
        assertThat(elsewhere.received()).isEmpty();
    }

    @Test
    void anyCall_tooManyRequests_isBusyAndThePauseIsKept() {
        StubServer stub = stub(request ->
                Reply.of(429, Map.of("Retry-After", List.of("17")), ScriptedServer.bytes("{\"errors\":[]}")));

        CallResult.Failed<MachineCheckOut> failed = failure(server(stub).checkOut(KEY, FINGERPRINT, deadline()));

        assertThat(failed.cause()).isEqualTo(Cause.BUSY);
        assertThat(failed.detail()).contains("17 seconds");
        assertThat(failed.pause()).isEqualTo(Duration.ofSeconds(17));
        assertThat(notes.pauses()).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void anyCall_answerOfTheGreatestSize_isRead() {
        StubServer stub = stub(request -> script.signed(request, 200, " ".repeat(ResponseTooLarge.LIMIT)));

        assertThat(failure(server(stub).checkOut(KEY, FINGERPRINT, deadline())).detail())
                .contains("does not understand the signed response");
    }

    @Test
    void anyCall_answerTooLarge_isBrokenOff() {
        StubServer stub = stub(request -> script.signed(request, 200, " ".repeat(ResponseTooLarge.LIMIT + 1)));

        CallResult.Failed<MachineCheckOut> failed = failure(server(stub).checkOut(KEY, FINGERPRINT, deadline()));

        assertThat(failed.cause()).isEqualTo(Cause.ERROR);
        assertThat(failed.detail()).contains("larger than 3145728 bytes");
    }

    static Stream<Function<Reply, Reply>> brokenConnections() {
        return Stream.of(
                reply -> Reply.none(), reply -> reply.cutBy(1), reply -> reply.cutBy(MACHINE_FILE.length() + 300));
    }

    @ParameterizedTest
    @MethodSource("brokenConnections")
    void anyCall_connectionCut_isUnreachable(Function<Reply, Reply> cut) {
        StubServer stub = stub(request -> cut.apply(script.good(request)));

        assertThat(failure(server(stub).checkOut(KEY, FINGERPRINT, deadline())).cause())
                .isEqualTo(Cause.UNREACHABLE);
        assertThat(stub.received()).hasSize(1);
    }

    static Stream<Function<Reply, Reply>> stuckConnections() {
        return Stream.of(reply -> Reply.never(), reply -> reply.stuckBefore(1));
    }

    @ParameterizedTest
    @MethodSource("stuckConnections")
    void createMachine_noAnswerByTheDeadline_isUnreachableAndNotSentAgain(Function<Reply, Reply> stick) {
        StubServer stub = stub(request -> stick.apply(script.good(request)));
        Deadline soon = Deadline.after(Duration.ofMillis(300));

        CallResult.Failed<MachineCreation> failed =
                failure(server(stub).createMachine(KEY, LICENSE, MACHINE, FINGERPRINT, soon));

        assertThat(failed.cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(failed.detail()).contains("did not answer in time");
        assertThat(stub.received()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void anyCall_noAnswerWithinItsOwnTime_isUnreachableBeforeTheDeadline() {
        StubServer stub = stub(request -> Reply.never());
        KeygenLicensingServer server = server(TestSettings.at(stub.url()).withTimeout(Duration.ofMillis(300)));
        Deadline later = Deadline.after(Duration.ofDays(1));

        assertThat(failure(server.checkOut(KEY, FINGERPRINT, later)).cause()).isEqualTo(Cause.UNREACHABLE);
    }

    @Test
    void anyCall_timedOut_goesOnInTheContextOfTheCaller() throws Throwable {
        StubServer stub = stub(request -> Reply.never());
        Deadline soon = Deadline.after(Duration.ofMillis(300));

        boolean same = VertxContextSupport.subscribeAndAwait(() -> {
            Context caller = Vertx.currentContext();
            return server(stub).checkOut(KEY, FINGERPRINT, soon).map(response -> caller.equals(Vertx.currentContext()));
        });

        assertThat(same).isTrue();
    }

    @Test
    void anyCall_deadlineOver_sendsNothing() {
        StubServer stub = stub(script::good);

        assertThat(failure(server(stub).checkOut(KEY, FINGERPRINT, Deadline.after(Duration.ZERO)))
                        .cause())
                .isEqualTo(Cause.UNREACHABLE);
        assertThat(stub.received()).isEmpty();
    }

    @Test
    void anyCall_switchedOff_sendsNothing() {
        StubServer stub = stub(script::good);
        KeygenLicensingServer server = server(TestSettings.at(stub.url()).withoutCalls());

        CallResult.Failed<ValidationResult> failed = failure(server.validate(KEY, FINGERPRINT, deadline()));

        assertThat(failed.cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(failed.detail()).contains("licensing.server.enabled");
        assertThat(stub.received()).isEmpty();
    }

    @Test
    void anyCall_nobodyListens_isUnreachable() {
        StubServer stub = stub(script::good);
        stub.close();

        CallResult.Failed<MachineCheckOut> failed = failure(server(stub).checkOut(KEY, FINGERPRINT, deadline()));

        assertThat(failed.cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(failed.detail()).contains(stub.url().toString(), "accepts no connection");
    }

    @Test
    void anyCall_nameUnknown_isUnreachable() {
        KeygenLicensingServer server = server(TestSettings.at(URI.create("https://licensing.invalid")));

        CallResult.Failed<MachineCheckOut> failed = failure(server.checkOut(KEY, FINGERPRINT, deadline()));

        assertThat(failed.cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(failed.detail()).contains("can't be resolved");
    }

    @Test
    void anyCall_noTls_isUnreachableAndNamesTls() {
        StubServer stub = stub(script::good);
        URI https = URI.create(stub.url().toString().replace("http:", "https:"));

        CallResult.Failed<MachineCheckOut> failed =
                failure(server(TestSettings.at(https)).checkOut(KEY, FINGERPRINT, deadline()));

        assertThat(failed.cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(failed.detail()).contains("TLS");
    }

    /** Whatever stands in the server's place may send anything. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "220 mail.example.com ESMTP\r\n\r\n",
                "SSH-2.0-OpenSSH_9.9\r\n\r\n",
                "\u0000\u0001\u0002\u0003\r\n\r\n",
                "HTTP/9.9.9 200 OK\r\n\r\n",
                "HTTP/1.1 many OK\r\n\r\n",
                "HTTP/1.1 99999 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nmany\r\nab\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nab\r\n",
                "HTTP/1.1 200 OK\r\n: nameless\r\n\r\n",
                "HTTP/1.1 200 OK\r\nBad\u0000Name: x\r\n\r\n"
            })
    void anyCall_notHttp_isAFaultOfTheServer(String bytes) {
        StubServer stub = stub(request -> Reply.raw(bytes, new byte[0]));

        assertThat(failure(server(stub).checkOut(KEY, FINGERPRINT, deadline())).cause())
                .isIn(Cause.UNREACHABLE, Cause.UNTRUSTED, Cause.ERROR);
    }

    @Test
    void anyCall_headersWithoutEnd_isUnreachable() {
        StubServer stub = stub(request -> Reply.raw("HTTP/1.1 200 OK\r\nEndless: " + "x".repeat(100_000), new byte[0]));

        assertThat(failure(server(stub).checkOut(KEY, FINGERPRINT, deadline())).cause())
                .isEqualTo(Cause.UNREACHABLE);
    }

    @Test
    void dated_responseOld_isClockWrongUntilAFreshResponseTellsTheTime() {
        Instant old = NOW.minus(Duration.ofDays(1));
        StubServer stub = stub(new ScriptedServer(vendor, old)::good);
        KeygenLicensingServer server = server(stub);

        CallResult.Failed<MachineCheckOut> failed = failure(server.checkOut(KEY, FINGERPRINT, deadline()));
        await(server.validate(KEY, FINGERPRINT, deadline()));
        CallResult<MachineCheckOut> second = await(server.checkOut(KEY, FINGERPRINT, deadline()));

        assertThat(failed.cause()).isEqualTo(Cause.CLOCK_WRONG);
        assertThat(failed.detail()).contains(old.toString(), NOW.toString());
        assertThat(second).isEqualTo(new CallResult.Signed<>(new MachineCheckOut.MachineFile(MACHINE_FILE), old));
    }

    @Test
    void dated_answerAhead_isAccepted() {
        Instant ahead = NOW.plus(Duration.ofDays(365));
        StubServer stub = stub(new ScriptedServer(vendor, ahead)::good);

        assertThat(await(server(stub).checkOut(KEY, FINGERPRINT, deadline())))
                .isEqualTo(new CallResult.Signed<>(new MachineCheckOut.MachineFile(MACHINE_FILE), ahead));
    }

    private StubServer stub(Script answers) {
        StubServer stub = new StubServer(answers);
        stubs.add(stub);
        return stub;
    }

    private KeygenLicensingServer server(StubServer stub) {
        return server(TestSettings.at(stub.url()));
    }

    private KeygenLicensingServer server(TestSettings settings) {
        return new KeygenLicensingServer(
                api, settings, vendor.anchors(), route, notes, Clock.fixed(NOW, ZoneOffset.UTC), incidents);
    }

    private static Deadline deadline() {
        return Deadline.after(LONGEST);
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(LONGEST);
    }

    private static <T> CallResult.Failed<T> failure(Uni<CallResult<T>> call) {
        CallResult<T> response = await(call);
        assertThat(response).isInstanceOf(CallResult.Failed.class);
        CallResult.Failed<T> failed = (CallResult.Failed<T>) response;
        assertThat(failed.detail()).doesNotContain(KEY.value());
        return failed;
    }

    private static Received onlyRequest(StubServer stub) {
        assertThat(stub.received()).hasSize(1);
        return stub.received().getFirst();
    }

    private static Map<String, List<String>> with(Map<String, List<String>> headers, String name, String value) {
        headers.put(name, List.of(value));
        return headers;
    }

    private static Map<String, List<String>> without(Map<String, List<String>> headers, String name) {
        headers.remove(name);
        return headers;
    }
}
