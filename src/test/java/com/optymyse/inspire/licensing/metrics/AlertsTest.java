package com.optymyse.inspire.licensing.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alerts, played by Prometheus' own tool. */
class AlertsTest {

    private static final Path ALERTS = Path.of("docker", "prometheus", "alerts.yml");
    private static final Path RUNBOOK = Path.of("docs", "runbook.md");

    @ParameterizedTest
    @ValueSource(strings = {"alerts.test.yml", "alerts-two-installations.test.yml"})
    void alerts_playedByPromtool_fireWhenTheyShould(String cases) throws Exception {
        Promtool.Outcome played = Promtool.run("", "test", "rules", "docker/prometheus/" + cases);

        assertThat(played.code()).as(played.report()).isZero();
    }

    @Test
    void prometheus_configurationCheckedByPromtool_isGood() throws Exception {
        Promtool.Outcome checked = Promtool.run("", "check", "config", "docker/prometheus/prometheus.yml");

        assertThat(checked.code()).as(checked.report()).isZero();
    }

    @Test
    void runbookUrl_ofEachAlert_namesASectionOfTheRunbook() throws IOException {
        Set<String> sections = Files.readAllLines(RUNBOOK).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> anchor(line.substring(3)))
                .collect(Collectors.toSet());

        assertThat(rules())
                .hasSizeGreaterThan(20)
                .allSatisfy(rule -> assertThat(sections)
                        .as(rule.path("alert").textValue())
                        .contains(
                                rule.at("/annotations/runbook_url").textValue().replaceFirst("[^#]*#", "")));
    }

    /** Without these labels nobody knows which of several installations it is. */
    @Test
    void aggregates_ofEachAlert_keepWhatTellsInstallationsApart() throws IOException {
        assertThat(rules())
                .allSatisfy(rule -> assertThat(rule.path("expr").textValue())
                        .doesNotContainPattern("\\b(?:min|max|sum|group|count|avg)\\s*\\(")
                        .doesNotContainPattern("by \\((?!namespace, installation, job\\))"));
    }

    private static List<JsonNode> rules() throws IOException {
        return new YAMLMapper()
                .readTree(Files.readString(ALERTS))
                .at("/groups/0/rules")
                .valueStream()
                .toList();
    }

    /** As GitHub makes it of a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}
