package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.optymyse.inspire.licensing.page.Wire.Held;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be done, and what is said, while an operation of the page is under way. */
@QuarkusTest
@TestProfile(PageProfile.class)
@Tag("thorough")
class BusyPageComponentTest extends PageTest {

    @Test
    void deactivation_underWay_noWayOutOfItsDialog() {
        admin.activate(KEY);
        openStatus();
        Held held = wire.hold(Wire.DEACTIVATE);
        click("Deactivate");
        click("Confirm Deactivate");
        held.arrived();

        tryToLeaveTheDialog();

        assertThat(button("Confirm Deactivate")).isVisible();
        says("The license is being deactivated");
        held.release();
        assertThat(heading("This installation is not licensed")).isVisible();
        assertThat(button("Confirm Deactivate")).isHidden();
    }

    @Test
    void update_underWay_noWayOutOfItsDialog() {
        admin.activate("DEMO-STARTER");
        openActivation();
        Held held = wire.hold(Wire.ACTIVATE);
        field("License key").fill(KEY);
        click("Activate License");
        click("Apply changes");
        held.arrived();

        tryToLeaveTheDialog();

        assertThat(heading("What will change")).isVisible();
        says("The license is being activated");
        held.release();
        says("The Enterprise license is active.");
        assertThat(heading("What will change")).isHidden();
    }

    @Test
    void dismissal_underWay_noWayOutOfItsDialog() {
        admin.activate(KEY);
        sandbox.act(KEY, "suspend");
        admin.post("/license/revalidate");
        admin.post("/license/deactivate");
        openStatus();
        Held held = wire.hold("/dismiss");
        click("Dismiss");
        click("Dismiss the release");
        held.arrived();

        tryToLeaveTheDialog();

        assertThat(button("Dismiss the release")).isVisible();
        says("The release is being dismissed");
        held.release();
        says("This installation does not try to release the seat any more.");
    }

    /** Between its two operations, too: the present license is gone by then. */
    @Test
    void swap_underWay_noWayOutOfItsDialogAndBrowserAsks() {
        admin.activate(KEY);
        openActivation();
        field("License key").fill("DEMO-UNIQUE");
        click("Activate License");
        click("Apply changes");
        button("Deactivate and activate").waitFor();
        Held deactivation = wire.hold(Wire.DEACTIVATE);
        Held preview = wire.hold(Wire.PREVIEW);
        click("Deactivate and activate");
        deactivation.arrived();
        tryToLeaveTheDialog();
        assertThat(button("Deactivate and activate")).isVisible();

        deactivation.release();
        preview.arrived();

        tryToLeaveTheDialog();
        assertThat(button("Deactivate and activate")).isVisible();
        Assertions.assertThat(page.locator("inspire-licensing").evaluate("element => element.busy"))
                .isEqualTo(true);
        preview.release();
        says("license is active.");
        assertThat(button("Deactivate and activate")).isHidden();
        Assertions.assertThat(page.locator("inspire-licensing").evaluate("element => element.busy"))
                .isEqualTo(false);
    }

    @Test
    void operation_underWay_saidOnThePageWhateverTabIsShown() {
        openActivation();
        Held held = wire.hold(Wire.ACTIVATE);
        field("License key").fill(KEY);
        click("Activate License");
        held.arrived();

        tab("Status").click();

        says("The license is being activated");
        held.release();
        saysLicensed();
        saysNoLonger("The license is being activated");
    }

    @Test
    void secondOperation_whileOneIsUnderWay_notSent() {
        admin.activate(KEY);
        openStatus();
        Held held = wire.hold(Wire.REVALIDATE);
        click("Re-validate License");
        held.arrived();

        click("Deactivate");
        click("Confirm Deactivate");

        says("Another operation of this page is still running.");
        Assertions.assertThat(wire.requests(Wire.DEACTIVATE)).isEmpty();
        held.release();
        saysNoLonger("The license is being re-validated");
        click("Confirm Deactivate");
        assertThat(heading("This installation is not licensed")).isVisible();
    }

    @Test
    void leaving_whileAnOperationIsUnderWay_browserAsks() {
        openActivation();
        Held held = wire.hold(Wire.ACTIVATE);
        field("License key").fill(KEY);
        click("Activate License");
        held.arrived();
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });

        leave();

        page.waitForCondition(() -> asked.equals(List.of("beforeunload")));
        held.release();
        saysLicensed();
        page.waitForClose(this::leave);
        Assertions.assertThat(asked).hasSize(1);
    }

    @Test
    void signOut_whileAnOperationIsUnderWay_asksFirst() {
        openActivation();
        Held held = wire.hold(Wire.ACTIVATE);
        field("License key").fill(KEY);
        click("Activate License");
        held.arrived();
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });

        click("Sign out");

        held.release();
        says("The Enterprise license is active.");
        Assertions.assertThat(asked).containsExactly("confirm");
    }

    private void leave() {
        page.close(new Page.CloseOptions().setRunBeforeUnload(true));
    }

    /** Cancel, Esc and a click outside; Chromium closes a native dialog at the second Esc at the latest. */
    private void tryToLeaveTheDialog() {
        assertThat(button("Cancel")).isDisabled();
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        page.mouse().click(5, 5);
        page.keyboard().press("Escape");
    }
}
