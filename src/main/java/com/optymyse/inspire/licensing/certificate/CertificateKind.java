package com.optymyse.inspire.licensing.certificate;

/** What a signed file is about. The kind decides its frame, what its signature covers and what it must contain. */
public enum CertificateKind {
    /** A license file: opened by the license key, bound to no installation. */
    LICENSE("LICENSE FILE", "license/", "licenses"),
    /** A machine file: bound to the fingerprint of one installation. */
    MACHINE("MACHINE FILE", "machine/", "machines");

    private final String label;
    private final String signedPrefix;
    private final String resourceType;

    CertificateKind(String label, String signedPrefix, String resourceType) {
        this.label = label;
        this.signedPrefix = signedPrefix;
        this.resourceType = resourceType;
    }

    /** The line that the file begins with. */
    String beginLine() {
        return "-----BEGIN " + label + "-----";
    }

    /** The line that the file ends with. */
    String endLine() {
        return "-----END " + label + "-----";
    }

    /** The text before the payload in the signed bytes. It keeps one kind from being accepted as the other. */
    String signedPrefix() {
        return signedPrefix;
    }

    /** The JSON:API type of the payload's main resource. */
    String resourceType() {
        return resourceType;
    }
}
