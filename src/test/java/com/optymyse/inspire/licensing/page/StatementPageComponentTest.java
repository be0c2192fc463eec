package com.optymyse.inspire.licensing.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is printed in place of the page: a statement of the license, to keep. */
@QuarkusTest
@TestProfile(PageProfile.class)
class StatementPageComponentTest extends PageTest {

    @Test
    void print_licensed_pdfIsTheWholeStatement() throws IOException {
        admin.activate(KEY);
        wire.change(Wire.LICENSE, StatementPageComponentTest::atFixedTimes);
        openStatus();
        saysLicensed();

        assertThat(printed().lines())
                .containsExactly(
                        "License statement",
                        "Installation " + id(),
                        "Fingerprint " + fingerprint(),
                        "Standing This installation is licensed",
                        "Plan Enterprise",
                        "License Key …",
                        "Status Active",
                        "Validation Mode Online",
                        "Created Jan 1, 2026, 9:00 AM GMT+1",
                        "Expires Jan 1, 2027, 9:00 AM GMT+1",
                        "Certificate until Dec 7, 2026, 9:00 AM GMT+1",
                        "Last Validated Nov 23, 2026, 9:00 AM GMT+1",
                        "License Limits",
                        "Max Displays 500",
                        "Max Agiles Unlimited",
                        "AI Credits / mo 10,000",
                        "Entitlements (10)",
                        "Entitlement Feature",
                        "DEVICE_GROUPS Device group management",
                        "VIDEO_WALL_SYNC Video wall configuration",
                        "SCREEN_SHARE_WEBRTC WebRTC screen sharing",
                        "DIRECT_RENDERER Renderer scaling",
                        "ON_PREMISE_DEPLOYMENT Network configuration",
                        "SSO_SAML SAML/OIDC single sign-on",
                        "MFA Multi-factor authentication",
                        "OBSERVABILITY OpenTelemetry export",
                        "MULTI_TENANT Multiple tenant support",
                        "OFFLINE_LICENSING Offline license activation",
                        "Printed by ada on Nov 23, 2026, 11:00 AM GMT+1",
                        "Licensing service 1.2.3");
    }

    @Tag("thorough")
    @Test
    void print_inGerman_pdfIsGerman() throws IOException {
        admin.activate(KEY);
        wire.change(Wire.LICENSE, StatementPageComponentTest::atFixedTimes);
        openStatus();
        speak("de", "Lizenzierung");

        assertThat(printed().lines())
                .contains(
                        "Lizenznachweis",
                        "Installation " + id(),
                        "Fingerabdruck " + fingerprint(),
                        "Stand Diese Installation ist lizenziert",
                        "Tarif Enterprise",
                        "Lizenzschlüssel …",
                        "Status Aktiv",
                        "Art der Prüfung Online",
                        "Ausgestellt 1. Jan. 2026, 09:00 MEZ",
                        "Läuft ab 1. Jan. 2027, 09:00 MEZ",
                        "Zertifikat gültig bis 7. Dez. 2026, 09:00 MEZ",
                        "Zuletzt geprüft 23. Nov. 2026, 09:00 MEZ",
                        "Obergrenzen der Lizenz",
                        "Max. Displays 500",
                        "Max. Agiles Unbegrenzt",
                        "KI-Credits / Monat 10.000",
                        "Freischaltungen (10)",
                        "ON_PREMISE_DEPLOYMENT Konfiguration des Netzwerks",
                        "Gedruckt von ada am 23. Nov. 2026, 11:00 MEZ",
                        "Lizenzdienst 1.2.3")
                .hasSize(30);
    }

    @Tag("thorough")
    @Test
    void print_suspendedInTheDark_saysThatItIsNotInForce() throws IOException {
        look(1280, 900, ColorScheme.DARK);
        admin.activate(KEY);
        sandbox.act(KEY, "suspend");
        admin.post("/license/revalidate");
        openStatus();

        assertThat(printed())
                .contains("This license is not in force now.")
                .contains("Standing Features are restricted: The license is suspended");
    }

    @Tag("thorough")
    @Test
    void print_thousandEntitlements_noneIsMissing() throws IOException {
        admin.activate(KEY);
        wire.change(Wire.LICENSE, license -> {
            ArrayNode entitlements = license.putArray("entitlements");
            for (int i = 1; i <= 1_000; i++) {
                entitlements
                        .addObject()
                        .put("code", "FEATURE_" + i)
                        .put("feature", "Feature number " + i)
                        .put("granted", true);
            }
        });
        openStatus();

        String statement = printed();

        assertThat(statement).contains("Entitlements (1,000)");
        for (int i = 1; i <= 1_000; i++) {
            assertThat(statement).contains("FEATURE_" + i + " Feature number " + i + "\n");
        }
    }

    private static void atFixedTimes(ObjectNode license) {
        license.put("now", "2026-11-23T10:00:05Z").put("reader", "ada");
        details(license)
                .put("createdAt", "2026-01-01T08:00:00Z")
                .put("expiresAt", "2027-01-01T08:00:00Z")
                .put("certificateExpiresAt", "2026-12-07T08:00:00Z")
                .put("lastValidatedAt", "2026-11-23T08:00:00Z");
        installation(license).put("version", "1.2.3");
    }

    private String printed() throws IOException {
        try (PDDocument document = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A4")))) {
            return new PDFTextStripper().getText(document);
        }
    }

    private String id() {
        return admin.get("/license").extract().path("installation.id");
    }

    private static ObjectNode details(ObjectNode license) {
        return (ObjectNode) license.path("license");
    }

    private static ObjectNode installation(ObjectNode license) {
        return (ObjectNode) license.path("installation");
    }
}
