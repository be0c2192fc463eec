package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.license.Entitlement;
import com.optymyse.inspire.licensing.license.Limits;
import java.util.List;

/**
 * The grants of a certificate that verifies but does not count now.
 *
 * @param limits the capacity that it names
 * @param entitlements all that are known; granted are those that it includes
 */
public record AsSigned(Limits limits, List<Entitlement> entitlements) {

    public AsSigned {
        entitlements = List.copyOf(entitlements);
    }
}
