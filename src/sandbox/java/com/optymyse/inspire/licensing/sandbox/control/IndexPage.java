package com.optymyse.inspire.licensing.sandbox.control;

import com.optymyse.inspire.licensing.sandbox.state.DemoLicense;
import com.optymyse.inspire.licensing.sandbox.state.FaultMode;
import com.optymyse.inspire.licensing.sandbox.state.LicenseBook;
import com.optymyse.inspire.licensing.sandbox.state.WireName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that tells people what the sandbox has. */
record IndexPage(String base, List<ControlRoutes.Description> controls, LicenseBook book) {

    String html() {
        return template()
                .replace("{base}", base)
                .replace("{licenses}", rows(book.licenses().stream().map(this::license)))
                .replace("{controls}", rows(controls.stream().map(control -> row(control.request(), control.about()))))
                .replace(
                        "{faults}",
                        rows(Arrays.stream(FaultMode.values()).map(mode -> row(mode.wireName(), mode.about()))))
                .replace(
                        "{defects}",
                        rows(Arrays.stream(Defect.values()).map(defect -> row(WireName.of(defect), defect.about()))));
    }

    private static String template() {
        try (InputStream resource = IndexPage.class.getResourceAsStream("/sandbox/index.html")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notReadable) {
            throw new UncheckedIOException(notReadable);
        }
    }

    private String license(DemoLicense license) {
        int taken = book.machines(license).size();
        return row(
                license.key(),
                license.about(),
                taken + " of " + license.policy().maxMachines());
    }

    private static String row(String name, String... cells) {
        String rest = Arrays.stream(cells).map(cell -> "<td>" + escaped(cell)).collect(Collectors.joining());
        return "<tr><td><code>" + escaped(name) + "</code>" + rest + "</tr>";
    }

    private static String rows(Stream<String> rows) {
        return rows.collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
