package com.optymyse.inspire.licensing.license;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The entitlements that Inspire knows, in the order of its product page. */
public final class EntitlementCatalog {

    /** The code that a license needs to be activated with a license file. */
    public static final String OFFLINE_LICENSING = "OFFLINE_LICENSING";

    private static final SequencedMap<String, String> FEATURES = features();

    private static final Map<String, String> BY_LETTERS =
            FEATURES.keySet().stream().collect(Collectors.toMap(EntitlementCatalog::letters, code -> code));

    private EntitlementCatalog() {}

    /**
     * Every entitlement of the catalog, granted or not, then those that the vendor added since, by code.
     *
     * @param included what the license includes: the vendor's name of each entitlement by its code
     */
    public static List<Entitlement> grant(Map<String, String> included) {
        List<Entitlement> entitlements = new ArrayList<>();
        FEATURES.forEach(
                (code, feature) -> entitlements.add(new Entitlement(code, feature, included.containsKey(code))));
        new TreeMap<>(included).forEach((code, name) -> {
            if (!FEATURES.containsKey(code)) {
                entitlements.add(new Entitlement(code, name, true));
            }
        });
        return List.copyOf(entitlements);
    }

    /**
     * The code of the catalog that differs from another code only in case, signs, blanks and the form of letters:
     * {@code SSO_SAML} for {@code sso-saml}. It is not granted by that. Empty for the catalog's own.
     */
    public static Optional<String> nearest(String code) {
        return FEATURES.containsKey(code) ? Optional.empty() : Optional.ofNullable(BY_LETTERS.get(letters(code)));
    }

    private static String letters(String code) {
        StringBuilder letters = new StringBuilder(code.length());
        Normalizer.normalize(code, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString().toUpperCase(Locale.ROOT);
    }

    private static SequencedMap<String, String> features() {
        SequencedMap<String, String> features = new LinkedHashMap<>();
        features.put("DEVICE_GROUPS", "Device group management");
        features.put("VIDEO_WALL_SYNC", "Video wall configuration");
        features.put("SCREEN_SHARE_WEBRTC", "WebRTC screen sharing");
        features.put("DIRECT_RENDERER", "Renderer scaling");
        features.put("ON_PREMISE_DEPLOYMENT", "Network configuration");
        features.put("SSO_SAML", "SAML/OIDC single sign-on");
        features.put("MFA", "Multi-factor authentication");
        features.put("OBSERVABILITY", "OpenTelemetry export");
        features.put("MULTI_TENANT", "Multiple tenant support");
        features.put(OFFLINE_LICENSING, "Offline license activation");
        return features;
    }
}
