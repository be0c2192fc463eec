package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.testing.ReleasedPackage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who starts a vendor's package, and would rather have another vendor. Everything else is as the vendor shipped it. */
@Tag("thorough")
class BuiltInVendorIT {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static final String SECOND = "There is a second META-INF/licensing/vendor.properties";

    private static final Map<String, String> VENDOR = Map.of(
            "licensing.vendor.keys", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "licensing.vendor.account", "9A1B7FB1-6f84-4b0c-9b53-3a1d5f1c8d11",
            "licensing.vendor.product", "5c7b2b0f-4f5e-4c36-8a65-0d2c1ad0a4e2",
            "licensing.vendor.longest-offline-file", "365d");

    /** They let it start and are no one's. The vendor is the attacker's, as the other file is. */
    private static final Map<String, String> SETTINGS = Map.of(
            "LICENSING_VENDOR_KEYS", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "LICENSING_VENDOR_ACCOUNT", "00000000-0000-4000-8000-000000000001",
            "LICENSING_VENDOR_PRODUCT", "00000000-0000-4000-8000-000000000002",
            "LICENSING_SECRET_KEYS", "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "LICENSING_SERVER_ENABLED", "false",
            "LICENSING_DATABASE_URL", "postgresql://nobody:x@localhost:1/none",
            "MP_JWT_VERIFY_ISSUER", "nobody",
            "MP_JWT_VERIFY_AUDIENCES", "nobody",
            "MP_JWT_VERIFY_PUBLICKEY_LOCATION", "http://localhost:1/");

    @TempDir
    private static Path folder;

    private static Path application;
    private static Path other;

