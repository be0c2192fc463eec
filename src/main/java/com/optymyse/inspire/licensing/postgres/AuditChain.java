package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Standing;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Signs the entries of the audit trail, each together with the one before, and the two ends of the trail (HMAC-SHA256).
 * Without the secret nobody can change, swap, add or remove an entry unnoticed.
 */
final class AuditChain {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "audit trail";

    private static final long FAR = 1_000_000_000;

    private final KeyRing ring;

    AuditChain(KeyRing ring) {
        this.ring = ring;
    }

    /** The row of an entry that follows the head of a chain. */
    AuditRow next(AuditEndsRow chain, AuditEntry entry) {
        return next(chain, entry, null);
    }

    /** @param knownSince the last signature that has set the time which the entry tells; null for none */
    AuditRow next(AuditEndsRow chain, AuditEntry entry, @Nullable Instant knownSince) {
        AuditRow row = AuditRow.of(chain.headId + 1, entry);
        row.knownSince = row.knownTime == null ? null : knownSince;
        sign(row, chain.headMac);
        return row;
    }

    /** Signs a row that follows the row with this MAC. */
    void sign(AuditRow row, byte[] before) {
        row.secretId = ring.firstKeyId();
        row.mac = mac(row.secretId, data(row, before));
    }

    /**
     * Whether a row is as it was written, behind the row with this mac.
     *
     * @throws KeyRing.UnknownKeyException when the ring has not the key of this row
     */
    boolean verifies(AuditRow row, byte[] before) {
        return MessageDigest.isEqual(row.mac, mac(row.secretId, data(row, before)));
    }

    void sign(AuditEndsRow chain) {
        chain.secretId = ring.firstKeyId();
        chain.mac = mac(chain.secretId, data(chain));
    }

    /**
     * Whether the ends of the trail are as they were written.
     *
     * @throws KeyRing.UnknownKeyException when the ring has not the key of this row
     */
    boolean verifies(AuditEndsRow chain) {
        return MessageDigest.isEqual(chain.mac, mac(chain.secretId, data(chain)));
    }

    /** The ends of a trail to which nothing was added yet. */
    AuditEndsRow begin() {
        AuditEndsRow chain = new AuditEndsRow();
        chain.standing = EnumText.of(Standing.UNLICENSED);
        chain.reason = EnumText.of(Reason.NOT_ACTIVATED);
        sign(chain);
        return chain;
    }

    /** A number far beyond the end of this trail. A row that somebody writes beyond it changes nothing. */
    long farBehind(AuditEndsRow chain) {
        return (verifies(chain) ? chain.headId : 0) + FAR;
    }

    /**
     * Continues after the newest row if something else has changed the ends of the trail or added rows, and notes that. The
     * change must not stop new entries, and the new signature must not hide it.
     *
     * @param newest the newest row before {@link #farBehind}; empty when there is none
     */
    void mend(AuditEndsRow chain, Optional<AuditRow> newest) {
        boolean proven = verifies(chain);
        long last = newest.map(row -> row.id).orElse(0L);
        if (proven && last <= chain.headId) {
            return;
        }
        chain.flawId = proven ? chain.flawId : null;
        chain.keepInMind(Math.max(last, 1));
        chain.headId = last;
        chain.headMac = newest.map(row -> row.mac).orElse(new byte[0]);
        sign(chain);
    }

    /**
     * The bytes to sign. An absent value is left out, so that older entries keep their signature when entries get a new
     * field.
     */
    private static byte[] data(AuditRow row, byte[] before) {
        AdditionalData data = new AdditionalData(form(row))
                .add(before)
                .add(row.id)
                .add(row.at)
                .add(row.actor)
                .add(row.action)
                .add(row.outcome)
                .add(row.code)
                .add(row.detail)
                .add(row.licenseKey)
                .add(row.standing)
                .add(row.reason);
        AdditionalData requested = row.request == null ? data : data.add(row.request);
        AdditionalData told = row.facts == null ? requested : requested.add(row.facts);
        return (row.knownTime == null ? told : told.add(row.knownTime).add(row.knownSince)).toBytes();
    }

    private static String form(AuditRow row) {
        if (row.facts != null) {
            return row.request == null ? "audit/5" : "audit/6";
        }
        if (row.knownTime != null) {
            return row.request == null ? "audit/3" : "audit/4";
        }
        return row.request == null ? "audit/1" : "audit/2";
    }

    private static byte[] data(AuditEndsRow chain) {
        return new AdditionalData("audit_chain/1")
                .add(chain.anchorId)
                .add(chain.anchorMac)
                .add(chain.headId)
                .add(chain.headMac)
                .add(chain.flawId == null ? 0 : chain.flawId)
                .add(chain.standing)
                .add(chain.reason)
                .add(chain.standingAt)
                .toBytes();
    }

    private byte[] mac(String keyId, byte[] data) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(ring.derive(keyId, PURPOSE, ALGORITHM));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM + ".", impossible);
        }
    }
}
