package com.optymyse.inspire.licensing.licensingserver;

import com.optymyse.inspire.licensing.license.License;
import java.util.Map;

/** What the licensing server says of a license, under its signature, to the license's own key. */
public sealed interface LicenseDescription {

    /**
     * The license and its entitlements.
     *
     * @param entitlements the vendor's name of each entitlement, by its code
     */
    record Described(License license, Map<String, String> entitlements) implements LicenseDescription {
        public Described {
            entitlements = Map.copyOf(entitlements);
        }
    }

    /** The license was not described. */
    record Refused(ServerRefusal refusal) implements LicenseDescription {}
}
