package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.keygen.DescribeCall.Progress;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.CheckInResult;
import com.optymyse.inspire.licensing.licensingserver.LicenseDescription.Described;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.MachineCreation;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import com.optymyse.inspire.licensing.testing.SharedFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What passed between this service and a real licensing server is what the service sends and reads now. */
class RecordedExchangesTest {

    private static final Logger LOG = Logger.getLogger(RecordedExchangesTest.class);
    private static final String FINGERPRINT = "707b1226-726d-42b8-be31-8cddbf392f67";

    /** Every so many characters are changed, one at a time. */
    private static final int STEP = 7;

    private static final List<Integer> STATUSES =
            List.of(200, 201, 204, 400, 401, 402, 403, 404, 409, 422, 429, 500, 503);
    private static final Map<String, Outcome> OUTCOMES = Map.ofEntries(
            Map.entry("VALID", new Outcome.Good()),
            Map.entry("NO_MACHINE", new Outcome.NotSeated()),
            Map.entry("NO_MACHINES", new Outcome.NotSeated()),
            Map.entry("FINGERPRINT_SCOPE_MISMATCH", new Outcome.NotSeated()),
            Map.entry("EXPIRED", new Outcome.Expired()),
            Map.entry("OVERDUE", new Outcome.CheckInOverdue()),
            Map.entry("PRODUCT_SCOPE_MISMATCH", new Outcome.OtherProduct()),
            Map.entry("NOT_FOUND", new Outcome.Against(new Verdict.Unknown())),
            Map.entry("SUSPENDED", new Outcome.Against(new Verdict.Suspended())),
            Map.entry("BANNED", new Outcome.Against(new Verdict.Banned())),
            Map.entry("HEARTBEAT_NOT_STARTED", new Outcome.Against(new Verdict.Refused("HEARTBEAT_NOT_STARTED"))),
            Map.entry("TOO_MANY_MACHINES", new Outcome.Against(new Verdict.Refused("TOO_MANY_MACHINES"))));

    private static final Set<String> READ = new TreeSet<>();

    static Stream<RecordedExchange> exchanges() {
        return RecordedExchange.all();
    }

    static Stream<RecordedExchange> signedExchanges() {
        return RecordedExchange.all().filter(RecordedExchange::isSigned);
    }

    @BeforeAll
    static void exchangesArePresent() {
        SharedFiles.EXCHANGES.assumePresent();
    }

    @AfterAll
    static void everyExchangeWasRead() {
        LOG.infof(
                "%d recorded exchanges were read, %d of them signed.",
                READ.size(), signedExchanges().count());
        assertThat(READ).isEqualTo(SharedFiles.EXCHANGES.names());
    }

