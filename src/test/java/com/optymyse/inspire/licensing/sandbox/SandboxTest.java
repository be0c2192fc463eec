package com.optymyse.inspire.licensing.sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** What a test of the sandbox begins with: one sandbox for the class, as it was when it started. */
abstract class SandboxTest {

    static SandboxClient sandbox;

    @BeforeAll
    static void start() {
        sandbox = new SandboxClient();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() throws Exception {
        sandbox.reset();
    }
}
