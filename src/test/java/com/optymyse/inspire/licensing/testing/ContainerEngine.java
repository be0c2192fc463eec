package com.optymyse.inspire.licensing.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.testcontainers.DockerClientFactory;

/** What tests that build and run images need. */
public final class ContainerEngine {

    private ContainerEngine() {}

    /**
     * Skips the test where no container engine answers, and fails it where {@code LICENSING_IMAGE_TESTS=required} says that
     * there has to be one.
     */
    public static void require() {
        boolean answers = DockerClientFactory.instance().isDockerAvailable();
        if ("required".equals(System.getenv("LICENSING_IMAGE_TESTS"))) {
            assertThat(answers).as("a container engine answers").isTrue();
        }
        assumeTrue(answers, "SKIPPED: no container engine answers, so the image is neither built nor run.");
    }
}
