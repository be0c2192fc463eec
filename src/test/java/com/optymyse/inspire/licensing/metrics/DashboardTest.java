package com.optymyse.inspire.licensing.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optymyse.inspire.licensing.testing.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The dashboard, as far as it can be tried without Grafana: it has the form that Grafana's types describe, Prometheus
 * understands each query, and nothing in it is of one Grafana alone. The types leave the options of a panel open.
 */
class DashboardTest {

    private static final Path DASHBOARD = Path.of("docker", "grafana", "dashboards", "inspire-licensing.json");

    @TempDir
    private Path folder;

    @Test
    void dashboard_compiledAsGrafanasType_isOne() throws Exception {
        check(DASHBOARD);
    }

    /** The control. */
    @Test
    void dashboard_withAMisspelledField_isRefused() throws IOException {
        Path misspelled = write(Files.readString(DASHBOARD).replace("\"gridPos\"", "\"gridPosition\""));

        assertThatThrownBy(() -> check(misspelled)).hasMessageContaining("gridPosition");
    }

    @Test
    void queries_readByPromtool_areUnderstood() throws Exception {
        Promtool.Outcome read = readByPromtool(queries());

        assertThat(read.code()).as(read.report()).isZero();
        assertThat(queries()).hasSizeGreaterThan(25);
    }

    /** The control. */
    @Test
    void queries_oneThatIsNone_isRefused() throws Exception {
        assertThat(readByPromtool(List.of("max bye (job) (up)")).code()).isNotZero();
    }

    /** Whoever imports it has other data sources than we have, and maybe several installations. */
    @Test
    void everyPanel_asksWhatIsChosen() throws IOException {
        JsonNode dashboard = dashboard();

        assertThat(dashboard.at("/templating/list").findValuesAsText("name"))
                .containsExactly("datasource", "namespace", "job");
        assertThat(dashboard.findValuesAsText("uid"))
                .filteredOn(uid -> !uid.equals("inspire-licensing"))
                .hasSizeGreaterThan(50)
                .containsOnly("${datasource}");
        assertThat(queries())
                .allSatisfy(query -> assertThat(query)
                        .contains("namespace=~\"$namespace\", job=~\"$job\"")
                        .doesNotContainPattern("\\b(?:min|max|sum|count)\\s*\\((?!max by)"));
    }

    @Test
    void panels_placed_overlapNowhere() throws IOException {
        List<String> places = dashboard()
                .path("panels")
                .valueStream()
                .map(panel -> panel.path("gridPos"))
                .flatMap(DashboardTest::fields)
                .toList();

        assertThat(places).doesNotHaveDuplicates();
        assertThat(dashboard().path("panels").findValuesAsText("id")).doesNotHaveDuplicates();
    }

    private static Stream<String> fields(JsonNode place) {
        int x = place.path("x").intValue();
        int y = place.path("y").intValue();
        return IntStream.range(x, x + place.path("w").intValue())
                .boxed()
                .flatMap(column ->
                        IntStream.range(y, y + place.path("h").intValue()).mapToObj(row -> column + ", " + row));
    }

    private static void check(Path dashboard) throws IOException, InterruptedException {
        Node.install(Path.of("src", "test", "grafana"))
                .run("node", "check.mjs", dashboard.toAbsolutePath().toString());
    }

    /** As rules, because promtool reads a query of its own only beside a Prometheus. */
    private Promtool.Outcome readByPromtool(List<String> queries) throws IOException, InterruptedException {
        String rules = queries.stream()
                .map(query ->
                        query.replace("$namespace", ".*").replace("$job", ".*").replace("$__rate_interval", "5m"))
                .map(query -> "  - { record: 'inspire:query', expr: '" + query + "', labels: { n: '"
                        + Integer.toHexString(query.hashCode()) + "' } }")
                .collect(Collectors.joining("\n", "groups:\n- name: dashboard\n  rules:\n", "\n"));
        return Promtool.run("", "check", "rules", write(rules).toString());
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("written"), content);
    }

    private static List<String> queries() throws IOException {
        return dashboard().findValuesAsText("expr");
    }

    private static JsonNode dashboard() throws IOException {
        return new JsonMapper().readTree(Files.readString(DASHBOARD));
    }
}
