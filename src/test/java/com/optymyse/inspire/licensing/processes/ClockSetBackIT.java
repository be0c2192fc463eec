package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.optymyse.inspire.licensing.processes.Replica.Answer;
import com.optymyse.inspire.licensing.testing.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A released service on a host whose admin sets the clock and kills what runs there. */
@Tag("thorough")
class ClockSetBackIT {

    private static final Path FOLDER = Path.of("target", "processes", "ClockSetBackIT");
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String KEY = "DEMO-ENTERPRISE";

    /** {@code ClockComponentTest} plays a hundred in one process, where time can be made to pass. */
    private static final int KILLS = Sample.times(4, 10);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MovedClock clock = new MovedClock(FOLDER);
    private Premises premises;

    @BeforeEach
    void open() {
        premises = Premises.of(ClockSetBackIT.class);
    }

    @AfterEach
    void close() {
        premises.close();
    }

    @Test
    void licenseOver_clockSetBackAndServiceKilled_staysOver() {
        Replica service = start();
        letLicenseEndSoon();
        String used = file(service);
        String spare = file(service);
        assertThat(activate(service, used).status()).isEqualTo(200);
        awaitOver(service);

        clock.move(Duration.ofDays(-10));
        assertOver(service);

        service.kill();
        service = start();
        assertOver(service);
        Answer refused = activate(service, spare);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asText()).isEqualTo("license-expired");
        assertOver(service);

        clock.move(Duration.ZERO);
        for (int kill = 1; kill < KILLS; kill++) {
            service.kill();
            service = start();
        }
        assertOver(service);
        // Kills don't lead it ahead, and what they cost is made up for by a clock that is right.
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(premises.database()
                                .number("SELECT abs(extract(epoch FROM now() - seen_time))::bigint FROM installation"))
                        .isLessThan(60));
    }

    /** What runs by itself must not wait until the clock has come to where it was. */
    @Test
    void serviceRuns_clockSetBack_timeIsStoredAndTheLicenseEnds() {
        Replica service = start();
        license(service);

        clock.move(Duration.ofDays(-10));
        awaitTimeStored();

        assertEndsAndStaysOver(service);
    }

    /** What ran while the clock was ahead must not count as just done for all the years in between. */
    @Test
    void serviceRuns_clockLeapsAheadAndIsPutRight_timeIsStoredAndTheLicenseEnds() {
        Replica service = start();
        license(service);

        clock.move(Duration.ofDays(3_300));
        awaitTimeStored();
        clock.move(Duration.ZERO);
        awaitTimeStored();

        assertEndsAndStaysOver(service);
    }

    /** Nothing is known of the time, except that no clock is right that is years before the release. */
    @Test
    void emptyDatabase_clockYearsBack_noEarlierThanTheRelease() {
        clock.move(Duration.ofDays(-3_650));
        Replica service = start();

        JsonNode problem = problem(service, "host-clock-behind");

        assertThat(Duration.between(Instant.parse(problem.at("/values/hostTime").asText()), known(problem)))
                .isGreaterThan(Duration.ofDays(1_000));
    }

    private static Instant known(JsonNode problem) {
        return Instant.parse(problem.at("/values/knownTime").asText());
    }

    private static JsonNode problem(Replica service, String code) {
        for (JsonNode problem : service.get("/license").body().path("problems")) {
            if (problem.path("code").asText().equals(code)) {
                return problem;
            }
        }
        throw new AssertionError("There is no problem " + code + ".");
    }

    private Replica start() {
        return premises.start(
                        Map.of("licensing.background.clock", "1S", "licensing.background.standing", "1S"),
                        clock.environment())
                .awaitReady();
    }

    private void letLicenseEndSoon() {
        // Long enough that it is activated before, on whatever machine.
        premises.vendor()
                .change(KEY, Map.of("expiry", Instant.now().plusSeconds(60).toString()));
    }

    private void license(Replica service) {
        letLicenseEndSoon();
        assertThat(activate(service, file(service)).status()).isEqualTo(200);
        assertThat(service.standing().standing()).isEqualTo("licensed");
    }

    /** Twice, because the first time may have been under way. */
    private void awaitTimeStored() {
        for (int time = 1; time <= 2; time++) {
            long before = timeStored();
            await().atMost(SOON).pollInterval(Duration.ofMillis(200)).until(() -> timeStored() > before);
        }
    }

    /** In milliseconds since 1970. */
    private long timeStored() {
        return premises.database().number("SELECT (extract(epoch FROM seen_time) * 1000)::bigint FROM installation");
    }

    /** Also after a kill, which gains no more than what was not stored. */
    private void assertEndsAndStaysOver(Replica service) {
        awaitOver(service);
        service.kill();
        assertOver(start());
    }

    private String file(Replica service) {
        String fingerprint =
                service.get("/license").body().at("/installation/fingerprint").asText();
        return premises.vendor().file(KEY, Map.of("fingerprint", fingerprint, "kind", "machine"));
    }

    private static Answer activate(Replica service, String file) {
        return service.postLater(
                        "/license/activate",
                        JSON.createObjectNode()
                                .put("method", "offline")
                                .put("licenseKey", KEY)
                                .put("licenseFile", file)
                                .toString())
                .join();
    }

    /** Also in the trail, which time alone has brought about. */
    private void awaitOver(Replica service) {
        await().atMost(LONGEST).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> assertOver(service));
        await().atMost(LONGEST)
                .pollInterval(Duration.ofMillis(200))
                .until(() ->
                        premises.database().number("SELECT count(*) FROM audit WHERE reason = 'license_expired'") > 0);
    }

    private static void assertOver(Replica service) {
        Standing standing = service.standing();
        assertThat(standing.standing()).isEqualTo("restricted");
        assertThat(standing.reason()).isEqualTo("license-expired");
        assertThat(standing.displays()).isZero();
    }
}