    @BeforeAll
    static void buildIn() throws IOException {
        application = BuiltInVendor.build(folder.resolve("package"), VENDOR);
        other = folder.resolve("other");
        Path file = other.resolve("META-INF/licensing/vendor.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                String.join(
                        "\n",
                        "licensing.vendor.keys=" + SETTINGS.get("LICENSING_VENDOR_KEYS"),
                        "licensing.vendor.account=" + SETTINGS.get("LICENSING_VENDOR_ACCOUNT"),
                        "licensing.vendor.product=" + SETTINGS.get("LICENSING_VENDOR_PRODUCT")));
        Files.writeString(folder.resolve("options"), "-Xbootclasspath/a:" + other);
        Files.writeString(folder.resolve("key"), "SOME-KEY");
    }

    /** Each way in which a JVM can be told of another folder. A command trusts as the service does, and is quicker. */
    @ParameterizedTest
    @CsvSource({
        "JAVA_TOOL_OPTIONS, -Xbootclasspath/a:OTHER, There is a second META-INF/licensing/vendor.properties",
        "JDK_JAVA_OPTIONS, -Xbootclasspath/a:OTHER, There is a second META-INF/licensing/vendor.properties",
        "_JAVA_OPTIONS, -Xbootclasspath/a:OTHER, There is a second META-INF/licensing/vendor.properties",
        "JAVA_TOOL_OPTIONS, -XX:VMOptionsFile=OPTIONS, There is a second META-INF/licensing/vendor.properties",
        "JDK_JAVA_OPTIONS, @OPTIONS, There is a second META-INF/licensing/vendor.properties",
        "JDK_JAVA_OPTIONS, --patch-module java.base=OTHER, There is a second META-INF/licensing/vendor.properties",
        "JAVA_TOOL_OPTIONS, -Xbootclasspath/a:EMPTY, The JVM was started with -Xbootclasspath/a:",
        "JDK_JAVA_OPTIONS, --patch-module java.base=EMPTY, The JVM was started with --patch-module",
    })
    void command_withAnotherVendorInFront_failsInOneSentence(String variable, String options, String sentence)
            throws Exception {
        String told = options.replace("OTHER", other.toString())
                .replace("OPTIONS", folder.resolve("options").toString())
                .replace(
                        "EMPTY",
                        Files.createDirectories(folder.resolve("empty")).toString());

        start(Map.of(variable, told), command("-jar", runner())).assertEndedWith(sentence);
    }

    @Test
    void command_withAnotherVendorInFrontOfTheClassPath_failsInOneSentence() throws Exception {
        start(Map.of(), command("-cp", other + ":" + runner(), mainClass())).assertEndedWith(SECOND);
    }

    @Test
    void command_withoutAnotherVendor_isOfTheBuiltInOne() throws Exception {
        start(Map.of(), command("-jar", runner())).assertEndedWith("license-file-malformed");
    }

    /** As where versions share jars, or a folder is mounted elsewhere. */
    @Test
    void command_ofALinkedFolderWithAnAotCache_isOfTheBuiltInOne() throws Exception {
        Path linked = Files.createDirectories(folder.resolve("linked"));
        for (String part : List.of("app", "lib", "quarkus")) {
            Files.createSymbolicLink(linked.resolve(part), application.resolve(part));
        }
        String runner =
                Files.copy(Path.of(runner()), linked.resolve("quarkus-run.jar")).toString();
        Path cache = folder.resolve("command.aot");
        start(Map.of(), command("-XX:AOTCacheOutput=" + cache, "-jar", runner))
                .assertEndedWith("license-file-malformed");

        start(Map.of(), command("-XX:AOTMode=on", "-XX:AOTCache=" + cache, "-jar", runner))
                .assertEndedWith("license-file-malformed");
    }

    @Test
    void start_withAnotherVendorInFront_endsInOneSentence() throws Exception {
        start(Map.of("JAVA_TOOL_OPTIONS", "-Xbootclasspath/a:" + other), List.of("-jar", runner()))
                .assertEndedWith(SECOND);
    }

    /** A package without a vendor of its own, to which somebody has given the account's name. */
    @Test
    void start_accountConfiguredByItsSlug_endsInOneSentence() throws Exception {
        String runner = ReleasedPackage.application().resolve("quarkus-run.jar").toString();

        start(Map.of("LICENSING_VENDOR_ACCOUNT", "inspire"), List.of("-jar", runner))
                .assertEndedWith("use the id, not the slug or the name.");
    }

    /** Tracing is done so. What comes after it is the agent's own, and may be a token. */
    @Test
    void start_withAnAgent_runsForItsVendorAndNamesTheAgent() throws Exception {
        Path agent = agent(folder.resolve("agent.jar"));

        Started started =
                start(Map.of("JAVA_TOOL_OPTIONS", "-javaagent:" + agent + "=token"), List.of("-jar", runner()));
        try {
            await().atMost(LONGEST).pollInterval(Duration.ofMillis(100)).until(started::listensOrIsGone);
            assertThat(started.said())
                    .contains("account 9a1b7fb1-6f84-4b0c-9b53-3a1d5f1c8d11 (BUILT_IN)")
                    .contains("Agents run in this JVM and can change what it does: " + agent + ".");
        } finally {
            started.process().destroyForcibly();
        }
    }

    /** What the agent's jar begins with. */
    public static final class Agent {

        private Agent() {}

        public static void premain(String options, Instrumentation instrumentation) {}
    }

    private record Started(Process process, Path log) {

        void assertEndedWith(String sentence) throws Exception {
            boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(ended).as("ended by itself, having said: %s", said()).isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(said()).contains(sentence).doesNotContain("\tat ", "\"frames\"", "Listening on");
        }

        boolean listensOrIsGone() throws IOException {
            return said().contains("Listening on") || !process.isAlive();
        }

        String said() throws IOException {
            return Files.readString(log);
        }
    }

    private static Started start(Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dquarkus.http.port=0", "-Dquarkus.management.port=0"));
        command.addAll(arguments);
        Path log = Files.createTempFile(folder, "service", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(folder.resolve("key").toFile())
                .redirectOutput(log.toFile());
        builder.environment().putAll(SETTINGS);
        builder.environment().putAll(environment);
        return new Started(builder.start(), log);
    }

    /** Judges a file that is none, for whom it is built in to trust. */
    private static List<String> command(String... start) {
        List<String> command = new ArrayList<>(List.of(start));
        command.addAll(List.of("file", "verify", folder.resolve("options").toString(), "fingerprint"));
        return command;
    }

    private static String runner() {
        return application.resolve("quarkus-run.jar").toString();
    }

    private static String mainClass() throws IOException {
        try (JarFile runner = new JarFile(runner())) {
            return runner.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        }
    }

    private static Path agent(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", Agent.class.getName());
        String entry = Agent.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream contents = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream code = Agent.class.getClassLoader().getResourceAsStream(entry)) {
            contents.putNextEntry(new JarEntry(entry));
            code.transferTo(contents);
        }
        return jar;
    }
}
