package com.optymyse.inspire.licensing.metrics;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.TestClock;
import com.optymyse.inspire.licensing.testing.TestMonotonicClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures that Prometheus gets, and what alerts and dashboard make of them. */
@QuarkusTest
class MonitoringComponentTest extends LicensingTest {

    private static final Path ALERTS = Path.of("docker", "prometheus", "alerts.yml");
    private static final Path DASHBOARD = Path.of("docker", "grafana", "dashboards", "inspire-licensing.json");
    private static final Path SERIES = Path.of("src", "test", "resources", "names", "series.txt");
    private static final Pattern NAME = Pattern.compile("\\b(?:licensing|jvm|http)_[a-z_]+\\b");
    private static final double DAY = 86_400;

    @Inject
    TestClock clock;

    @Inject
    TestMonotonicClock monotonic;

    @Inject
    CurrentInstallation current;

    @Inject
    DataSource tables;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void unlicensed_scraped_hasNoTimes() {
        assertThat(value("licensing_licensed")).isZero();
        assertThat(value("licensing_standing{standing=\"unlicensed\"}")).isOne();
        assertThat(value("licensing_reason{reason=\"not-activated\"}")).isOne();
        assertThat(value("licensing_license_remaining_seconds")).isNaN();
        assertThat(value("licensing_last_validation_timestamp_seconds")).isNaN();
        assertThat(value("licensing_database_available")).isOne();
        assertThat(value("licensing_identity_provider_available")).isOne();
    }

    /** What is outside of the heap, and what of it listeners need. */
    @Test
    void directMemory_scraped_asTheJvmAndNettyCountIt() {
        assertThat(value("jvm_buffer_memory_used_bytes{id=\"direct\"}")).isPositive();
        assertThat(scraped().lines())
                .anyMatch(line ->
                        line.startsWith("netty_allocator_memory_used") && line.contains("memory_type=\"direct\""));
        assertThat(value("licensing_listeners_pending_bytes")).isNotNegative();
        assertThat(value("licensing_listeners_cut_off_total")).isNotNegative();
    }

    @Test
    void licensed_scraped_tellsHowLong() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        admin.post("/license/revalidate").statusCode(200);

        assertThat(value("licensing_licensed")).isOne();
        assertThat(value("licensing_standing{standing=\"licensed\"}")).isOne();
        assertThat(value("licensing_certificate_remaining_seconds")).isCloseTo(14 * DAY, within(DAY / 24));
        assertThat(value("licensing_grace_remaining_seconds")).isCloseTo(14 * DAY, within(DAY / 24));
        assertThat(value("licensing_clock_skew_seconds")).isCloseTo(0, within(60.0));
        assertThat(value("licensing_validation_duration_seconds_count{outcome=\"good\"}"))
                .isPositive();
        assertThat(value("licensing_activations_total{method=\"online\",outcome=\"succeeded\"}"))
                .isPositive();
    }

    @Test
    void timePasses_scraped_goesBelowZero() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        clock.move(Duration.ofDays(15));

        assertThat(value("licensing_licensed")).isZero();
        assertThat(value("licensing_reason{reason=\"certificate-ended\"}")).isOne();
        assertThat(value("licensing_certificate_remaining_seconds")).isCloseTo(-DAY, within(DAY / 24));
    }

    @Test
    void rowLockedForOverAMinute_scraped_tellsThatTheTimeIsNotStored() throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        assertThat(value("licensing_time_not_stored")).isZero();

        try (Connection session = tables.getConnection();
                Statement statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute("SELECT * FROM installation FOR UPDATE");
            monotonic.pass(Duration.ofSeconds(61));
            VertxContextSupport.subscribeAndAwait(current::reload);
            assertThat(value("licensing_time_not_stored")).isOne();
            session.rollback();
        }
    }

    @Test
    void refusals_scraped_areCountedByCode() {
        String series = "licensing_activations_total{method=\"online\",outcome=\"license-suspended\"}";
        double before = valueOrZero(series);

        admin.activate("DEMO-SUSPENDED").statusCode(422);

        assertThat(value(series)).isEqualTo(before + 1);
    }

    /** Alerts and dashboards of others than us know these names. */
    @Test
    void ourFigures_namedOnce_keepTheirNames() throws IOException {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        admin.post("/license/revalidate").statusCode(200);

        Set<String> ours = scraped()
                .lines()
                .filter(line -> line.startsWith("licensing_"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toSet());

        assertThat(ours).containsExactlyInAnyOrderElementsOf(Files.readAllLines(SERIES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts", "dashboard"})
    void alertsAndDashboard_everyFigureNamed_exists(String what) throws IOException {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        admin.post("/license/revalidate").statusCode(200);

        Set<String> named = names(Files.readString(what.equals("alerts") ? ALERTS : DASHBOARD));

        assertThat(named).hasSizeGreaterThan(8);
        assertThat(names(scraped())).containsAll(named);
    }

    /** Whether the figures are named as Prometheus' conventions want it. */
    @Test
    void ourFigures_checkedByPromtool_haveGoodNames() throws Exception {
        assumeTrue(isInstalled("promtool"), "Checking the names of figures needs promtool on the PATH.");
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        admin.post("/license/revalidate").statusCode(200);

        String ours = scraped()
                .lines()
                .filter(line -> line.contains("licensing_"))
                .collect(Collectors.joining("\n", "", "\n"));
        Process promtool = new ProcessBuilder("promtool", "check", "metrics")
                .redirectErrorStream(true)
                .start();
        promtool.outputWriter(UTF_8).append(ours).close();

        String complaints = new String(promtool.getInputStream().readAllBytes(), UTF_8);
        assertThat(promtool.waitFor()).as(complaints).isZero();
    }

    @Test
    void alerts_playedByPromtool_fireWhenTheyShould() throws Exception {
        assumeTrue(isInstalled("promtool"), "Playing the alerts needs promtool on the PATH.");

        Process promtool = new ProcessBuilder("promtool", "test", "rules", "docker/prometheus/alerts.test.yml")
                .redirectErrorStream(true)
                .start();

        String report = new String(promtool.getInputStream().readAllBytes(), UTF_8);
        assertThat(promtool.waitFor()).as(report).isZero();
    }

    /** In Prometheus' text format, whose lists of labels end with a comma here. */
    private String scraped() {
        return given().accept(ContentType.TEXT)
                .get(metrics)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace(",}", "}");
    }

    private double value(String series) {
        return scraped()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no figure " + series + "."));
    }

    private double valueOrZero(String series) {
        return scraped().contains(series + " ") ? value(series) : 0;
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isInstalled(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
