package com.optymyse.inspire.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.optymyse.inspire.licensing.activation.Operations;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/**
 * The Kubernetes base says only what Kubernetes knows: each object is checked against the description of its kind in
 * Kubernetes' OpenAPI document, as Kubernetes' own Java client has it, once as written and once as kubectl renders it.
 */
class KubernetesManifestsTest {

    private static final Path BASE = Path.of("docker", "kubernetes");

    /** Beside the base, where nobody else makes the roles of PostgreSQL. */
    private static final Path ROLES = BASE.resolve("database-roles");

    private static final YAMLMapper YAML = new YAMLMapper();

    /** For the time that is stored at a stop, and the end of the process. */
    private static final int SPARE_SECONDS = 5;

    /** What throws when an object has a field that its kind has not, lacks one that it must have, or has one of another type. */
    private interface Kind {
        void check(JsonElement object) throws IOException;
    }

    private static final Map<String, Kind> KINDS = Map.of(
            "v1/ServiceAccount", V1ServiceAccount::validateJsonElement,
            "v1/ConfigMap", V1ConfigMap::validateJsonElement,
            "v1/Service", V1Service::validateJsonElement,
            "apps/v1/Deployment", V1Deployment::validateJsonElement,
            "batch/v1/Job", V1Job::validateJsonElement,
            "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::validateJsonElement);

    @Test
    void base_everyResource_isAsKubernetesDescribesItsKind() throws IOException {
        List<JsonNode> objects = new ArrayList<>(written(BASE));
        objects.addAll(written(ROLES));

        assertThat(objects).hasSize(8);
        for (JsonNode object : objects) {
            check(object);
        }
    }

    @Test
    void base_renderedByKubectl_isAsKubernetesDescribesItAndFitsTogether() throws Exception {
        assumeTrue(isInstalled("kubectl"), "Rendering the Kubernetes base needs kubectl on the PATH.");

        List<JsonNode> objects = rendered(BASE);

        assertThat(objects).hasSize(written(BASE).size());
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
        assumeTrue(isInstalled("kubectl"), "Rendering the Kubernetes base needs kubectl on the PATH.");

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
    void migrate_role_isTheOwnerAndGrantsToTheService() throws IOException {
        JsonNode job = one(written(BASE), "Job").at("/spec/template/spec");
        JsonNode service = one(written(BASE), "ConfigMap").at("/data/LICENSING_DATABASE_USERNAME");

        JsonNode container = job.at("/containers/0");
        assertThat(container.at("/env/0/name").textValue()).isEqualTo("LICENSING_DATABASE_USERNAME");
        assertThat(container.at("/env/0/value")).isNotEqualTo(service);
        assertThat(container.at("/args/2").textValue()).isEqualTo("--grant-to");
        assertThat(container.at("/args/3")).isEqualTo(service);
        assertThat(job.at("/volumes/0/secret/secretName").textValue()).isEqualTo("inspire-licensing-owner");
    }

    /** An empty selector would be for every pod of the namespace, and cut off a database that runs in it. */
    @Test
    void networkPolicy_selector_namesOurPods() throws IOException {
        JsonNode selected = one(written(BASE), "NetworkPolicy").at("/spec/podSelector/matchLabels");
        JsonNode ours = YAML.readTree(Files.readString(BASE.resolve("kustomization.yaml")))
                .at("/labels/0/pairs");

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

    private static void check(JsonNode object) throws IOException {
        String kind = object.path("apiVersion").textValue() + "/"
                + object.path("kind").textValue();
        assertThat(KINDS).containsKey(kind);
        KINDS.get(kind).check(JsonParser.parseString(object.toString()));
    }

    private static JsonNode one(List<JsonNode> objects, String kind) {
        return objects.stream()
                .filter(object -> kind.equals(object.path("kind").textValue()))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> written(Path folder) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        JsonNode resources = YAML.readTree(Files.readString(folder.resolve("kustomization.yaml")))
                .path("resources");
        for (JsonNode resource : resources) {
            objects.add(YAML.readTree(Files.readString(folder.resolve(resource.textValue()))));
        }
        return objects;
    }

    private static List<JsonNode> rendered(Path folder) throws IOException, InterruptedException {
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream output = kubectl.getInputStream();
                MappingIterator<JsonNode> documents =
                        YAML.readerFor(JsonNode.class).readValues(output)) {
            List<JsonNode> objects = documents.readAll();
            assertThat(kubectl.waitFor()).isZero();
            return objects;
        }
    }

    private static boolean isInstalled(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
