package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.optymyse.inspire.licensing.certificate.ArrivingFiles;
import com.optymyse.inspire.licensing.license.ArrivingKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;

/** The product page's section Activating a License, and each refusal of its troubleshooting table. */
@QuarkusTest
@TestProfile(PageProfile.class)
class ActivationPageComponentTest extends PageTest {

    @Test
    void online_keyPasted_activatedInOneClickAndStatusShown() {
        openActivation();
        choose("online");

        field("License key").fill(" " + KEY + "\n");
        click("Activate License");

        saysLicensed();
        says("The Enterprise license is active.");
        assertThat(tab("Status")).hasAttribute("aria-selected", "true");
        assertThat(tab("Update License")).isVisible();
    }

    @Tag("thorough")
    @Test
    void online_method_namesTheServerThatHasToBeReached() {
        openActivation();

        says("Checks your license key at localhost, which this server must be able to reach.");
    }

    @Test
    void offline_keyAndFilePasted_activatedWithoutAskingAnybody() {
        openOffline();
        sandbox.forgetCalls();

        field("License key").fill(KEY);
        field("License file (.lic)").fill(file("none"));
        click("Activate License");

        saysLicensed();
        shows(row("Validation Mode"), "Offline (certificate)");
        Assertions.assertThat(sandbox.calls()).isEmpty();
    }

    @Test
    void offline_fileChosen_contentsAreInTheField() {
        openOffline();
        String file = file("none");

        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("inspire.lic", "text/plain", file.getBytes(UTF_8)));

