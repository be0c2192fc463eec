package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.sandbox.Sandbox;
import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import com.optymyse.inspire.licensing.testing.ReleasedPackage;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.Turnstile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.jose4j.jwt.JwtClaims;

/** All that one installation needs: PostgreSQL, a licensing server behind a turnstile, tokens, and its replicas. */
final class Premises implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "processes").toAbsolutePath();
    private static final List<String> SAME_AS_IN_ONE_PROCESS = List.of(
            "licensing.vendor.",
            "licensing.secret.",
            "licensing.database.",
            "licensing.server.",
            "quarkus.rest-client.");
    /** What tests have longer than production, so that a busy machine gives nobody up. */
    private static final Set<String> PATIENCE = Set.of(
            "licensing.database.timeout",
            "licensing.database.transaction-timeout",
            "licensing.server.timeout",
            "quarkus.rest-client.licensing-server.connect-timeout");

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final String name;
    private final Sandbox sandbox = Sandbox.start(0);
    private final Turnstile turnstile = new Turnstile(sandbox.url());
    private final SandboxControl vendor = new SandboxControl(sandbox.url());
    private final IdentityProvider people;
    private final Sql database;
    private final boolean patient;
    private final List<Replica> replicas = new ArrayList<>();

    /** With a new database; {@code name} is what its replicas' logs are called. */
    static Premises of(Class<?> test) {
        return new Premises(test.getSimpleName(), new Sql(EmbeddedServer.newDatabase()));
    }

    /** The same, with the deadlines of production: those that nobody sets. */
    static Premises inProduction(Class<?> test) {
        return new Premises(test.getSimpleName(), new Sql(EmbeddedServer.newDatabase()), false);
    }

    Premises(String name, Sql database) {
        this(name, database, true);
    }

    private Premises(String name, Sql database, boolean patient) {
        this.name = name;
        this.people = new IdentityProvider(FOLDER, name);
        this.database = database;
        this.patient = patient;
    }

    SandboxControl vendor() {
        return vendor;
    }

    Turnstile turnstile() {
        return turnstile;
    }

    Sql database() {
        return database;
    }

    /** Starts one more replica and waits until it is ready. */
    Replica start() {
        return start(Map.of()).awaitReady();
    }

    /** Starts one more replica, with some settings of its own; it need not be ready yet. */
    Replica start(Map<String, String> settings) {
        return start(settings, Map.of());
    }

    /** The same, with variables in its environment, which count where else a setting of its own would. */
    Replica start(Map<String, String> settings, Map<String, String> environment) {
        return start(ReleasedPackage.application(), settings, environment);
    }

    /** The same, and who asks it shows these tokens. */
    Replica start(Map<String, String> settings, Map<String, String> environment, Supplier<String> token) {
        return start(ReleasedPackage.application(), AotCache.options(), settings, environment, token);
    }

    /** The same of another package, with all of these. */
    Replica start(
            Path application, Map<String, String> settings, Map<String, String> environment, Supplier<String> token) {
        return start(application, List.of(), settings, environment, token);
    }

    /** The same of another package than the present one. */
    Replica start(Path application, Map<String, String> settings) {
        return start(application, settings, Map.of());
    }

    /** The same of the present package with a JVM that is to keep what it learns. */
    Replica learn(List<String> options) {
        return start(ReleasedPackage.application(), options, Map.of(), Map.of(), people::adminToken);
    }

    /** The same of the present package, with a JVM that has options of its own. */
    Replica start(List<String> options, Map<String, String> settings) {
        return start(ReleasedPackage.application(), options, settings, Map.of(), people::adminToken);
    }

    private Replica start(Path application, Map<String, String> settings, Map<String, String> environment) {
        boolean present = application.equals(ReleasedPackage.application());
        return start(application, present ? AotCache.options() : List.of(), settings, environment, people::adminToken);
    }

    private Replica start(
            Path application,
            List<String> options,
            Map<String, String> settings,
            Map<String, String> environment,
            Supplier<String> token) {
        Path log = FOLDER.resolve(name + "-" + (replicas.size() + 1) + ".log");
        Map<String, String> all = new HashMap<>(settings());
        all.putAll(settings);
        all.keySet().removeIf(setting -> environment.containsKey(variable(setting)));
        Replica replica = Replica.start(application, options, log, all, environment, token);
        replicas.add(replica);
        return replica;
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** What a service has to be told so that it belongs here. */
    Map<String, String> settings() {
        Map<String, String> all = new HashMap<>(testSettings());
        all.putAll(people.settings());
        all.putAll(settings(database));
        all.put("licensing.server.url", turnstile.url().toString());
        if (!patient) {
            all.keySet().removeAll(PATIENCE);
        }
        return all;
    }

    /** The identity provider's key set. */
    String keySet() {
        return people.keySet();
    }

    /** A token with these claims and no others. */
    String token(JwtClaims claims) {
        return people.token(claims);
    }

    /** Opens every door. */
    String token() {
        return people.adminToken();
    }

    /** The same, at least this long: as of somebody in many groups. */
    String token(int length) {
        return people.adminToken(length);
    }

    /** Lets a lease that somebody holds come to its end. */
    void letLeaseEnd() {
        database.execute("UPDATE installation SET lease_until = clock_timestamp() WHERE lease_until IS NOT NULL");
    }

    /**
     * Lets the time come that everything waits for: leases end, and every seat is due to be given back, also one that was
     * reserved.
     */
    void letTimePass() {
        letLeaseEnd();
        database.execute(
                "UPDATE release SET since = since - INTERVAL '10 minutes', next_attempt_at = now() - INTERVAL '1 second'");
    }

    /** Lets the time of the next re-validation come, whatever was planned. */
    void letRevalidationBeDue() {
        database.execute("UPDATE license SET next_attempt_at = now() - INTERVAL '1 second'");
    }

    /** Lets some time pass of the pause that the licensing server has asked for. */
    void letServerPausePass(Duration time) {
        database.execute("UPDATE installation SET server_pause_since = server_pause_since - INTERVAL '" + time
                + "', server_pause_until = server_pause_until - INTERVAL '" + time + "'");
    }

    /** Waits until nothing is owed to the licensing server, then looks whether it has what the installation holds. */
    void assertSeatsMatchOnceDrained() {
        await().atMost(LONGEST)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(database.query("SELECT machine_id || ' ' || state FROM release"))
                        .as("seats still to be given back")
                        .isEmpty());
        assertThat(machines())
                .as("machines at the licensing server")
                .isEqualTo(database.query("SELECT machine_id FROM license"));
    }

    /** How many entries of an operation are in the audit trail. */
    long entries(AskedFor operation) {
        return database.number("SELECT count(*) FROM audit WHERE action = '" + operation.recorded() + "'");
    }

    /**
     * Waits until an operation has left that many entries in the audit trail and nobody has the lease: one that ended by
     * itself stands there still.
     */
    void awaitOver(AskedFor operation, long entries) {
        String entriesAndLease = "SELECT (SELECT count(*) FROM audit WHERE action = '" + operation.recorded()
                + "') || ' ' || coalesce(lease_token::text, 'free') FROM installation";
        await().atMost(LONGEST)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(database.query(entriesAndLease)).containsExactly(entries + " free"));
    }

    /** Looks whether nothing is owed to the licensing server, and it has what the installation holds. */
    void assertSeatsMatch() {
        assertThat(machines())
                .as("machines at the licensing server")
                .isEqualTo(database.query(
                        "SELECT 'owed: ' || machine_id FROM release UNION ALL SELECT machine_id FROM license"));
    }

    /** Every machine that holds a seat of a license used here. */
    List<String> machines() {
        List<String> machines = new ArrayList<>(vendor.machines("DEMO-ENTERPRISE"));
        machines.addAll(vendor.machines("DEMO-STARTER"));
        return machines;
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
        turnstile.close();
        sandbox.close();
    }

    /** Without a password: the servers of most tests trust everybody. */
    private static Map<String, String> settings(Sql database) {
        return Map.ofEntries(
                // In the profile prod alone, nobody may trust the sandbox.
                Map.entry("quarkus.profile", "prod,test"),
                Map.entry("quarkus.http.host", "localhost"),
                Map.entry("quarkus.http.port", "0"),
                Map.entry("quarkus.management.host", "localhost"),
                Map.entry("quarkus.management.port", "0"),
                Map.entry("licensing.database.url", "postgresql://" + database.address()),
                Map.entry("licensing.database.username", database.role()),
                Map.entry("licensing.background.poll", "1S"),
                Map.entry("licensing.background.releases", "1S"),
                Map.entry("licensing.background.revalidation", "1S"),
                // Tests that count commits, or hold one, mean those of operations.
                Map.entry("licensing.background.clock", "1H"));
    }

    /** The sandbox as vendor, a secret, and timeouts for a busy machine, as tests in one process have them. */
    private static Map<String, String> testSettings() {
        Properties test = new Properties();
        try (InputStream file = Premises.class.getResourceAsStream("/application-test.properties")) {
            test.load(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("The settings of tests can't be read.", failure);
        }
        Map<String, String> settings = new HashMap<>();
        test.stringPropertyNames().stream()
                .filter(key -> SAME_AS_IN_ONE_PROCESS.stream().anyMatch(key::startsWith))
                .forEach(key -> settings.put(key, test.getProperty(key)));
        return settings;
    }
}
