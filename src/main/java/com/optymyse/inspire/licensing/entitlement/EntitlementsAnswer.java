package com.optymyse.inspire.licensing.entitlement;

import com.optymyse.inspire.licensing.installation.Licensing;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.Entitlement;
import com.optymyse.inspire.licensing.license.Limits;
import java.util.List;
import java.util.Locale;

/**
 * What is licensed, for the services of Inspire.
 *
 * @param licensed whether entitlements and limits count now
 * @param standing one of {@link com.optymyse.inspire.licensing.license.Standing}, in lower case
 * @param revision rises with every visible change of the license
 * @param entitlements every entitlement known, granted or not
 * @param limits the capacity now; -1 is unlimited
 */
public record EntitlementsAnswer(
        boolean licensed, String standing, long revision, List<Entitlement> entitlements, Limits limits) {

    static EntitlementsAnswer of(Snapshot snapshot) {
        Licensing licensing = snapshot.licensing();
        return new EntitlementsAnswer(
                licensing.licensed(),
                licensing.standing().name().toLowerCase(Locale.ROOT),
                snapshot.stored().revision(),
                licensing.entitlements(),
                licensing.limits());
    }
}
