package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.optymyse.inspire.licensing.page.Wire.Held;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Walks through every state of the page, in a window that is open, and has each of them looked at. */
final class States {

    private static final String NOW = "2027-01-01T12:00:00Z";
    private static final String IN_40_DAYS = "2027-02-11T00:00:00Z";
    private static final String IN_2_DAYS = "2027-01-04T00:00:00Z";
    private static final String UNIQUE = "DEMO-UNIQUE";
    private static final String LONG = "Enterprise-Plus-for-the-whole-of-a-very-large-organization\uD83C\uDFE2";
    private static final int MANY = 30;

    private final PageTest test;
    private final Check check;

    States(PageTest test, Check check) {
        this.test = test;
        this.check = check;
    }

    /** Looks at the page as it is now. */
    @FunctionalInterface
    interface Check {

        void look(String state);
    }

    void ofTheStatus() {
        test.page.navigate(test.service.toString());
        test.heading("Sign in to manage the license").waitFor();
        check.look("the door");

        test.openStatus();
        check.look("unlicensed");
        test.admin.activate(PageTest.KEY);
        test.saysLicensed();
        test.saysNoLonger("The license is being activated");
        check.look("licensed");
        test.click("Show the license key");
        test.click("Deactivate");
        test.button("Confirm Deactivate").waitFor();
        check.look("deactivation");
        test.click("Cancel");

        test.sandbox.fault("refuse", "");
        test.click("Re-validate License");
        test.says("Re-validation failed");
        check.look("failed re-validation");
        test.sandbox.noFaults();
        test.sandbox.act(PageTest.KEY, "suspend");
        test.click("Re-validate License");
        test.heading("Features are restricted").waitFor();
        check.look("restricted");
        test.admin.post("/license/deactivate");
        test.says("The seat can’t be released from here");
        test.saysNoLonger("The license is being deactivated");
        check.look("blocked release");
    }

    void ofActivationAndTrouble() {
        test.admin.activate(PageTest.KEY);
        test.clock.move(Duration.ofHours(49));
        test.openStatus();
        test.heading("This installation is licensed, for a limited time").waitFor();
        check.look("grace");
        test.clock.reset();

        test.tab("Update License").click();
        test.choose("offline");
        test.field("License key").fill(PageTest.KEY);
        test.field("License file (.lic)").fill(test.file("tampered"));
        test.click("Activate License");
        test.says("The update was refused and changed nothing");
        check.look("refused file");
        test.choose("online");
        test.field("License key").fill("DEMO-STARTER");
        test.click("Activate License");
        test.heading("What will change").waitFor();
        check.look("preview");
        test.click("Cancel");

        test.window().setOffline(true);
        test.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        test.says("The licensing service does not answer");
        check.look("service away");
        test.window().setOffline(false);
    }

    /** Begins with another window. */
    void ofAnotherRole(Runnable window) {
        test.provider.roles("Viewer");
        window.run();
        test.open();
        test.says("Licensing requires the Admin role");
        check.look("role missing");
    }

    void ofOperations() {
        test.wire.nothingRecorded();
        test.wire.change(
                Wire.LICENSE,
                license -> license.putObject("underWay")
                        .put("action", "activate")
                        .put("since", "2026-11-23T10:00:05Z")
                        .put("by", "other-admin"));
        test.openActivation();
        test.says("The form comes back when this is over.");
        check.look("under way, in place of the form");
        test.tab("Status").click();
        test.says("The license is being activated");
        check.look("under way");
        test.wire.free();

        test.admin.activate(PageTest.KEY);
        test.saysLicensed();
        test.wire.recorded("revalidate", "failed", "The licensing server could not be reached.");
        test.wire.loseRequests(Wire.REVALIDATE);
        test.click("Re-validate License");
        test.says("The re-validation failed.");
        check.look("no answer");
        Held held = test.wire.hold(Wire.DEACTIVATE);
        test.click("Deactivate");
        test.click("Confirm Deactivate");
        held.arrived();
        assertThat(test.button("Cancel")).isDisabled();
        check.look("busy");
    }

