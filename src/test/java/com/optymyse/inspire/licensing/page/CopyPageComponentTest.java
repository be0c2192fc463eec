package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copying where the page came without TLS: browsers have no clipboard for it there. */
@QuarkusTest
@TestProfile(PageProfile.class)
class CopyPageComponentTest extends PageTest {

    @BeforeEach
    void withoutTls() {
        page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        admin.activate(KEY);
    }

    @Test
    void copy_withoutTls_pasted() {
        openStatus();

        Locator button = button("Copy License Key").first();
        button.click();

        button("Copied License Key").first().waitFor();
        tab("Update License").click();
        field("License key").focus();
        page.keyboard().press("ControlOrMeta+V");
        assertThat(field("License key")).hasValue(KEY);
    }

    /** Around a dialog nothing can be selected. */
    @Test
    void copy_inADialogWithoutTls_pastedAndTheFocusStaysOnTheButton() {
        openStatus();
        click("Deactivate");
        Locator copy = page.locator("il-deactivate-dialog il-copy-button");

        copy.getByText("Copy").click();

        copy.getByText("Copied").first().waitFor();
        assertThat(copy.locator("button")).isFocused();
        click("Cancel");
        tab("Update License").click();
        field("License key").focus();
        page.keyboard().press("ControlOrMeta+V");
        assertThat(field("License key")).hasValue(KEY);
    }

    @Test
    void copy_impossible_saysSoUntilTheNextAction() {
        page.addInitScript("document.execCommand = () => false");
        openStatus();
        page.clock().install();

        button("Copy License Key").first().click();

        says("select the text and copy it by hand");
        page.clock().runFor(60_000);
        says("select the text and copy it by hand");
    }
}
