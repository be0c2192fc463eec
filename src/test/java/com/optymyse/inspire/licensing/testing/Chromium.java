package com.optymyse.inspire.licensing.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one browser of all tests: the Chromium that is installed, since none is fetched. */
public final class Chromium {

    /** Set to anything where a missing browser is a failure. */
    private static final String REQUIRED = "BROWSER_TESTS_REQUIRED";

    /** The one that can't open a window comes first: it takes half of the processor's time. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    /** Without a sandbox, which root can't have; and without whatever would look for the network. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Milliseconds until what should be shown is missed, on a machine with much else to do. */
    public static final int TIMEOUT = 60_000;

    private static @Nullable Browser browser;

    private Chromium() {}

    /** The browser; the test is skipped where there is none, unless one is required. */
    public static synchronized Browser browser() {
        if (browser == null) {
            Optional<Path> executable = executable();
            if (executable.isEmpty() && System.getenv(REQUIRED) != null) {
                throw new IllegalStateException("No Chromium on the PATH, and " + REQUIRED + " is set.");
            }
            assumeTrue(executable.isPresent(), "No Chromium on the PATH: the tests of the page are skipped.");
            browser = launch(executable.orElseThrow());
        }
        return browser;
    }

    private static Browser launch(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    private static Optional<Path> executable() {
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