    /** What takes something away, and when: each by itself, and several at once. */
    void ofWarnings() {
        test.admin.activate(PageTest.KEY);
        tells(license -> details(license).put("expiresAt", IN_40_DAYS).put("createdAt", "2026-01-01T00:00:00Z"));
        test.openStatus();
        test.says("The license is about to expire");
        check.look("license ends");

        tells(license -> {
            details(license)
                    .put("name", LONG)
                    .put("validationMode", "offline")
                    .put("certificateIssuedAt", "2026-12-01T00:00:00Z")
                    .put("certificateExpiresAt", IN_2_DAYS);
            ArrayNode problems = license.putArray("problems");
            note(problems, "seat-shared").put("days", 3).put("lastAt", "2026-12-31T10:00:05Z");
            note(problems, "host-clock-behind")
                    .put("hostTime", "2026-12-31T10:00:05Z")
                    .put("knownTime", "2027-01-01T10:00:05Z");
            note(problems, "limit-missing").put("field", "maxDisplays");
            ObjectNode installation = (ObjectNode) license.path("installation");
            installation.put("clockChallenge", "abc");
            ArrayNode releases = installation.putArray("pendingReleases");
            release(releases, "blocked");
            release(releases, "queued");
            release(releases, "unknown");
        });
        test.page.reload();
        test.says("The license file is about to end");
        check.look("many warnings");

        tells(license -> {
            license.put("licensed", false).put("standing", "restricted").put("reason", "license-expired");
            license.putArray("forecast");
            details(license)
                    .put("status", "expired")
                    .put("expiresAt", "2026-12-30T10:00:05Z")
                    .put("certificateExpiresAt", "2026-12-29T10:00:05Z");
        });
        test.page.reload();
        test.row("Expired").waitFor();
        check.look("expired");
    }

    /** What opens, and what is printed. */
    void ofWhatOpens() {
        test.admin.activate(PageTest.KEY);
        test.admin.activate("DEMO-STARTER");
        test.openStatus();
        test.saysLicensed();
        if (test.page.viewportSize().width < 600) {
            test.click("History");
        }
        test.page.getByText("Licenses held").click();
        test.says("As far as the history reaches.");
        test.page.getByText("Details for support").click();
        test.button("Copy details for support").waitFor();
        check.look("licenses held and details for support");

        test.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        test.page.evaluate("dispatchEvent(new Event('beforeprint'))");
        test.says("License statement");
        check.look("statement");
        test.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
        test.page.evaluate("dispatchEvent(new Event('afterprint'))");

        test.tab("Update License").click();
        test.choose("offline");
        test.click("Show QR code");
        test.button("Hide QR code").waitFor();
        test.page.locator("il-qr-code svg").waitFor();
        check.look("QR code");
        test.choose("online");

        test.admin.post("/license/deactivate");
        test.tab("Activate").waitFor();
        test.field("License key").fill("DEMO-FULL");
        test.click("Activate License");
        test.heading("Who has the seats").waitFor();
        check.look("seats");
    }

    void ofDialogs() {
        test.admin.activate(PageTest.KEY);
        test.wire.change(Wire.PREVIEW, preview -> {
            entitlements(preview.putArray("lost"));
            preview.putArray("gained").addObject().put("code", "NEW").put("feature", "Something new");
        });
        test.openActivation();
        test.field("License key").fill("DEMO-STARTER");
        test.click("Activate License");
        test.says("I understand what is lost");
        check.look("folded preview");
        test.click("Cancel");
        test.wire.free(Wire.PREVIEW);

        test.sandbox.change(UNIQUE, Map.of("name", "Unique"));
        test.field("License key").fill(UNIQUE);
        test.click("Activate License");
        test.click("Apply changes");
        test.button("Deactivate and activate").waitFor();
        check.look("swap");
        test.page.locator("il-swap-dialog").getByText("Cancel").click();

        test.sandbox.act(PageTest.KEY, "suspend");
        test.admin.post("/license/revalidate");
        test.admin.post("/license/deactivate");
        test.page.reload();
        test.tab("Status").click();
        test.click("Dismiss");
        test.button("Dismiss the release").waitFor();
        check.look("dismissal");
    }

    /** The service tells something else of its license, at a fixed time. */
    private void tells(Consumer<ObjectNode> change) {
        test.wire.change(Wire.LICENSE, license -> change.accept(license.put("now", NOW)));
    }

    private static ObjectNode details(ObjectNode license) {
        return (ObjectNode) license.path("license");
    }

    private static ObjectNode note(ArrayNode problems, String code) {
        return problems.addObject().put("code", code).put("detail", "It is so.").putObject("values");
    }

    private static void release(ArrayNode releases, String state) {
        releases.addObject()
                .put("machineId", "machine-" + state)
                .put("licenseKey", "…")
                .put("since", "2026-12-24T10:00:05Z")
                .put("attempts", 3)
                .put("state", state)
                .putNull("lastError");
    }

    private static void entitlements(ArrayNode array) {
        for (int i = 1; i <= MANY; i++) {
            array.addObject().put("code", "FEATURE_" + i).put("feature", "Feature number " + i);
        }
    }
}
