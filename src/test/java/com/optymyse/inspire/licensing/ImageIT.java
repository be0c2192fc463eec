package com.optymyse.inspire.licensing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.Capability;
import com.optymyse.inspire.licensing.sandbox.Sandbox;
import com.optymyse.inspire.licensing.testing.ContainerEngine;
import com.optymyse.inspire.licensing.testing.ReleasedImage;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Builds the image, and runs it as an operator would: two replicas without any privilege on a PostgreSQL, with a licensing
 * server in this JVM. Needs a container engine; where none answers the tests are skipped, unless
 * {@code LICENSING_IMAGE_TESTS=required} says that there has to be one.
 */
@Tag("thorough")
class ImageIT {

    private static final String IMAGE = "inspire-licensing:it";
    private static final String VERSION = "1.2.3";
    private static final String RUNTIME = "eclipse-temurin:25-jre";
    /** As the service has in docker/compose.yml, in megabytes. */
    private static final int MEMORY = 512;

    private static final String APPLICATION = "/opt/inspire-licensing/";
    private static final String STRICT_START = "java $JAVA_OPTIONS -XX:AOTCache=/opt/inspire-licensing/service.aot"
            + " -XX:AOTMode=on -jar /opt/inspire-licensing/quarkus-run.jar --version";
    private static final Path COMPOSE_LOG = Path.of("target", "compose-config.log");
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final String KEY = "DEMO-ENTERPRISE";

    /** An ordinary role; the one that the container begins with is a superuser. */
    private static final String OWNER = "inspire";

    private static final String DATABASE = "inspire_licensing";

    @TempDir
    static Path folder;

    private static PostgreSQLContainer postgres;
    private static Sandbox sandbox;
    private static SandboxControl vendor;

    private Service one;
    private Service two;

    @BeforeAll
    static void buildTheImage() throws Exception {
        ContainerEngine.require();
        ReleasedImage.build(IMAGE, Map.of("VERSION", VERSION));
        sandbox = Sandbox.start(0);
        vendor = new SandboxControl(sandbox.url());
        postgres = new PostgreSQLContainer("postgres:17");
        postgres.start();
        makeOwner();
        writeSecrets();
    }

