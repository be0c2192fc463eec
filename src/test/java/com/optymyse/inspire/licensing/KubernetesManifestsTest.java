package com.optymyse.inspire.licensing;

import static com.optymyse.inspire.licensing.KubernetesObjects.BASE;
import static com.optymyse.inspire.licensing.KubernetesObjects.check;
import static com.optymyse.inspire.licensing.KubernetesObjects.copyBase;
import static com.optymyse.inspire.licensing.KubernetesObjects.kustomization;
import static com.optymyse.inspire.licensing.KubernetesObjects.one;
import static com.optymyse.inspire.licensing.KubernetesObjects.rendered;
import static com.optymyse.inspire.licensing.KubernetesObjects.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.optymyse.inspire.licensing.activation.Operations;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Kubernetes base says only what Kubernetes knows: each object is checked against the description of its kind in
 * Kubernetes' OpenAPI document, as Kubernetes' own Java client has it, once as written and once as kubectl renders it.
 */
class KubernetesManifestsTest {

    /** Beside the base, where nobody else makes the roles of PostgreSQL. */
    private static final Path ROLES = BASE.resolve("database-roles");

    private static final YAMLMapper YAML = new YAMLMapper();

    /** For the time that is stored at a stop, and the end of the process. */
    private static final int SPARE_SECONDS = 5;

    @Test
    void base_everyResource_isAsKubernetesDescribesItsKind() throws IOException {
        List<JsonNode> objects = new ArrayList<>(written(BASE));
        objects.addAll(written(ROLES));

        assertThat(objects).hasSize(7);
        for (JsonNode object : objects) {
            check(object);
        }
    }

    @Test
    void base_renderedByKubectl_isAsKubernetesDescribesItAndFitsTogether() throws Exception {
        List<JsonNode> objects = rendered(BASE);

        assertThat(objects).hasSize(written(BASE).size() + 1);
        for (JsonNode object : objects) {
            check(object);
        }
        JsonNode pod = one(objects, "Deployment").at("/spec/template");
        assertThat(one(objects, "Service").at("/spec/selector").properties())
                .allSatisfy(label -> assertThat(pod.at("/metadata/labels").path(label.getKey()))
                        .isEqualTo(label.getValue()));
        assertThat(one(objects, "Job").at("/spec/template/metadata/labels")).isNotEqualTo(pod.at("/metadata/labels"));
    }

    @Test
    void databaseRoles_renderedByKubectl_haveTheirScript() throws Exception {
        List<JsonNode> objects = rendered(ROLES);

        for (JsonNode object : objects) {
            check(object);
        }
        JsonNode script = one(objects, "ConfigMap");
        assertThat(script.at("/data/database-roles").textValue())
                .isEqualTo(Files.readString(ROLES.resolve("database-roles")));
        assertThat(one(objects, "Job").at("/spec/template/spec/volumes/0/configMap/name"))
                .isEqualTo(script.at("/metadata/name"));
        assertThat(one(objects, "Job").at("/spec/template/metadata/labels").properties())
                .as("the labels that the network policy selects")
                .containsAll(one(written(BASE), "NetworkPolicy")
                        .at("/spec/podSelector/matchLabels")
                        .properties());
    }

    /** Migrations need more rights than the service has, and grant it those. */
    @Test
    void migrate_role_isTheOwnerAndGrantsToTheService() throws Exception {
        JsonNode job = one(written(BASE), "Job").at("/spec/template/spec");
        JsonNode service = one(rendered(BASE), "ConfigMap").at("/data/LICENSING_DATABASE_USERNAME");

        JsonNode container = job.at("/containers/0");
        assertThat(container.at("/env/0/name").textValue()).isEqualTo("LICENSING_DATABASE_USERNAME");
        assertThat(container.at("/env/0/value")).isNotEqualTo(service);
        assertThat(container.at("/args/2").textValue()).isEqualTo("--grant-to");
        assertThat(container.at("/args/3")).isEqualTo(service);
        assertThat(job.at("/volumes/0/secret/secretName").textValue()).isEqualTo("inspire-licensing-owner");
    }

    /** A map that keeps its name would leave the replicas with the settings of before. */
    @Test
    void setting_changed_givesDeploymentAndJobAnotherMap(@TempDir Path folder) throws Exception {
        List<JsonNode> before = rendered(BASE);
        List<JsonNode> after = rendered(overlay(folder, "LICENSING_CONTACT_SUPPORT=somebody@example.com"));

        assertThat(one(after, "ConfigMap").at("/data/LICENSING_CONTACT_SUPPORT").textValue())
                .isEqualTo("somebody@example.com");
        for (String kind : List.of("Deployment", "Job")) {
            assertThat(map(one(before, kind)))
                    .isEqualTo(one(before, "ConfigMap").at("/metadata/name").textValue());
            assertThat(map(one(after, kind)))
                    .isEqualTo(one(after, "ConfigMap").at("/metadata/name").textValue())
                    .isNotEqualTo(map(one(before, kind)));
        }
    }