    @Test
    void folder_namesTheExchangesThatAreThere() {
        assertThat(exchanges().map(RecordedExchange::file))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(SharedFiles.EXCHANGES.names());
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void read_recordedAnswer_isWhatTheServerMeant(RecordedExchange exchange) {
        CallResult<?> response = RecordedReading.read(exchange, exchange.answer());

        assertThat(exchange.status())
                .isEqualTo(exchange.expected().path("status").intValue());
        if (exchange.isSigned()) {
            assertThat(response).isInstanceOfSatisfying(CallResult.Signed.class, signed -> {
                assertThat(signed.at()).isEqualTo(exchange.date());
                requireMeant(exchange, signed.value());
            });
            assertThat(RecordedReading.time(exchange).objectionTo(exchange.date()))
                    .isEmpty();
        } else {
            assertThat(response)
                    .isInstanceOfSatisfying(
                            CallResult.Failed.class,
                            failed -> assertThat(failed.cause()).isEqualTo(CallResult.Cause.BUSY));
        }
        READ.add(exchange.file());
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void requestBody_sameSituation_isTheRecordedOne(RecordedExchange exchange) {
        Optional<JsonNode> sent = RecordedReading.requestBody(exchange);

        assertThat(sent.isPresent())
                .isEqualTo(!exchange.request().path("body").textValue().isEmpty());
        sent.ifPresent(body -> assertThat(body).isEqualTo(exchange.requestBody()));
    }

    @ParameterizedTest
    @Tag("flood")
    @MethodSource("signedExchanges")
    void verify_oneCharacterOfTheBodyChanged_isUntrusted(RecordedExchange exchange) {
        byte[] body = exchange.body();
        List<byte[]> changed = body.length == 0
                ? List.of(new byte[] {' '})
                : IntStream.of(0, body.length / 3, body.length / 2, body.length - 1)
                        .mapToObj(place -> changed(body, place))
                        .toList();

        for (byte[] other : changed) {
            requireUntrusted(
                    new RawResponse(exchange.status(), exchange.target(), exchange.headers(), other),
                    RecordedExchange.HOST);
        }
    }

    @ParameterizedTest
    @Tag("flood")
    @MethodSource("signedExchanges")
    void verify_oneCharacterOfPathOrHostChanged_isUntrusted(RecordedExchange exchange) {
        for (int place = 0; place < exchange.target().length(); place += STEP) {
            requireUntrusted(
                    new RawResponse(
                            exchange.status(), changed(exchange.target(), place), exchange.headers(), exchange.body()),
                    RecordedExchange.HOST);
        }
        for (int place = 0; place < RecordedExchange.HOST.length(); place += STEP) {
            requireUntrusted(exchange.answer(), changed(RecordedExchange.HOST, place));
        }
    }

    @ParameterizedTest
    @Tag("flood")
    @MethodSource("signedExchanges")
    void verify_oneCharacterOfDateOrDigestChanged_isUntrusted(RecordedExchange exchange) {
        for (String header : List.of("Date", "Digest")) {
            String value = exchange.headers().get(header).getFirst();
            for (int place = 0; place < value.length(); place += STEP) {
                Map<String, List<String>> headers = exchange.headers();
                String other = changed(value, place);
                headers.put(header, List.of(other));
                headers.computeIfPresent("Keygen-" + header, (name, same) -> List.of(other));
                requireUntrusted(
                        new RawResponse(exchange.status(), exchange.target(), headers, exchange.body()),
                        RecordedExchange.HOST);
            }
        }
    }

    @ParameterizedTest
    @Tag("flood")
    @MethodSource("signedExchanges")
    void read_statusAloneChanged_isTheSameVerdictOrNone(RecordedExchange exchange) {
        CallResult<?> recorded = RecordedReading.read(exchange, exchange.answer());

        for (int status : STATUSES) {
            CallResult<?> response = RecordedReading.read(exchange, exchange.answer(status));

            assertThat(response instanceof CallResult.Failed || response.equals(recorded))
                    .as("%s under %d is %s", exchange.code(), status, response)
                    .isTrue();
        }
    }

    private static void requireUntrusted(RawResponse response, String host) {
        assertThat(RecordedReading.verify(response, host))
                .isInstanceOfSatisfying(
                        CallResult.Failed.class,
                        failed -> assertThat(failed.cause()).isEqualTo(CallResult.Cause.UNTRUSTED));
    }

    private static void requireMeant(RecordedExchange exchange, Object value) {
        JsonNode expected = exchange.expected();
        switch (value) {
            case ValidationResult(Outcome outcome, License license) -> {
                assertThat(outcome).isEqualTo(OUTCOMES.get(exchange.code()));
                assertThat(exchange.document().at("/meta/valid")).isEqualTo(expected.path("valid"));
                requireLicense(exchange, license);
            }
            case CheckInResult.CheckedIn(Instant next) ->
                assertThat(next)
                        .isEqualTo(exchange.document()
                                .at("/data/attributes/nextCheckIn")
                                .textValue());
            case MachineCreation creation -> {
                assertThat(creation).isEqualTo(creation(exchange.code()));
                requireMachine(exchange);
            }
            case MachineCheckOut checkOut -> {
                assertThat(checkOut).isEqualTo(checkOut(exchange));
                requireMachine(exchange);
                requireFile(exchange, checkOut);
            }
            case MachineDeletion deletion -> assertThat(deletion).isEqualTo(deletion(exchange.code()));
            case Progress.Partial(Described described, int next) -> {
                requireLicense(exchange, described.license());
                requireEntitlements(exchange, described);
            }
            case Progress.Complete(Described described) -> requireEntitlements(exchange, described);
            default -> throw new AssertionError("Nothing is known of " + value);
        }
        if (expected.has("license")) {
            requireAttributes(exchange);
        }
    }

    private static MachineCreation creation(String code) {
        return switch (code) {
            case "" -> new MachineCreation.Created();
            case "FINGERPRINT_TAKEN" -> new MachineCreation.FingerprintTaken(null);
            default -> new MachineCreation.Refused(refusal(code));
        };
    }

    private static MachineCheckOut checkOut(RecordedExchange exchange) {
        return switch (exchange.code()) {
            case "" -> new MachineCheckOut.MachineFile(certificateText(exchange));
            case "NOT_FOUND" -> new MachineCheckOut.NoMachine();
            default -> new MachineCheckOut.Refused(refusal(exchange.code()));
        };
    }

    private static MachineDeletion deletion(String code) {
        return switch (code) {
            case "", "LICENSE_INVALID" -> new MachineDeletion.Deleted();
            case "NOT_FOUND" -> new MachineDeletion.NoMachine();
            default -> new MachineDeletion.Refused(refusal(code));
        };
    }

    private static ServerRefusal refusal(String code) {
        return switch (code) {
            case "LICENSE_SUSPENDED" -> new ServerRefusal.Against(new Verdict.Suspended());
            case "MACHINE_LIMIT_EXCEEDED" -> new ServerRefusal.LimitReached(code);
            case "LICENSE_NOT_ALLOWED" -> new ServerRefusal.NotAllowed(code);
            default -> throw new AssertionError("Nothing is known of " + code);
        };
    }

    /** A page of entitlements is read after the license, which is not in it. */
    private static void requireLicense(RecordedExchange exchange, @Nullable License license) {
        JsonNode expected = exchange.expected().path("license");
        if (expected.isMissingNode()) {
            assertThat(license == null || exchange.expected().has("entitlements"))
                    .isTrue();
            return;
        }
        assertThat(license.id()).isEqualTo(expected.path("id").textValue());
        assertThat(license.ownName()).isEqualTo(expected.path("name").textValue());
        assertThat(license.key().value()).isEqualTo(expected.path("key").textValue());
        assertThat(license.expiresAt()).isEqualTo(instant(expected.path("expiry")));
        assertThat(license.requiresCheckIn())
                .isEqualTo(expected.path("requireCheckIn").booleanValue());
        assertThat(license.state()).isEqualTo(state(expected));
        assertThat(license.terms().limits().maxDisplays())
                .isEqualTo(SharedFiles.limit(expected.at("/metadata/maxDisplays")));
        assertThat(license.terms().limits().maxAgiles())
                .isEqualTo(SharedFiles.limit(expected.at("/metadata/maxAgiles")));
        assertThat(license.terms().limits().aiCreditsPerMonth())
                .isEqualTo(SharedFiles.limit(expected.at("/metadata/aiCreditsPerMonth")));
    }

    private static License.State state(JsonNode expected) {
        return switch (expected.path("status").textValue()) {
            case "SUSPENDED" -> License.State.SUSPENDED;
            case "BANNED" -> License.State.BANNED;
            default -> License.State.USABLE;
        };
    }

    /** Also what this service does not use is as expected, so that the record is known to be whole. */
    private static void requireAttributes(RecordedExchange exchange) {
        JsonNode data = exchange.document().path("data");
        exchange.expected()
                .path("license")
                .properties()
                .forEach(field -> assertThat(
                                field.getKey().equals("id")
                                        ? data.path("id")
                                        : data.path("attributes").path(field.getKey()))
                        .as(field.getKey())
                        .isEqualTo(field.getValue()));
    }

    private static void requireMachine(RecordedExchange exchange) {
        JsonNode machine = exchange.expected().path("machine");
        JsonNode data = exchange.document().path("data");
        if (!machine.isMissingNode()) {
            assertThat(data.path("id")).isEqualTo(machine.path("id"));
            assertThat(data.at("/attributes/fingerprint")).isEqualTo(machine.path("fingerprint"));
        }
    }

    private static void requireFile(RecordedExchange exchange, MachineCheckOut checkOut) {
        JsonNode data = exchange.document().path("data");
        if (checkOut instanceof MachineCheckOut.MachineFile(String text)) {
            JsonNode file = exchange.expected().path("machineFile");
            Certificate certificate =
                    new CertificateVerifier(RecordedExchange.ANCHORS).verify(text, exchange.key(), FINGERPRINT);
            assertThat(certificate.issuedAt()).isEqualTo(instant(file.path("issued")));
            assertThat(certificate.expiresAt()).isEqualTo(instant(file.path("expiry")));
            assertThat(data.at("/attributes/ttl")).isEqualTo(file.path("ttl"));
            assertThat(data.at("/attributes/includes")).isEqualTo(file.path("includes"));
        }
    }

    private static void requireEntitlements(RecordedExchange exchange, Described described) {
        if (exchange.expected().has("entitlements")) {
            List<String> codes = new ArrayList<>();
            exchange.expected().path("entitlements").forEach(code -> codes.add(code.textValue()));
            assertThat(described.entitlements().keySet()).containsAll(codes);
            assertThat(StreamSupport.stream(exchange.document().path("data").spliterator(), false)
                            .map(entitlement ->
                                    entitlement.at("/attributes/code").textValue()))
                    .containsExactlyInAnyOrderElementsOf(codes);
        }
    }

    private static String certificateText(RecordedExchange exchange) {
        return exchange.document().at("/data/attributes/certificate").textValue();
    }

    private static @Nullable Instant instant(JsonNode node) {
        return node.isNull() ? null : Instant.parse(node.textValue());
    }

    private static byte[] changed(byte[] bytes, int place) {
        byte[] changed = bytes.clone();
        changed[place] ^= 1;
        return changed;
    }

    private static String changed(String text, int place) {
        return new String(changed(text.getBytes(StandardCharsets.ISO_8859_1), place), StandardCharsets.ISO_8859_1);
    }
}
