package com.optymyse.inspire.licensing.processes;

import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import com.optymyse.inspire.licensing.testing.PostgresBinaries;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A PostgreSQL that can be killed and started again, on the same port with the same data; it may be the standby of another. */
final class MortalPostgres {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Path data;
    private final String address;
    private EmbeddedPostgres running;

    MortalPostgres(Path data) throws IOException {
        this.data = data;
        this.running = startOn(0);
        String server = "localhost:" + running.getPort();
        EmbeddedServer.prepare(server);
        this.address = EmbeddedServer.newDatabase(server, "licensing");
    }

    private MortalPostgres(Path data, String database) throws IOException {
        this.data = data;
        this.running = startOn(0);
        this.address = "localhost:" + running.getPort() + "/" + database;
    }

    /** A living standby, made of a copy of this one's data, for which this one is stopped and started again. */
    MortalPostgres standby(Path copy) throws IOException {
        stop();
        copy(data, copy);
        start();
        follow(copy, this);
        return new MortalPostgres(copy, database());
    }

    String address() {
        return address;
    }

    String database() {
        return address.substring(address.indexOf('/') + 1);
    }

    int port() {
        return running.getPort();
    }

    void start() throws IOException {
        running = startOn(running.getPort());
    }

    /** As an operator stops it. What was committed has reached its standby by then. */
    void stop() throws IOException {
        running.close();
    }

    /** Starts it as the standby of another. */
    void startAsStandbyOf(MortalPostgres primary) throws IOException {
        follow(data, primary);
        start();
    }

    /** Makes a standby a server that can write. */
    void promote() {
        asSuperuser().query("SELECT pg_promote()");
    }

    /** What an operator of the server may, and the service must not need. */
    Sql asSuperuser() {
        return new Sql(address, "postgres");
    }

    private static void follow(Path data, MortalPostgres primary) throws IOException {
        Files.createFile(data.resolve("standby.signal"));
        Files.writeString(
                data.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost port=" + primary.port() + " user=postgres'\n");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** As {@code kill -9} does to PostgreSQL and to all that it has started. */
    void kill() throws IOException {
        ProcessHandle server = ProcessHandle.of(processId()).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .join();
        // Finds nothing to stop any more, and gives up its lock on the folder.
        running.close();
    }

    private EmbeddedPostgres startOn(int port) throws IOException {
        return PostgresBinaries.builder()
                .setDataDirectory(data)
                .setPGStartupWait(LONGEST_START)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setRegisterShutdownHook(false)
                // Off in databases for tests, which are not meant to survive their death.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    /** The first line of the file that a running PostgreSQL keeps. */
    private long processId() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    }
}
