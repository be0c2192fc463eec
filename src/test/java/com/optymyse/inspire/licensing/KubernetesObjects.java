package com.optymyse.inspire.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects that a Kustomize folder has, and what their kinds allow. */
final class KubernetesObjects {

    static final Path BASE = Path.of("docker", "kubernetes");

    private static final YAMLMapper YAML = new YAMLMapper();

    /** Refuses fields that the models do not know, although these would keep them apart. */
    private static final JsonMapper MODELS = JsonMapper.builder()
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public @Nullable Boolean hasAnySetter(Annotated member) {
                    return member.hasAnnotation(JsonAnySetter.class) ? Boolean.FALSE : null;
                }
            })
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Throws when an object has a field that its kind has not, lacks one that it must have, or has one of another type. */
    private interface Kind {
        void check(JsonElement object) throws IOException;
    }

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("v1/Namespace", V1Namespace::validateJsonElement),
            Map.entry("v1/ServiceAccount", V1ServiceAccount::validateJsonElement),
            Map.entry("v1/ConfigMap", V1ConfigMap::validateJsonElement),
            Map.entry("v1/Secret", V1Secret::validateJsonElement),
            Map.entry("v1/Pod", V1Pod::validateJsonElement),
            Map.entry("v1/Service", V1Service::validateJsonElement),
            Map.entry("apps/v1/Deployment", V1Deployment::validateJsonElement),
            Map.entry("batch/v1/Job", V1Job::validateJsonElement),
            Map.entry("policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::validateJsonElement),
            Map.entry("monitoring.coreos.com/v1/PodMonitor", modelled(PodMonitor.class)),
            Map.entry("monitoring.coreos.com/v1/ServiceMonitor", modelled(ServiceMonitor.class)),
            Map.entry("monitoring.coreos.com/v1/PrometheusRule", modelled(PrometheusRule.class)));

    private KubernetesObjects() {}

    /** Throws unless the object is as Kubernetes, or prometheus-operator, describes its kind. */
    static void check(JsonNode object) throws IOException {
        String kind = object.path("apiVersion").textValue() + "/"
                + object.path("kind").textValue();
        assertThat(KINDS).containsKey(kind);
        KINDS.get(kind).check(JsonParser.parseString(object.toString()));
    }

    static JsonNode one(List<JsonNode> objects, String kind) {
        return objects.stream()
                .filter(object -> kind.equals(object.path("kind").textValue()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + kind + "."));
    }

    /** The files that a folder names as its resources; other folders that it names are left out. */
    static List<JsonNode> written(Path folder) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (JsonNode resource : kustomization(folder).path("resources")) {
            Path file = folder.resolve(resource.textValue());
            if (Files.isRegularFile(file)) {
                objects.add(YAML.readTree(Files.readString(file)));
            }
        }
        return objects;
    }

    static JsonNode kustomization(Path folder) throws IOException {
        return YAML.readTree(Files.readString(folder.resolve("kustomization.yaml")));
    }

    /** What {@code kubectl} makes of a folder; skips the test where it is not installed. */
    static List<JsonNode> rendered(Path folder) throws IOException, InterruptedException {
        assumeInstalled("kubectl");
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream output = kubectl.getInputStream()) {
            List<JsonNode> objects = documents(output);
            assertThat(kubectl.waitFor()).isZero();
            return objects;
        }
    }

    /** The documents of a YAML stream. */
    static List<JsonNode> documents(InputStream yaml) throws IOException {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            return documents.readAll();
        }
    }

    /** Copies the base and what lies in it into a folder, under the path that it has in the sources. */
    static void copyBase(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(BASE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(file);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** Skips the test where a command is not installed. */
    static void assumeInstalled(String command) {
        assumeTrue(isInstalled(command), "This test needs " + command + " on the PATH.");
    }

    private static Kind modelled(Class<?> model) {
        return object -> MODELS.readValue(object.toString(), model);
    }

    private static boolean isInstalled(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
