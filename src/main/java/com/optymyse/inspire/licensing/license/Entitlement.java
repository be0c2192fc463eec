package com.optymyse.inspire.licensing.license;

/**
 * A feature of Inspire and whether it may be used.
 *
 * @param code the vendor's code: {@code SSO_SAML}
 * @param feature what it opens, for people: {@code SAML/OIDC single sign-on}
 * @param granted whether the installation may use it now
 */
public record Entitlement(String code, String feature, boolean granted) {

    public Entitlement {
        if (code.isBlank()) {
            throw new IllegalArgumentException("An entitlement needs a code.");
        }
    }

    /** The same entitlement, not granted. */
    public Entitlement withheld() {
        return new Entitlement(code, feature, false);
    }
}
