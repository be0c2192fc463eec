package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.audit.AuditReport;
import com.optymyse.inspire.licensing.audit.AuditReport.Fault;
import com.optymyse.inspire.licensing.postgres.KeyRing.UnknownKeyException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows the audit trail from its beginning to its end, and finds the first thing that is wrong. */
final class AuditChainVerification {

    /** How far the trail of an installation went at some time. */
    record Head(UUID installation, long id, String secretId, String mac) {

        static Head of(InstallationRow installation, AuditEndsRow chain) {
            return new Head(
                    installation.id,
                    chain.headId,
                    chain.secretId,
                    HexFormat.of().formatHex(chain.headMac));
        }

        /**
         * Whether a row contradicts this head: the same key has given another MAC. A row signed again under another key
         * does not, because only somebody with the secret can do that.
         */
        boolean contradicts(AuditRow row) {
            return row.id == id
                    && row.secretId.equals(secretId)
                    && !mac.equals(HexFormat.of().formatHex(row.mac));
        }
    }

    private final AuditChain auditChain;
    private final AuditEndsRow chain;
    private final @Nullable Head seen;

    private long next;
    private byte[] before;
    private @Nullable Fault fault;
    private boolean keyMissing;

    /** @param seen how far the trail went when it was last found in order; null when it never was */
    AuditChainVerification(AuditChain auditChain, AuditEndsRow chain, @Nullable Head seen) {
        this.auditChain = auditChain;
        this.chain = chain;
        this.seen = seen;
        this.next = chain.anchorId + 1;
        this.before = chain.anchorMac;
    }

    /** The number of the entry that is looked at next. */
    long next() {
        return next;
    }

    /** Whether further entries would tell nothing more. */
    boolean isDone() {
        return fault != null || next > chain.headId;
    }

    /**
     * Whether an entry could not be checked because its key is missing. That is an operator's error, not a change of the
     * trail.
     */
    boolean isKeyMissing() {
        return keyMissing;
    }

    /** Looks at the rows from {@link #next} up to a number, as far as they are there, in their order. */
    void follow(List<AuditRow> rows, long last) {
        for (AuditRow row : rows) {
            fault = fault == null ? check(row) : fault;
            next = row.id + 1;
            before = row.mac;
        }
        if (fault == null && next <= last) {
            fault = missing(next);
        }
    }

    /** @param outside the number of an entry before the beginning or behind the end; null when there is none */
    AuditReport report(@Nullable Long outside) {
        Fault first = Stream.of(fault, changedEnds(), flaw(), cutOff(), added(outside), changedHead())
                .filter(Objects::nonNull)
                .min(Comparator.comparingLong(Fault::id))
                .orElse(null);
        return new AuditReport(chain.anchorId + 1, chain.headId, first);
    }

    private @Nullable Fault check(AuditRow row) {
        if (row.id != next) {
            return missing(next);
        }
        try {
            boolean exchanged = seen != null && seen.contradicts(row);
            return !exchanged && auditChain.verifies(row, before) ? null : changed(row.id);
        } catch (UnknownKeyException unknown) {
            keyMissing = true;
            return new Fault(row.id, unknown.sentence());
        }
    }

    private @Nullable Fault changedEnds() {
        try {
            return auditChain.verifies(chain)
                    ? null
                    : new Fault(
                            chain.headId + 1,
                            "After entry " + chain.headId
                                    + " entries are missing or added: somebody changed the record of the first and the"
                                    + " last entry.");
        } catch (UnknownKeyException unknown) {
            return new Fault(chain.headId, unknown.sentence());
        }
    }

    private @Nullable Fault flaw() {
        Long id = chain.flawId;
        return id == null
                ? null
                : new Fault(
                        id,
                        "Somebody removed entries before or after entry " + id + ", and other entries were"
                                + " written later.");
    }

    private @Nullable Fault cutOff() {
        return seen != null && seen.id() > chain.headId ? missing(chain.headId + 1) : null;
    }

    private static @Nullable Fault added(@Nullable Long outside) {
        return outside == null
                ? null
                : new Fault(outside, "This service did not write entry " + outside + ", or has deleted it long ago.");
    }

    private @Nullable Fault changedHead() {
        return fault == null && !Arrays.equals(before, chain.headMac) ? changed(chain.headId) : null;
    }

    /** The fault of a trail that has or had entries, but no record of where it begins and ends. */
    static Fault withoutChain(long first) {
        return new Fault(
                first,
                "Entries from " + first + " on can't be verified: the record of the trail's last entry is"
                        + " missing.");
    }

    private static Fault missing(long id) {
        return new Fault(id, "Entry " + id + " is missing.");
    }

    private static Fault changed(long id) {
        return new Fault(id, "Entry " + id + " was changed.");
    }
}
