package com.optymyse.inspire.licensing.entitlement;

import com.optymyse.inspire.licensing.license.Entitlement;
import com.optymyse.inspire.licensing.license.Limits;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a signed snapshot says: who vouches for it and how long, then the fields of {@code GET /entitlements}. An installation
 * speaks of itself, so that {@code iss} and {@code sub} are the same.
 *
 * @param iss the installation, as {@code urn:uuid:} and its id: services of another one must refuse it
 * @param sub the same
 * @param aud {@value #AUDIENCE}
 * @param iat when it was signed, in seconds of the epoch
 * @param exp when it is over, in seconds of the epoch
 * @param licensed whether entitlements and limits count
 * @param standing the standing when it was signed
 * @param revision rises with every visible change of the license
 * @param trail rises with every entry of the audit trail
 * @param entitlements every entitlement known, granted or not
 * @param limits the capacity; -1 is unlimited
 */
record SnapshotClaims(
        String iss,
        String sub,
        String aud,
        long iat,
        long exp,
        boolean licensed,
        String standing,
        long revision,
        long trail,
        List<Entitlement> entitlements,
        Limits limits) {

    /** Who it is for: the services of Inspire. */
    static final String AUDIENCE = "inspire";

    static SnapshotClaims of(UUID installation, EntitlementsAnswer answer, long trail, Instant from, Instant until) {
        String issuer = "urn:uuid:" + installation;
        return new SnapshotClaims(
                issuer,
                issuer,
                AUDIENCE,
                from.getEpochSecond(),
                until.getEpochSecond(),
                answer.licensed(),
                answer.standing(),
                answer.revision(),
                trail,
                answer.entitlements(),
                answer.limits());
    }
}
