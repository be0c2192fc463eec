package com.optymyse.inspire.licensing.certificate;

import java.util.List;
import java.util.Set;

/**
 * What this installation trusts. It comes from the package or its configuration, never from what is verified.
 *
 * @param keys the vendor's public keys; several, so that they can rotate
 * @param account the vendor's account at the licensing server
 * @param product the product that licenses must be for
 * @param algorithms the signature algorithms that signed files may use
 * @param offline which files an admin may bring
 * @param origin where all this comes from
 */
public record TrustAnchors(
        List<VendorKey> keys,
        String account,
        String product,
        Set<SignatureAlgorithm> algorithms,
        OfflineFiles offline,
        Origin origin) {

    /** Where trust anchors come from. */
    public enum Origin {
        /** The vendor built them into the package; nothing in the environment changes them. */
        BUILT_IN,
        /** Whoever runs the installation configured them. */
        CONFIGURED
    }

    public TrustAnchors {
        keys = List.copyOf(keys);
        algorithms = Set.copyOf(algorithms);
        if (account.isBlank() || product.isBlank()) {
            throw new IllegalArgumentException("The vendor's account and product must not be blank.");
        }
        if (!usable(keys, algorithms)) {
            throw new IllegalArgumentException(
                    "None of the vendor's keys fits one of the allowed signature algorithms.");
        }
    }

    /** The kinds of file that an admin may bring. */
    public Set<CertificateKind> offlineKinds() {
        return offline.kinds();
    }

    /**
     * Throws unless one of the keys signed the bytes. It does not ask whether a file may use the algorithm: responses are
     * signed, too.
     *
     * @throws SignatureMismatch when none of the keys made this signature
     */
    public void verify(SignatureAlgorithm algorithm, byte[] signed, byte[] signature) throws SignatureMismatch {
        SignatureMismatch last = new SignatureMismatch("No vendor key is there for " + algorithm.wireName() + ".");
        for (VendorKey key : keys) {
            if (!key.algorithms().contains(algorithm)) {
                continue;
            }
            try {
                key.verify(algorithm, signed, signature);
                return;
            } catch (SignatureMismatch anotherKeyMayFit) {
                last = anotherKeyMayFit;
            }
        }
        throw last;
    }

    private static boolean usable(List<VendorKey> keys, Set<SignatureAlgorithm> algorithms) {
        return keys.stream().flatMap(key -> key.algorithms().stream()).anyMatch(algorithms::contains);
    }
}
