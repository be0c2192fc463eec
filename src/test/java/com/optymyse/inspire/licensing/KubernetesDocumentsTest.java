package com.optymyse.inspire.licensing;

import static com.optymyse.inspire.licensing.KubernetesObjects.assumeInstalled;
import static com.optymyse.inspire.licensing.KubernetesObjects.check;
import static com.optymyse.inspire.licensing.KubernetesObjects.copyBase;
import static com.optymyse.inspire.licensing.KubernetesObjects.documents;
import static com.optymyse.inspire.licensing.KubernetesObjects.one;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The section on Kubernetes in the document on operations, followed word by word as far as that goes without a cluster: kubectl makes and renders
 * every object, but sends none to a server.
 */
class KubernetesDocumentsTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(bash|yaml)\\n(.*?)^```$");

    private static final Pattern NUL = Pattern.compile("\\x00");

    /** In place of a cluster: what would be sent to it is written into a file, and what is asked of it into another. */
    private static final String KUBECTL = """
            #!/bin/bash
            set -euo pipefail
            case " $* " in
            *" create "*) echo --- >>sent.yaml; REAL "$@" --dry-run=client -o yaml >>sent.yaml ;;
            " apply -k "*) REAL kustomize "$3" >applied.yaml ;;
            *" get secret inspire-licensing "*) printf old | base64 ;;
            *" get deployment inspire-licensing "*) cat deployment.json ;;
            *" run "*) printf '%s\\0' "$@" >ran.txt ;;
            *) echo "$*" >>asked.txt ;;
            esac
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() throws IOException {
        assumeInstalled("kubectl");
        assumeInstalled("openssl");
        copyBase(folder);
        Path kubectl = folder.resolve("bin").resolve("kubectl");
        Files.createDirectory(kubectl.getParent());
        Files.writeString(kubectl, KUBECTL.replace("REAL", real("kubectl")));
        Files.setPosixFilePermissions(kubectl, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void section_followed_makesWhatItNeeds() throws Exception {
        follow();

        List<JsonNode> sent = read("sent.yaml");
        List<JsonNode> applied = read("applied.yaml");
        for (JsonNode object : Stream.concat(sent.stream(), applied.stream()).toList()) {
            check(object);
        }
        assertThat(sent.getFirst().at("/kind").textValue()).isEqualTo("Namespace");
        assertThat(Stream.concat(sent.stream().skip(1), applied.stream()))
                .extracting(object -> object.at("/metadata/namespace").textValue())
                .containsOnly(sent.getFirst().at("/metadata/name").textValue());
        assertThat(one(applied, "PodMonitor")).isNotNull();
        assertThat(one(applied, "PrometheusRule")).isNotNull();
    }

    /** A pod whose secret is not there, or lacks a setting, waits for ever. */
    @Test
    void secrets_made_areThoseThatPodsMount() throws Exception {
        follow();

        List<JsonNode> sent = read("sent.yaml");
        List<JsonNode> applied = read("applied.yaml");
        assertThat(keys(secret(sent, secretOf(one(applied, "Deployment")))))
                .containsExactlyInAnyOrder("licensing.database.password", "licensing.secret.keys");
        assertThat(keys(secret(sent, secretOf(one(applied, "Job"))))).containsExactly("licensing.database.password");
        JsonNode roles = one(KubernetesObjects.written(KubernetesObjects.BASE.resolve("database-roles")), "Job");
        assertThat(keys(secret(
                        sent,
                        roles.at("/spec/template/spec/containers/0/envFrom/0/secretRef/name")
                                .textValue())))
                .containsExactlyInAnyOrder("PGHOST", "PGUSER", "PGPASSWORD");
        for (JsonNode part : roles.at("/spec/template/spec/volumes/1/projected/sources")) {
            assertThat(keys(secret(sent, part.at("/secret/name").textValue())))
                    .contains(part.at("/secret/items/0/key").textValue());
        }
    }

    @Test
    void questions_asked_areAboutWhatWasApplied() throws Exception {
        follow();

        List<JsonNode> applied = read("applied.yaml");
        String job = one(applied, "Job").at("/metadata/name").textValue();
        String deployment = one(applied, "Deployment").at("/metadata/name").textValue();
        assertThat(Files.readAllLines(folder.resolve("asked.txt")))
                .containsExactly(
                        "-n inspire delete job " + job + " --ignore-not-found",
                        "-n inspire rollout status deployment/" + deployment,
                        "-n inspire delete job inspire-licensing-database-roles --ignore-not-found");
    }

    /** Deployments refuse another selector, and services another address: an upgrade has to be an apply and no more. */
    @Test
    void upgrade_appliedOverTheFormer_changesNothingThatCantBeChanged() throws Exception {
        follow();
        List<JsonNode> former = read("applied.yaml");
        Path overlay = folder.resolve("your-overlay").resolve("kustomization.yaml");
        Files.writeString(overlay, Files.readString(overlay).replaceFirst("newTag: .*", "newTag: 1.0.1"));

        run("kubectl apply -k your-overlay");

        List<JsonNode> upgraded = read("applied.yaml");
        assertThat(image(one(upgraded, "Deployment"))).isNotEqualTo(image(one(former, "Deployment")));
        assertThat(image(one(upgraded, "Job"))).isEqualTo(image(one(upgraded, "Deployment")));
        assertThat(upgraded.stream().map(KubernetesDocumentsTest::withoutImage))
                .containsExactlyElementsOf(former.stream()
                        .map(KubernetesDocumentsTest::withoutImage)
                        .toList());
    }

    /** The runbook's commands for another ring of keys: the password stays, and the replicas start again. */
    @Test
    void keys_changedAsTheRunbookSays_areInTheSecretBesideThePassword() throws Exception {
        follow();
        Files.writeString(folder.resolve("licensing.secret.keys"), "another ring");

        run(ofTheRunbook("kubectl -n inspire get secret"));

        JsonNode secret = read("sent.yaml").getLast();
        check(secret);
        assertThat(secret.at("/metadata/name").textValue())
                .isEqualTo(secretOf(one(read("applied.yaml"), "Deployment")));
        assertThat(secret.path("data").valueStream().map(value -> new String(decoded(value), UTF_8)))
                .containsExactlyInAnyOrder("old", "another ring");
        assertThat(Files.readAllLines(folder.resolve("asked.txt")))
                .endsWith(
                        "-n inspire apply -f -",
                        "-n inspire rollout restart deployment/inspire-licensing",
                        "-n inspire rollout status deployment/inspire-licensing");
    }

    /** The runbook's way to run a command of the image, whose pod gets the settings of the replicas and the secrets of the owner. */
    @Test
    void command_ofTheRunbook_runsInAPodOfTheOwner() throws Exception {
        assumeInstalled("jq");
        follow();
        JsonNode deployment = one(read("applied.yaml"), "Deployment");
        Files.writeString(folder.resolve("deployment.json"), deployment.toString());
        String command = Files.readAllLines(Path.of("docs", "runbook.md")).stream()
                .filter(line -> line.startsWith("docker/kubernetes/command "))
                .findFirst()
                .orElseThrow();

        run(command);

        List<String> arguments =
                NUL.splitAsStream(Files.readString(folder.resolve("ran.txt"))).toList();
        JsonNode pod = new JsonMapper().readTree(arguments.getLast().replaceFirst("^--overrides=", ""));
        check(pod);
        assertThat(arguments)
                .startsWith("-n", "inspire", "run")
                .contains("--restart=Never", "--rm", "-i", "--image=" + image(deployment));
        JsonNode replica = deployment.at("/spec/template/spec/containers/0");
        JsonNode container = pod.at("/spec/containers/0");
        assertThat(container.path("envFrom")).isEqualTo(replica.path("envFrom"));
        assertThat(container.path("volumeMounts")).isEqualTo(replica.path("volumeMounts"));
        assertThat(container.at("/args").valueStream().map(JsonNode::textValue)).containsExactly("audit", "verify");
        assertThat(container.at("/env/0/value").textValue()).isEqualTo("inspire_licensing");
        assertThat(container.has("readinessProbe")).isFalse();
        for (JsonNode part : pod.at("/spec/volumes/0/projected/sources")) {
            assertThat(keys(secret(read("sent.yaml"), part.at("/secret/name").textValue())))
                    .contains(part.at("/secret/items/0/key").textValue());
        }
        Set<Map.Entry<String, JsonNode>> labels = pod.at("/metadata/labels").properties();
        assertThat(labels)
                .as("what the network policy selects")
                .containsAll(one(read("applied.yaml"), "NetworkPolicy")
                        .at("/spec/podSelector/matchLabels")
                        .properties());
        assertThat(labels.containsAll(one(read("applied.yaml"), "Service")
                        .at("/spec/selector")
                        .properties()))
                .as("what the service selects")
                .isFalse();
    }

    /** Else the command would run as the owner with the password of the service. */
    @Test
    void command_deploymentWithoutTheVolumeOfSecrets_endsAndSaysSo() throws Exception {
        assumeInstalled("jq");
        follow();
        JsonNode deployment = one(read("applied.yaml"), "Deployment");
        deployment
                .at("/spec/template/spec/volumes")
                .forEach(volume -> ((ObjectNode) volume)
                        .put("name", volume.path("name").textValue().replace("secrets", "passwords")));
        Files.writeString(folder.resolve("deployment.json"), deployment.toString());

        run("docker/kubernetes/command inspire audit verify 2>said.txt || echo $? >ended.txt");

        assertThat(folder.resolve("said.txt")).content().contains("has no volume “secrets”");
        assertThat(folder.resolve("ended.txt")).exists();
        assertThat(folder.resolve("ran.txt")).doesNotExist();
    }

    private static String ofTheRunbook(String beginning) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("docs", "runbook.md")))
                .results()
                .map(block -> block.group(2))
                .filter(block -> block.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] decoded(JsonNode value) {
        return Base64.getDecoder().decode(value.textValue());
    }

    /** Runs all commands of the section in their order; the overlay is written when its turn has come. */
    private void follow() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("admin-password"), "secret");
        String document = Files.readString(Path.of("docs", "operations.md"));
        String section =
                document.substring(document.indexOf("\n## Kubernetes\n"), document.indexOf("\n## PostgreSQL\n"));
        List<MatchResult> blocks = BLOCK.matcher(section).results().toList();
        assertThat(blocks).extracting(block -> block.group(1)).containsExactly("bash", "yaml", "bash", "bash");
        for (MatchResult block : blocks) {
            if (block.group(1).equals("yaml")) {
                write(block.group(2));
            } else {
                run(block.group(2));
            }
        }
    }

    /** The first line of a file's block names the file. */
    private void write(String block) throws IOException {
        Path file = folder.resolve(block.lines().findFirst().orElseThrow().replaceFirst("^# ", ""));
        Files.createDirectories(file.getParent());
        Files.writeString(file, block);
    }

    private void run(String commands) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-euc", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        shell.environment().merge("PATH", folder.resolve("bin") + File.pathSeparator, (path, bin) -> bin + path);
        Process process = shell.start();
        String written = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(written).isZero();
    }

    private List<JsonNode> read(String file) throws IOException {
        try (InputStream yaml = Files.newInputStream(folder.resolve(file))) {
            return documents(yaml);
        }
    }

    private static JsonNode secret(List<JsonNode> sent, String name) {
        return sent.stream()
                .filter(object -> object.at("/kind").textValue().equals("Secret"))
                .filter(secret -> secret.at("/metadata/name").textValue().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The section makes no secret " + name + "."));
    }

    private static List<String> keys(JsonNode secret) {
        return secret.path("data").propertyStream().map(key -> key.getKey()).toList();
    }

    private static String secretOf(JsonNode owner) {
        return owner.at("/spec/template/spec/volumes/0/secret/secretName").textValue();
    }

    private static String image(JsonNode owner) {
        return owner.at("/spec/template/spec/containers/0/image").textValue();
    }

    private static JsonNode withoutImage(JsonNode object) {
        JsonNode copy = object.deepCopy();
        if (copy.at("/spec/template/spec/containers/0") instanceof ObjectNode container) {
            container.remove("image");
        }
        return copy;
    }

    private static String real(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(path -> Path.of(path, command))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow()
                .toString();
    }
}
