package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is for the vendor: who has no network there takes a file along, or a photo of the screen. */
@QuarkusTest
@TestProfile(PageProfile.class)
class VendorPageComponentTest extends PageTest {

    /** Pixels, fewer than the light border of a code has. */
    private static final int EDGE = 4;

    @Test
    void request_savedAsFile_holdsTheTextThatIsShown() throws IOException {
        openRequest();

        Download download = page.waitForDownload(() -> click("Save as file"));

        Assertions.assertThat(download.suggestedFilename())
                .isEqualTo("license-request-"
                        + fingerprint().replaceAll("[^a-zA-Z0-9]", "").substring(0, 8) + ".txt");
        Assertions.assertThat(Files.readString(download.path())).isEqualTo(request());
    }

    @Test
    void request_asQrCode_decodesToTheText() throws IOException, ReaderException {
        openRequest();

        click("Show QR code");

        Assertions.assertThat(decoded(code())).isEqualTo(request());
    }

    /** Fingerprints may be anything, also what takes two bytes in UTF-8; and a code is black on white whatever the scheme. */
    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void request_withUmlauts_decodesInEachScheme(ColorScheme scheme) throws IOException, ReaderException {
        look(375, 812, scheme);
        String request = request().replace(fingerprint(), "Müßiggang-Ω");
        wire.change(Wire.LICENSE, license -> ((ObjectNode) license.path("installation")).put("fileRequest", request));
        openRequest();

        click("Show QR code");

        Assertions.assertThat(decoded(code())).isEqualTo(request);
    }

    @Test
    void request_qrCodeCantBeLoaded_saysWhatToDoInstead() {
        page.route("**/licensing/assets/nano-*", Route::abort);
        openRequest();

        click("Show QR code");

        says("The QR code could not be drawn. Copy the request or save it as a file.");
    }

    @Test
    void supportDetails_copiedAndSaved_withoutTheKey() throws IOException {
        admin.activate(KEY).statusCode(200);
        openStatus();

        page.getByText("Details for support").click();
        click("Copy details for support");
        button("Copied").waitFor();
        Download download = page.waitForDownload(() -> click("Save details as file"));

        String copied = (String) page.evaluate("navigator.clipboard.readText()");
        Assertions.assertThat(Files.readString(download.path())).isEqualTo(copied);
        Assertions.assertThat(copied)
                .contains(fingerprint(), "Standing: licensed", "activate succeeded")
                .doesNotContain(KEY);
    }

    /** Support would look for the wrong license. */
    @Test
    void supportDetails_openWhileTheLicenseChanges_writtenAnew() {
        admin.activate(KEY).statusCode(200);
        openStatus();
        page.getByText("Details for support").click();
        says("License: Enterprise");

        admin.activate("DEMO-STARTER").statusCode(200);

        says("License: Starter");
    }

    /** They are wanted most when something does not work. */
    @Test
    void supportDetails_sessionEnded_haveWhatIsKnown() {
        Map<String, String> ended = Map.of("code", "unauthorized", "detail", "The token has ended.");
        wire.problem(Wire.LICENSE, 401, ended, Map.of());
        wire.problem(Wire.HISTORY, 401, ended, Map.of());
        open();
        says("You are signed out");

        page.getByText("Details for support").click();

        says("Trouble: signed-out");
        says("Licensing server: ");
    }

    /** A toast of seven seconds is no place for what somebody has to do by next week. */
    @Test
    void deactivateOffline_reloaded_stillSaysWhatIsLeftToDo() {
        admin.activate(KEY, file("none"));
        openStatus();
        click("Deactivate");
        click("Confirm Deactivate");
        assertThat(heading("This installation is not licensed")).isVisible();

        page.reload();

        says("A seat is still taken");
    }

    private void openRequest() {
        openActivation();
        choose("offline");
        button("Copy request").waitFor();
    }

    private String request() {
        return admin.get("/license").extract().path("installation.fileRequest");
    }

    private Locator code() {
        Locator code = page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("The request as a QR code"));
        assertThat(code).isVisible();
        return code;
    }

    /** As a picture of nothing else: in one of twenty codes the search for its corners, made for photographs, goes astray. */
    private static String decoded(Locator code) throws IOException, ReaderException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(code.screenshot()));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        LuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)
                // Without its edge, where what is beside it may shine through.
                .crop(EDGE, EDGE, image.getWidth() - 2 * EDGE, image.getHeight() - 2 * EDGE);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}
