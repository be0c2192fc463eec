package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.optymyse.inspire.licensing.page.Wire.Held;
import java.time.Duration;

/** Walks through every state of the page, in a window that is open, and has each of them looked at. */
final class States {

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
        test.heading("Seats still to be released").waitFor();
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
}