    /** What GitOps tools need to apply a job again, since nobody can change one. */
    @Test
    void jobs_appliedAgain_areReplaced() throws IOException {
        List<JsonNode> jobs = List.of(one(written(BASE), "Job"), one(written(ROLES), "Job"));

        assertThat(jobs).extracting(job -> job.at("/metadata/annotations")).allSatisfy(annotations -> {
            assertThat(annotations.path("argocd.argoproj.io/hook").textValue()).isEqualTo("Sync");
            assertThat(annotations.path("argocd.argoproj.io/hook-delete-policy").textValue())
                    .isEqualTo("BeforeHookCreation");
            assertThat(annotations.path("kustomize.toolkit.fluxcd.io/force").textValue())
                    .isEqualTo("enabled");
        });
    }

    /** An empty selector would be for every pod of the namespace, and cut off a database that runs in it. */
    @Test
    void networkPolicy_selector_namesOurPods() throws IOException {
        JsonNode selected = one(written(BASE), "NetworkPolicy").at("/spec/podSelector/matchLabels");
        JsonNode ours = kustomization(BASE).at("/labels/0/pairs");

        assertThat(selected.isEmpty()).isFalse();
        assertThat(selected.properties())
                .allSatisfy(label -> assertThat(ours.path(label.getKey())).isEqualTo(label.getValue()));
    }

    /** The control: a field that is misspelled, or of another type, does not pass. */
    @Test
    void check_objectWithAMistake_refusesIt() throws IOException {
        ObjectNode misspelled = (ObjectNode) one(written(BASE), "Deployment");
        ((ObjectNode) misspelled.at("/spec/template/spec/containers/0")).put("imagePullPolice", "Always");
        ObjectNode incomplete = (ObjectNode) one(written(BASE), "Deployment");
        ((ObjectNode) incomplete.path("spec")).remove("selector");

        assertThatThrownBy(() -> check(misspelled)).hasMessageContaining("imagePullPolice");
        assertThatThrownBy(() -> check(incomplete)).hasMessageContaining("selector");
    }

    @Test
    void pods_ofServiceAndJobs_runWithoutPrivilegesOnAReadOnlyFileSystem() throws IOException {
        List<JsonNode> owners = new ArrayList<>(written(BASE));
        owners.addAll(written(ROLES));
        owners.removeIf(owner -> owner.at("/spec/template").isMissingNode());
        assertThat(owners).hasSize(3);
        for (JsonNode owner : owners) {
            JsonNode pod = owner.at("/spec/template/spec");
            JsonNode container = pod.at("/containers/0/securityContext");

            assertThat(pod.at("/securityContext/runAsNonRoot").booleanValue()).isTrue();
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(container.path("readOnlyRootFilesystem").booleanValue()).isTrue();
            assertThat(container.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.at("/capabilities/drop/0").textValue()).isEqualTo("ALL");
        }
    }

    /** Else a stop is broken off while the service still finishes what has begun. */
    @Test
    void stop_longestThatItTakes_fitsIntoTheTimeGivenForIt() throws IOException {
        long longestStop = Operations.SHUTDOWN_TIMEOUT.plus(lastAnswers()).toSeconds();
        JsonNode pod = one(written(BASE), "Deployment").at("/spec/template/spec");
        int preStop = pod.at("/containers/0/lifecycle/preStop/sleep/seconds").intValue();
        JsonNode compose = YAML.readTree(Files.readString(Path.of("docker", "compose.yml")))
                .at("/x-licensing/stop_grace_period");

        assertThat(pod.path("terminationGracePeriodSeconds").longValue())
                .isGreaterThan(preStop + longestStop + SPARE_SECONDS);
        assertThat(Long.parseLong(compose.textValue().replace("s", ""))).isGreaterThan(longestStop + SPARE_SECONDS);
    }

    /** For the answers that are still on their way when the operations are over. */
    private static Duration lastAnswers() throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        return Duration.parse("PT" + settings.getProperty("quarkus.shutdown.timeout"));
    }

    private static String map(JsonNode owner) {
        return owner.at("/spec/template/spec/containers/0/envFrom/0/configMapRef/name")
                .textValue();
    }

    /** Of the base, with one more setting; kubectl reads resources by relative paths alone. */
    private static Path overlay(Path folder, String setting) throws IOException {
        copyBase(folder);
        Path overlay = Files.createDirectory(folder.resolve("overlay"));
        Files.writeString(overlay.resolve("kustomization.yaml"), """
                resources: [../docker/kubernetes]
                configMapGenerator: [{ name: inspire-licensing, behavior: merge, literals: [SETTING] }]
                """.replace("SETTING", setting));
        return overlay;
    }
}
