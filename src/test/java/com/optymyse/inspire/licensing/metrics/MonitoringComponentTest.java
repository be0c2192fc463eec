package com.optymyse.inspire.licensing.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.TestClock;
import com.optymyse.inspire.licensing.testing.TestMonotonicClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures that Prometheus gets, and what alerts and dashboard make of them. */
@QuarkusTest
class MonitoringComponentTest extends LicensingTest {

    private static final Path SERIES = Path.of("src", "test", "resources", "names", "series.txt");
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

    /** A query that names a series or a label that is misspelled would be empty for ever, and nobody would notice. */
    @ParameterizedTest
    @ValueSource(strings = {"docker/prometheus/alerts.yml", "docker/grafana/dashboards/inspire-licensing.json"})
    void queries_everySeriesAndLabelNamed_isScraped(String file) throws IOException {
        playStory();

        List<SeriesSelector> named = queries(file)
                .flatMap(query -> SeriesSelector.in(query).stream())
                .toList();

        List<String> lines = scraped().lines().toList();
        assertThat(named)
                .hasSizeGreaterThan(20)
                .allSatisfy(selector -> assertThat(lines).as(selector.text()).anyMatch(selector::selects));
    }

    /** All that a query can ask for happens: good answers and bad ones, activations and re-validations. */
    private void playStory() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        admin.post("/license/revalidate").statusCode(200);
        admin.get("/entitlements").statusCode(200);
        admin.activate("DEMO-SUSPENDED").statusCode(422);
        sandbox.fault("refuse", "");
        admin.post("/license/revalidate").statusCode(503);
    }

    private static Stream<String> queries(String file) throws IOException {
        JsonNode content = new YAMLMapper().readTree(Files.readString(Path.of(file)));
        return content.findValuesAsText("expr").stream();
    }

    /** Whether the figures are named as Prometheus' conventions want it. */
    @Test
    void ourFigures_checkedByPromtool_haveGoodNames() throws Exception {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        admin.post("/license/revalidate").statusCode(200);

        String ours = scraped()
                .lines()
                .filter(line -> line.contains("licensing_"))
                .collect(Collectors.joining("\n", "", "\n"));
        Promtool.Outcome checked = Promtool.run(ours, "check", "metrics");

        assertThat(checked.code()).as(checked.report()).isZero();
    }

    /** Before the state was read, too, so that a replica that can't read it is known by it. */
    @Test
    void build_scraped_namesTheVersion() throws IOException {
        assertThat(value("licensing_build_info{version=\"" + version() + "\"}")).isOne();
    }

    private static String version() throws IOException {
        return Files.readAllLines(Path.of("pom.xml")).stream()
                .filter(line -> line.startsWith("  <version>"))
                .map(line -> line.replaceAll(" *</?version>", ""))
                .findFirst()
                .orElseThrow();
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
}