    @AfterAll
    static void stop() {
        if (postgres != null) {
            postgres.stop();
        }
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @BeforeEach
    void twoReplicasUnlicensed() {
        vendor.reset();
        one = new Service(DATABASE);
        two = new Service(DATABASE);
    }

    @AfterEach
    void stopReplicas() {
        one.stop();
        two.stop();
    }

    @Test
    void twoReplicas_activateOnOneKillItAndRestoreElsewhere_licenseHolds() throws Exception {
        one.start();
        two.start();
        one.activate().statusCode(200).body("standing", is("licensed")).body("installation.trust", is("configured"));
        await().atMost(LONGEST_START)
                .untilAsserted(() -> two.get("/entitlements").body("licensed", is(true)));

        one.stop();

        two.get("/entitlements/SSO_SAML").statusCode(200).body("granted", is(true));

        dumpAndRestore("restored");
        try (Service elsewhere = new Service("restored")) {
            elsewhere.start();
            elsewhere.get("/license").body("standing", is("licensed"));
            elsewhere.get("/license/history").body("entries[0].action", is("activate"));
        }

        two.request().post("/license/deactivate").then().statusCode(200).body("release", is("completed"));
        assertThat(vendor.machines(KEY)).isEmpty();
    }

    @Test
    void commands_inTheImage_doWhatTheySay() throws Exception {
        one.start();
        String fingerprint = one.get("/license").extract().path("installation.fingerprint");
        Files.writeString(
                folder.resolve("license.lic"), vendor.file(KEY, Map.of("fingerprint", fingerprint, "kind", "machine")));

        ExecResult verified = one.execInContainer(
                "sh", "-c", "echo " + KEY + " | inspire-licensing file verify /run/secrets/license.lic " + fingerprint);
        ExecResult forAnother = one.execInContainer(
                "sh", "-c", "echo " + KEY + " | inspire-licensing file verify /run/secrets/license.lic another");
        ExecResult encrypted = one.execInContainer("inspire-licensing", "secret", "re-encrypt");

        assertThat(verified.getStdout()).contains("Valid: it can be activated now.", "SSO_SAML");
        assertThat(verified.getExitCode()).isZero();
        assertThat(forAnother.getExitCode()).isEqualTo(12);
        assertThat(encrypted.getStdout()).contains("Encrypted with the key 'dev'");
    }

    @Test
    void container_running_isHealthyAndMayDoNothingElse() throws Exception {
        one.start();

        assertThat(one.execInContainer("healthy").getExitCode()).isZero();
        assertThat(one.execInContainer("id", "-u").getStdout().strip()).isEqualTo("10001");
        assertThat(one.execInContainer("touch", "/opt/inspire-licensing/x").getExitCode())
                .isNotZero();
        assertThat(one.getLogs()).contains("\"message\":\"inspire-licensing ").doesNotContain(KEY);
        assertThat(one.getLogs().lines().filter(line -> !line.isBlank())).allMatch(line -> line.startsWith("{"));
    }

    /** What the package has, {@link ReleasePackageIT} looks into; here it is enough that nothing else got in. */
    @Test
    void image_files_areThePackageAndItsCacheAlone() throws Exception {
        TreeSet<String> packaged = new TreeSet<>();
        Path content = ReleasedImage.content();
        try (Stream<Path> files = Files.walk(content)) {
            files.filter(Files::isRegularFile)
                    .map(file -> content.relativize(file).toString())
                    .forEach(packaged::add);
        }
        packaged.remove("quarkus-app-dependencies.txt");
        packaged.add("service.aot");

        assertThat(files(IMAGE))
                .filteredOn(file -> file.startsWith(APPLICATION))
                .map(file -> file.substring(APPLICATION.length()))
                .containsExactlyInAnyOrderElementsOf(packaged);
        assertThat(packaged).contains("sbom.cdx.json");
        InspectImageResponse image =
                DockerClientFactory.instance().client().inspectImageCmd(IMAGE).exec();
        assertThat(Objects.requireNonNull(image.getConfig()).getUser()).isEqualTo("10001");
        assertThat(image.getConfig().getLabels())
                .containsEntry("org.opencontainers.image.title", "Inspire licensing")
                .containsEntry("org.opencontainers.image.version", VERSION)
                .containsEntry("org.opencontainers.image.base.name", RUNTIME);
    }

    /** The training needs a PostgreSQL and a program of its own, and neither is shipped. */
    @Test
    void image_otherFiles_areThoseOfTheRuntime() throws Exception {
        assertThat(files(IMAGE))
                .filteredOn(file -> !file.startsWith(APPLICATION))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                files(RUNTIME).stream(),
                                Stream.of("/usr/local/bin/healthy", "/usr/local/bin/inspire-licensing"))
                        .toList());
    }

    /**
     * A JVM that must use the cache ends where the cache does not fit the package, or where its objects do not fit the heap with
     * which this container's memory lets the JVM begin.
     */
    @Test
    void image_cacheOfTheTraining_countsWithTheContainersMemory() throws Exception {
        assertThat(run(IMAGE, STRICT_START)).endsWith("exit 0\n");
        assertThat(run(IMAGE, "touch /opt/inspire-licensing/quarkus-run.jar; " + STRICT_START))
                .endsWith("exit 1\n");
        assertThat(run(IMAGE, STRICT_START.replace("$JAVA_OPTIONS", "$JAVA_OPTIONS -Xms4m")))
                .endsWith("exit 1\n");
    }

    /** The vendor is built in before the training: its jar is another one. */
    @Test
    void image_ofAVendor_isTrained() throws Exception {
        String vendorsImage = IMAGE + "-vendor";

        ReleasedImage.build(
                vendorsImage,
                Map.of(
                        "VENDOR_KEYS",
                        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                        "VENDOR_ACCOUNT",
                        "9a1b7fb1-6f84-4b0c-9b53-3a1d5f1c8d11",
                        "VENDOR_PRODUCT",
                        "5c7b2b0f-4f5e-4c36-8a65-0d2c1ad0a4e2"));

        assertThat(run(vendorsImage, STRICT_START)).endsWith("exit 0\n");
        String built =
                "grep -q META-INF/licensing/vendor.properties /opt/inspire-licensing/app/inspire-licensing-*.jar";
        assertThat(run(vendorsImage, built)).endsWith("exit 0\n");
        assertThat(run(IMAGE, built)).endsWith("exit 1\n");
    }

    private static List<String> files(String image) throws Exception {
        return run(
                        image,
                        "find / -xdev -type f -not -path '/proc/*' -not -path '/sys/*' -not -path '/dev/*'"
                                + " -not -path '/etc/hosts' -not -path '/etc/hostname' -not -path '/etc/resolv.conf'"
                                + " -not -path '/run/*'")
                .lines()
                .filter(line -> line.startsWith("/"))
                .toList();
    }

    /** What a shell says in a container with the memory of the compose file's, as root, with its exit code at the end. */
    private static String run(String image, String commands) throws Exception {
        Process process = new ProcessBuilder(
                        "docker",
                        "run",
                        "--rm",
                        "--user",
                        "0",
                        "--network",
                        "none",
                        "--memory",
                        MEMORY + "m",
                        "--entrypoint",
                        "sh",
                        image,
                        "-c",
                        "(" + commands + "); echo exit $?")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void composeFile_readByDockerCompose_isWellFormed() throws Exception {
        Process compose = new ProcessBuilder("docker-compose", "-f", "docker/compose.yml", "config", "--services")
                .redirectError(COMPOSE_LOG.toFile())
                .start();

        String services = new String(compose.getInputStream().readAllBytes(), UTF_8);

        assertThat(compose.waitFor())
                .as("docker-compose config, see %s", COMPOSE_LOG)
                .isZero();
        assertThat(services.lines())
                .containsExactlyInAnyOrder(
                        "database-roles",
                        "grafana",
                        "keycloak",
                        "licensing-1",
                        "licensing-2",
                        "migrate",
                        "postgres",
                        "prometheus",
                        "proxy");
    }

    private static void makeOwner() throws Exception {
        String commands = String.join(
                " && ",
                "export PGPASSWORD=" + postgres.getPassword() + " PGHOST=localhost PGUSER=" + postgres.getUsername(),
                "psql -d postgres -c \"CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + postgres.getPassword() + "'\"",
                "createdb --owner=" + OWNER + " " + DATABASE);
        ExecResult made = postgres.execInContainer("bash", "-c", commands);
        assertThat(made.getExitCode()).as(made.getStderr()).isZero();
    }

    /** The settings that an operator has in files, and the people that this installation knows. */
    private static void writeSecrets() throws IOException {
        // The container's user is not this one.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Properties test = new Properties();
        test.load(ImageIT.class.getResourceAsStream("/application-test.properties"));
        for (String name : test.stringPropertyNames()) {
            if (name.startsWith("licensing.vendor.") || name.startsWith("licensing.secret.")) {
                write(name, test.getProperty(name));
            }
        }
        write("licensing.database.password", postgres.getPassword());
        write(
                "mp.jwt.verify.publickey",
                Files.readString(Path.of("src/sandbox/resources/sandbox/keys/token.jwks.json")));
    }

    private static void write(String name, String value) throws IOException {
        Files.writeString(folder.resolve(name), value);
    }

    private static void dumpAndRestore(String database) throws Exception {
        String commands = String.join(
                " && ",
                "export PGPASSWORD=" + postgres.getPassword() + " PGHOST=localhost",
                "pg_dump --username=" + OWNER + " --format=custom --no-owner --no-acl " + DATABASE + " > /tmp/dump",
                "createdb --username=" + postgres.getUsername() + " --owner=" + OWNER + " " + database,
                "pg_restore --username=" + OWNER + " --no-owner --no-acl --dbname " + database + " /tmp/dump");
        ExecResult restored = postgres.execInContainer("bash", "-c", commands);
        assertThat(restored.getExitCode()).as(restored.getStderr()).isZero();
    }

    /** One replica of the image. It shares this host's network, so that it reaches the licensing server of this JVM. */
    private static final class Service extends GenericContainer<Service> {

        private final int port = freePort();
        private final int managementPort = freePort();

        Service(String database) {
            super(IMAGE);
            withNetworkMode("host");
            withFileSystemBind(folder.toString(), "/run/secrets", BindMode.READ_ONLY);
            withEnv("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS", "/run/secrets");
            // In the profile prod alone, nobody may trust the sandbox.
            withEnv("QUARKUS_PROFILE", "prod,test");
            withEnv("QUARKUS_HTTP_PORT", String.valueOf(port));
            withEnv("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort));
            withEnv("LICENSING_DATABASE_URL", address(database));
            withEnv("LICENSING_DATABASE_USERNAME", OWNER);
            withEnv("MP_JWT_VERIFY_ISSUER", Tokens.ISSUER);
            withEnv("MP_JWT_VERIFY_AUDIENCES", "inspire-licensing");
            withEnv("LICENSING_SERVER_URL", sandbox.url().toString());
            withEnv("LICENSING_SERVER_TIMEOUT", "15S");
            withEnv("LICENSING_DATABASE_TIMEOUT", "30S");
            withEnv("LICENSING_DATABASE_TRANSACTION_TIMEOUT", "30S");
            withCreateContainerCmdModifier(command -> Objects.requireNonNull(command.getHostConfig())
                    .withReadonlyRootfs(true)
                    .withCapDrop(Capability.ALL)
                    .withMemory(MEMORY * 1024L * 1024));
        }

        @Override
        public void start() {
            super.start();
            await("ready, or the log says why not")
                    .atMost(LONGEST_START)
                    .ignoreExceptions()
                    .until(() -> given().get("http://localhost:" + managementPort + "/q/health/ready")
                                    .statusCode()
                            == 200);
        }

        ValidatableResponse get(String path) {
            return request().get(path).then();
        }

        ValidatableResponse activate() {
            return request()
                    .body(Map.of("method", "online", "licenseKey", KEY))
                    .post("/license/activate")
                    .then();
        }

        RequestSpecification request() {
            return given().baseUri("http://localhost")
                    .port(port)
                    .auth()
                    .oauth2(Tokens.withRole("Admin"))
                    .contentType(ContentType.JSON);
        }

        private static String address(String database) {
            return "postgresql://localhost:" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/"
                    + database;
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