        says("Read from inspire.lic");
        assertThat(field("License file (.lic)")).hasValue(file);
    }

    /** What was in the field before is not meant any more. */
    @Tag("thorough")
    @Test
    void offline_fileTooLarge_nothingIsInTheFieldAndNothingIsSent() {
        openOffline();
        field("License key").fill(KEY);
        field("License file (.lic)").fill(file("none"));

        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("disk.iso", "text/plain", new byte[2 * 1024 * 1024 + 1]));

        says("disk.iso is too large for a license file.");
        assertThat(field("License file (.lic)")).hasValue("");
        click("Activate License");
        assertThat(field("License file (.lic)")).isFocused();
        admin.get("/license").body("standing", equalTo("unlicensed"));
    }

    /** As text it would be rubbish in the field, and the service would say no more than that. */
    @Test
    void offline_picture_refusedByItsNameAndTheFormerFileIsGone() {
        openOffline();
        field("License file (.lic)").fill(file("none"));

        page.locator("input[type=file]").setInputFiles(new FilePayload("license.png", "image/png", new byte[] {
            (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13
        }));

        says("license.png is not a license file: it is not a text.");
        assertThat(field("License file (.lic)")).hasValue("");
    }

    /** The browser would open it in place of the page. */
    @Test
    void online_fileDroppedOnTheKey_isTheLicenseFile() {
        openActivation();
        String file = file("none");
        field("License key").fill(KEY);

        field("License key").dispatchEvent("drop", Map.of("dataTransfer", dragged(file)));

        says("Read from dropped.lic");
        assertThat(field("License file (.lic)")).hasValue(file);
        assertThat(field("License key")).hasValue(KEY);
    }

    @Tag("thorough")
    @Test
    void offline_fileDropped_contentsAreInTheField() {
        openOffline();
        String file = file("none");

        field("License file (.lic)").dispatchEvent("drop", Map.of("dataTransfer", dragged(file)));

        says("Read from dropped.lic");
        assertThat(field("License file (.lic)")).hasValue(file);
    }

    @Tag("thorough")
    @Test
    void offline_folderDropped_refusedByItsName() {
        openOffline();
        field("License file (.lic)").fill("SOME-FILE");
        Object folder = page.evaluateHandle("""
                () => {
                  const file = new File([''], 'licenses');
                  file.arrayBuffer = () => Promise.reject(new DOMException('A folder', 'NotFoundError'));
                  const transfer = new DataTransfer();
                  Object.defineProperty(transfer, 'files', { value: [file] });
                  return transfer;
                }""");

        field("License file (.lic)").dispatchEvent("drop", Map.of("dataTransfer", folder));

        says("licenses can’t be read. Choose an existing file, not a folder.");
        assertThat(field("License file (.lic)")).hasValue("");
    }

    /** A large file may be read later than a small one that was dropped after it. */
    @Tag("thorough")
    @Test
    void offline_twoFilesDropped_theLaterOneCounts() {
        openOffline();
        Object slow = page.evaluateHandle("""
                () => {
                  const file = new File(['SLOW'], 'slow.lic');
                  file.arrayBuffer = () => new Promise(done => {
                    window.arrive = () => done(new TextEncoder().encode('SLOW').buffer);
                  });
                  const transfer = new DataTransfer();
                  Object.defineProperty(transfer, 'files', { value: [file] });
                  return transfer;
                }""");
        field("License file (.lic)").dispatchEvent("drop", Map.of("dataTransfer", slow));
        page.waitForFunction("() => window.arrive");

        field("License file (.lic)").dispatchEvent("drop", Map.of("dataTransfer", dragged("LATER")));
        says("Read from dropped.lic");
        page.evaluate("() => { window.arrive(); return new Promise(done => setTimeout(done)); }");

        assertThat(field("License file (.lic)")).hasValue("LATER");
        says("Read from dropped.lic");
    }

    private Object dragged(String file) {
        return page.evaluateHandle("""
                text => {
                  const transfer = new DataTransfer();
                  transfer.items.add(new File([text], 'dropped.lic'));
                  return transfer;
                }""", file);
    }

    @Test
    void offline_noFileYet_requestForTheVendorIsReadyToBeSent() {
        openOffline();

        says("Offline activation requires the OFFLINE_LICENSING entitlement. Offline licenses do not require periodic"
                + " server check-ins.");
        says("Send this request to " + PageProfile.SUPPORT);
        click("Copy request");

        button("Copied").waitFor();
        Assertions.assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                .contains("Fingerprint of the installation: " + fingerprint());
    }

    @Test
    void fields_empty_namedBesideThemAndNothingAsked() {
        openOffline();

        click("Activate License");

        assertThat(field("License key")).hasAttribute("aria-invalid", "true");
        assertThat(field("License key")).isFocused();
        says("Paste your license key.");
        field("License key").fill(KEY);
        click("Activate License");
        says("Paste, drop or choose your license file.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"NO-SUCH-KEY | does not know this license key"})
    void online_refused_saidBesideTheKeyWithItsFix(String key, String says) {
        openActivation();

        field("License key").fill(key);
        click("Activate License");

        Locator error =
                page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("Activation refused"));
        shows(error, says);
        assertThat(field("License key")).hasAttribute("aria-invalid", "true");
        assertThat(field("License key")).hasValue(key);
        assertThat(tab("Activate")).hasAttribute("aria-selected", "true");
    }

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DEMO-EXPIRED | Contact sales@example.com for renewal",
                "DEMO-SUSPENDED | suspended",
                "DEMO-BANNED | banned",
                "DEMO-FULL | Deactivate the license on an installation that no longer needs it",
                "DEMO-TOKEN | policy"
            })
    void online_refusedForAnotherReason_saidBesideTheKeyWithItsFix(String key, String says) {
        online_refused_saidBesideTheKeyWithItsFix(key, says);
    }

    @Tag("thorough")
    @Test
    void online_noSeatLeft_saysWhoHasOneAndWhatToSendToTheVendor() {
        openActivation();

        field("License key").fill("DEMO-FULL");
        click("Activate License");

        assertThat(heading("Who has the seats")).isVisible();
        says("another-installation");
        click("Copy request to release it");
        button("Copied").waitFor();
        Assertions.assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                .contains("Please release the seat", "Fingerprint: another-installation");
    }

    /** Both were pasted into the other's field. */
    @Test
    void offline_keyAndFileMixedUp_movedAndActivated() {
        String file = file("none");
        openOffline();

        field("License key").fill(file);
        field("License file (.lic)").fill(KEY);
        click("Activate License");
        says("This is a license file. Put it into the license file field.");
        click("Move it to the license file field");
        assertThat(field("License file (.lic)")).hasValue(file);
        assertThat(field("License key")).hasValue(KEY);
        click("Activate License");

        saysLicensed();
    }

    @Tag("thorough")
    @Test
    void offline_keyInBothFields_movedToItsOwn() {
        openOffline();

        field("License key").fill(KEY);
        field("License file (.lic)").fill(KEY);
        click("Activate License");
        says("It looks like a license key. Put it into the license key field.");
        click("Move it to the license key field");

        assertThat(field("License key")).hasValue(KEY);
        assertThat(field("License file (.lic)")).hasValue("");
    }

    /** In its own field it is taken without the label. */
    @Tag("thorough")
    @Test
    void offline_labelledKeyAndFileMixedUp_movedAndActivated() {
        String file = file("none");
        openOffline();

        field("License key").fill(KEY);
        field("License file (.lic)").fill("License key: " + KEY + ".");
        click("Activate License");
        says("It looks like a license key. Put it into the license key field.");
        click("Move it to the license key field");
        assertThat(field("License key")).hasValue("License key: " + KEY + ".");
        field("License file (.lic)").fill(file);
        click("Activate License");

        saysLicensed();
    }

    /**
     * What is typed or pasted reaches the service as it is: one way of each kind. While a license is held, nothing is activated
     * before its preview is confirmed.
     */
    @Tag("thorough")
    @Test
    void offline_anyText_sameAnswerAsTheApi() {
        admin.activate(KEY);
        String key = ArrivingKeys.KEY;
        String file = sandbox.file(key, Map.of("kind", "machine", "fingerprint", fingerprint()));
        ArrivingFiles files = new ArrivingFiles(file, file, key);
        openOffline();

        Stream.of(
                        ArrivingKeys.atOnce(),
                        ArrivingKeys.hyphens(),
                        ArrivingKeys.beyondAscii(),
                        ArrivingKeys.blanks(),
                        ArrivingKeys.quotes(),
                        ArrivingKeys.labels(),
                        ArrivingKeys.tabs(),
                        ArrivingKeys.stops(),
                        ArrivingKeys.noKey().skip(2),
                        ArrivingKeys.aFile(),
                        ArrivingKeys.otherEncodings(),
                        ArrivingKeys.severalInALine())
                .map(ActivationPageComponentTest::second)
                .forEach(row -> assertSameAnswer((String) row.get()[1], file));
        Stream.of(
                        files.lineEnds(),
                        files.invisible(),
                        files.aroundIt(),
                        files.wrapped(),
                        files.quoted(),
                        files.inTheServersAnswer(),
                        files.encodedOnceMore())
                .map(ActivationPageComponentTest::second)
                .forEach(row -> assertSameAnswer(key, changed(row, file)));
        Stream.of(
                        files.notWhole(),
                        files.sharedDashes(),
                        files.nested(),
                        files.changed(),
                        files.notAFile().skip(2),
                        files.names(),
                        files.otherDocuments(),
                        files.otherEncodings())
                .map(ActivationPageComponentTest::second)
                .forEach(row -> assertSameAnswer(key, (String) row.get()[1]));
    }

    private void assertSameAnswer(String key, String file) {
        ExtractableResponse<Response> answer = admin.post(
                        "/license/preview", Map.of("method", "offline", "licenseKey", key, "licenseFile", file))
                .extract();

        field("License key").fill(key);
        field("License file (.lic)").fill(file);
        click("Activate License");

        if (answer.statusCode() == 200) {
            assertThat(heading("What will change")).isVisible();
            click("Cancel");
            assertThat(heading("What will change")).isHidden();
        } else {
            says(answer.path("detail"));
        }
    }

    /** The first of a kind is mostly the plain one. */
    private static Arguments second(Stream<Arguments> rows) {
        return rows.skip(1).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static String changed(Arguments row, String file) {
        return ((UnaryOperator<String>) row.get()[1]).apply(file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"tampered | Paste the file exactly as you received it"})
    void offline_fileRefused_saidBesideTheFileWithItsFix(String defect, String says) {
        openOffline();

        field("License key").fill(KEY);
        field("License file (.lic)").fill(file(defect));
        click("Activate License");

        says("Activation refused");
        says(says);
        assertThat(field("License file (.lic)")).hasAttribute("aria-invalid", "true");
    }

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wrong-key | Check that key and file belong to the same license",
                "other-product | Paste the license file of your Inspire license",
                "expired | Ask help@example.com for a new license file",
                "truncated | from the line that begins with -----BEGIN"
            })
    void offline_fileRefusedForAnotherReason_saidBesideTheFileWithItsFix(String defect, String says) {
        offline_fileRefused_saidBesideTheFileWithItsFix(defect, says);
    }

    @Tag("thorough")
    @Test
    void offline_withoutTheEntitlement_saysThatItIsRequired() {
        openOffline();

        field("License key").fill(KEY);
        field("License file (.lic)").fill(file("not-entitled"));
        click("Activate License");

        says("Activation refused");
        says("Activate the license online, or contact sales@example.com to have the entitlement added.");
        assertThat(field("License key")).hasAttribute("aria-invalid", "true");
    }

    @Tag("thorough")
    @Test
    void offline_fileFromBeforeADowngrade_refused() {
        String older = file("none");
        sandbox.change(KEY, Map.of("metadata", Map.of("maxDisplays", 5)));
        admin.activate(KEY, file("none"));
        openOffline();
        field("License key").fill(KEY);
        field("License file (.lic)").fill(older);
        click("Activate License");

        says("has already used a certificate of this license");
    }

    @Test
    void online_serverAway_saysWhatToCheckAndKeepsWhatWasTyped() {
        openActivation();
        sandbox.fault("refuse", "");

        field("License key").fill(KEY);
        click("Activate License");

        says("Activation failed");
        says("Check that this server can reach licensing.api.optymyse.com");
        assertThat(field("License key")).hasValue(KEY);
        sandbox.noFaults();
        click("Activate License");
        saysLicensed();
    }

    @Test
    void update_smallerLicense_lossesMarkedAndToBeAcknowledged() {
        admin.activate(KEY);
        openActivation();

        field("License key").fill("DEMO-STARTER");
        click("Activate License");

        assertThat(heading("What will change")).isVisible();
        assertThat(page.locator("il-preview-dialog tbody tr")).containsText(new String[] {
            "Enterprise", "sooner than now", "less than now", "less than now", "less than now"
        });
        shows(page.locator("il-preview-dialog .lost"), "SSO_SAML");
        assertThat(button("Apply changes")).isDisabled();
        Assertions.assertThat(sandbox.machines("DEMO-STARTER")).isEmpty();
        page.getByLabel("I understand what is lost").check();
        click("Apply changes");
        says("The Starter license is active.");
        shows(row("Name"), "Starter");
    }

    @Test
    void update_biggerLicense_gainsShownAndNothingToAcknowledge() {
        admin.activate("DEMO-STARTER");
        openActivation();

        field("License key").fill(KEY);
        click("Activate License");

        shows(page.locator("il-preview-dialog .gained"), "SSO_SAML");
        says("2 entitlements stay.");
        click("Apply changes");
        says("The Enterprise license is active.");
    }

    @Test
    void update_cancelled_nothingChanged() {
        admin.activate(KEY);
        openActivation();
        field("License key").fill("DEMO-STARTER");
        click("Activate License");

        click("Cancel");

        assertThat(heading("What will change")).isHidden();
        assertThat(field("License key")).hasValue("DEMO-STARTER");
        Assertions.assertThat((String) admin.get("/license").extract().path("license.key"))
                .isEqualTo(KEY);
    }

    private void openOffline() {
        openActivation();
        choose("offline");
        field("License file (.lic)").waitFor();
    }
}
