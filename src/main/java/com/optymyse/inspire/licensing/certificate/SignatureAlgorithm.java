package com.optymyse.inspire.licensing.certificate;

/** How the vendor signs. Which of these count is for {@link TrustAnchors} to say, never for a file. */
public enum SignatureAlgorithm {
    ED25519("ed25519"),
    /** RSASSA-PKCS1-v1_5 with SHA-256. */
    RSA_SHA256("rsa-sha256"),
    /** RSASSA-PSS with SHA-256, MGF1 with SHA-256, and the longest salt that the key allows. */
    RSA_PSS_SHA256("rsa-pss-sha256"),
    /** ECDSA on P-256 with SHA-256, the signature in DER. */
    ECDSA_P256("ecdsa-p256");

    private final String wireName;

    SignatureAlgorithm(String wireName) {
        this.wireName = wireName;
    }

    /**
     * The algorithm that files, headers and settings call by a name.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static SignatureAlgorithm ofWireName(String name) {
        for (SignatureAlgorithm algorithm : values()) {
            if (algorithm.wireName.equals(name)) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("There is no signature algorithm of this name; the known ones are ed25519, "
                + "rsa-sha256, rsa-pss-sha256 and ecdsa-p256.");
    }

    /** The name in files, headers and settings: {@code rsa-pss-sha256}. */
    public String wireName() {
        return wireName;
    }
}
