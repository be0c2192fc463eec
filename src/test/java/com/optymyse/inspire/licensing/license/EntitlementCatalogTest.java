package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntitlementCatalogTest {

    @Test
    void grant_nothingIncluded_withholdsTheWholeCatalogInItsOrder() {
        assertThat(EntitlementCatalog.grant(Map.of()))
                .containsExactly(
                        new Entitlement("DEVICE_GROUPS", "Device group management", false),
                        new Entitlement("VIDEO_WALL_SYNC", "Video wall configuration", false),
                        new Entitlement("SCREEN_SHARE_WEBRTC", "WebRTC screen sharing", false),
                        new Entitlement("DIRECT_RENDERER", "Renderer scaling", false),
                        new Entitlement("ON_PREMISE_DEPLOYMENT", "Network configuration", false),
                        new Entitlement("SSO_SAML", "SAML/OIDC single sign-on", false),
                        new Entitlement("MFA", "Multi-factor authentication", false),
                        new Entitlement("OBSERVABILITY", "OpenTelemetry export", false),
                        new Entitlement("MULTI_TENANT", "Multiple tenant support", false),
                        new Entitlement("OFFLINE_LICENSING", "Offline license activation", false));
    }

    @Test
    void grant_someIncluded_grantsThoseUnderTheCatalogsNames() {
        List<Entitlement> granted = EntitlementCatalog.grant(Map.of("MFA", "The vendor's own name", "SSO_SAML", "SSO"));

        assertThat(granted).hasSize(10);
        assertThat(granted)
                .filteredOn(Entitlement::granted)
                .containsExactly(
                        new Entitlement("SSO_SAML", "SAML/OIDC single sign-on", true),
                        new Entitlement("MFA", "Multi-factor authentication", true));
    }

    @Test
    void grant_codesUnknownHere_followByCodeUnderTheVendorsNames() {
        List<Entitlement> granted = EntitlementCatalog.grant(Map.of("ZOOM", "Zoom rooms", "ARCHIVE", "Long archive"));

        assertThat(granted.subList(10, granted.size()))
                .containsExactly(
                        new Entitlement("ARCHIVE", "Long archive", true), new Entitlement("ZOOM", "Zoom rooms", true));
    }

    @Test
    void grant_codeInAnotherCase_isAnotherCode() {
        List<Entitlement> granted = EntitlementCatalog.grant(Map.of("mfa", "In small letters"));

        assertThat(granted).contains(new Entitlement("MFA", "Multi-factor authentication", false));
        assertThat(granted).contains(new Entitlement("mfa", "In small letters", true));
    }
}
