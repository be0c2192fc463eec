package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The AOT cache of the present package, made in one run of the service. The image has one, too. Each later start takes less
 * than half of the processor's time.
 */
final class AotCache {

    private static final Path FILE =
            Path.of("target", "processes", "service.aot").toAbsolutePath();

    private static boolean made;

    private AotCache() {}

    /** The options of a JVM that starts with it. It is made once, for all tests of a JVM. */
    static synchronized List<String> options() {
        if (!made) {
            make();
            made = true;
        }
        // It warns of each adapter that it does not find; the log is for the service's own lines.
        return List.of("-XX:AOTCache=" + FILE, "-Xlog:aot*=error");
    }

    private static void make() {
        try (Premises premises = Premises.of(AotCache.class)) {
            Replica replica =
                    premises.learn(List.of("-XX:AOTCacheOutput=" + FILE)).awaitReady();
            assertThat(replica.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
            assertThat(replica.post("/license/revalidate").status()).isEqualTo(200);
            assertThat(replica.post("/license/deactivate").status()).isEqualTo(200);
            replica.stop();
            replica.awaitGone();
        }
        assertThat(Files.exists(FILE)).as("AOT cache, see AotCache-1.log").isTrue();
    }
}
