package com.optymyse.inspire.licensing;

import static com.optymyse.inspire.licensing.KubernetesObjects.BASE;
import static com.optymyse.inspire.licensing.KubernetesObjects.check;
import static com.optymyse.inspire.licensing.KubernetesObjects.one;
import static com.optymyse.inspire.licensing.KubernetesObjects.rendered;
import static com.optymyse.inspire.licensing.KubernetesObjects.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Monitors and rules for prometheus-operator, checked against the models that fabric8 makes of the operator's own descriptions. */
class PrometheusOperatorTest {

    private static final Path MONITORING = BASE.resolve("monitoring");

    @ParameterizedTest
    @ValueSource(strings = {"pods", "services"})
    void monitoring_rendered_isAsTheOperatorDescribesIt(String folder) throws Exception {
        List<JsonNode> objects = rendered(MONITORING.resolve(folder));

        for (JsonNode object : objects) {
            check(object);
        }
        assertThat(objects)
                .extracting(object -> object.path("kind").textValue())
                .contains("PrometheusRule");
    }

    /** The control: the models know every field by name. */
    @Test
    void check_monitorWithAMisspelledField_refusesIt() throws IOException {
        ObjectNode misspelled = (ObjectNode) one(written(MONITORING.resolve("pods")), "PodMonitor");
        ObjectNode spec = (ObjectNode) misspelled.path("spec");
        spec.set("podMetricEndpoints", spec.remove("podMetricsEndpoints"));

        assertThatThrownBy(() -> check(misspelled)).hasMessageContaining("podMetricEndpoints");
    }

    @Test
    void podMonitor_selectsTheReplicasAndTheirPort() throws Exception {
        JsonNode monitor =
                one(rendered(MONITORING.resolve("pods")), "PodMonitor").path("spec");
        JsonNode pod = one(rendered(BASE), "Deployment").at("/spec/template");

        assertThat(pod.at("/metadata/labels").properties())
                .containsAll(monitor.at("/selector/matchLabels").properties());
        assertThat(pod.at("/spec/containers/0/ports").findValuesAsText("name"))
                .contains(monitor.at("/podMetricsEndpoints/0/port").textValue());
        assertJobIsOurs(monitor, pod);
    }

    @Test
    void serviceMonitor_selectsTheServiceThatSelectsTheReplicas() throws Exception {
        List<JsonNode> objects = rendered(MONITORING.resolve("services"));
        JsonNode monitor = one(objects, "ServiceMonitor").path("spec");
        JsonNode service = one(objects, "Service");
        JsonNode pod = one(rendered(BASE), "Deployment").at("/spec/template");

        assertThat(service.at("/metadata/labels").properties())
                .containsAll(monitor.at("/selector/matchLabels").properties());
        assertThat(service.at("/spec/ports/0/name")).isEqualTo(monitor.at("/endpoints/0/port"));
        assertThat(pod.at("/metadata/labels").properties())
                .containsAll(service.at("/spec/selector").properties());
        assertThat(pod.at("/spec/containers/0/ports").findValuesAsText("name"))
                .contains(service.at("/spec/ports/0/targetPort").textValue());
        assertJobIsOurs(monitor, service);
    }

    /** Whoever has no operator takes the file. Kustomize reads none above its folder, so that there are two. */
    @Test
    void rules_ofTheOperator_areTheAlerts() throws IOException {
        JsonNode alerts = new YAMLMapper().readTree(Files.readString(Path.of("docker", "prometheus", "alerts.yml")));
        JsonNode rules = one(written(MONITORING.resolve("rules")), "PrometheusRule");

        assertThat(rules.at("/spec/groups")).isEqualTo(alerts.path("groups"));
    }

    /** The alerts find a replica that is down by this job. */
    private static void assertJobIsOurs(JsonNode monitor, JsonNode labelled) {
        assertThat(labelled.at("/metadata/labels")
                        .path(monitor.path("jobLabel").textValue())
                        .textValue())
                .isEqualTo("inspire-licensing");
    }
}
