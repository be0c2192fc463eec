package com.optymyse.inspire.licensing.license;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an activation would bring.
 *
 * @param license the license
 * @param entitlements the codes of what it includes
 * @param fileEnd when the license file ends; null online, where the certificate is renewed again and again
 */
public record Offer(
        License license, Set<String> entitlements, @Nullable LicenseEnd fileEnd) {

    public Offer {
        entitlements = Set.copyOf(entitlements);
    }
}
