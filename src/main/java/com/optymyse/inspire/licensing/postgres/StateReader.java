package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.Anomalies;
import com.optymyse.inspire.licensing.installation.CertificateCache;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.StoreRead;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.postgres.StorageEncryption.TamperedException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads the whole state, within the caller's transaction. The certificate is verified after it, so that nobody waits for that
 * who waits for the row.
 */
final class StateReader {

    /** All statements of the transaction see the database as of its first one. */
    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    /**
     * Whether the server may be behind: a standby, or a former primary that has been replaced. That this transaction is
     * read only says nothing, because each of them is.
     */
    private static final String MAY_BE_BEHIND =
            "SELECT pg_is_in_recovery() OR CAST(current_setting('default_transaction_read_only') AS boolean)";

    private final HighWaterMarksMac marksMac;
    private final LicenseCipher licenseCipher;
    private final ReleaseCipher releaseCipher;
    private final AuditedTime auditedTime;
    private final CertificateCache certificates;

    StateReader(
            HighWaterMarksMac marksMac,
            LicenseCipher licenseCipher,
            ReleaseCipher releaseCipher,
            AuditedTime auditedTime,
            CertificateCache certificates) {
        this.marksMac = marksMac;
        this.licenseCipher = licenseCipher;
        this.releaseCipher = releaseCipher;
        this.auditedTime = auditedTime;
        this.certificates = certificates;
    }

    /** The state as of one moment; empty when there is no installation yet. */
    Uni<Optional<Supplier<StoreRead>>> snapshot() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ONE_MOMENT).executeUpdate())
                // Asked first: a standby that becomes the primary meanwhile has read what may be behind.
                .chain(StateReader::mayBeBehind)
                .chain(behind -> InstallationRow.read()
                        .chain(row -> row.map(found -> read(found)
                                        .chain(state -> storeRead(state, behind))
                                        .map(Optional::of))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    private Uni<Supplier<StoreRead>> storeRead(ReadState state, boolean behind) {
        return Leases.held().map(lease -> () -> new StoreRead(verified(state), !behind, lease));
    }

    private static Uni<Boolean> mayBeBehind() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(MAY_BE_BEHIND, Boolean.class).getSingleResult());
    }

    /** What was read, with its certificate verified. */
    StoredInstallation verified(ReadState state) {
        StoredInstallation installation = state.withoutLicense();
        return state.held()
                .map(held ->
                        installation.with(certificates.state(held, installation.fingerprint(), installation.known())))
                .orElse(installation);
    }

    /** The state that belongs to a row which is locked, or read in a snapshot. */
    Uni<ReadState> read(InstallationRow row) {
        return Uni.combine()
                .all()
                .unis(
                        KnownLicenseRow.read(),
                        LicenseRow.read(),
                        ReleaseRow.read(),
                        AuditEndsRow.read(),
                        anomalies(),
                        auditedTime.read(row.freshTime))
                // One session does one thing at a time.
                .usingConcurrencyOf(1)
                .with((known, license, releases, ends, anomalies, time) ->
                        state(row, known, license, releases, ends, anomalies, time));
    }

    private static Uni<Anomalies> anomalies() {
        return OtherCheckOuts.read()
                .chain(others -> RollbackRow.read().map(rollback -> new Anomalies(others, rollback.orElse(null))));
    }

    private ReadState state(
            InstallationRow row,
            List<KnownLicenseRow> known,
            Optional<LicenseRow> license,
            List<ReleaseRow> releases,
            Optional<AuditEndsRow> ends,
            Anomalies anomalies,
            Optional<Instant> audited) {
        Optional<HeldLicense> held = license.flatMap(found -> licenseCipher.decrypt(found, row, known));
        StoredInstallation withoutLicense = new StoredInstallation(
                row.id,
                row.fingerprint,
                row.version,
                row.revision,
                marks(row, known, held.isPresent()).seen(audited.orElse(null)),
                KnownLicenseRow.licenses(known),
                license.isPresent() ? new LicenseState.Unreadable() : new LicenseState.None(),
                releases.stream().flatMap(this::open).toList(),
                ends.map(end -> end.headId).orElse(0L),
                anomalies);
        return new ReadState(withoutLicense, held);
    }

    /** The high-water marks. A license that can be decrypted is bound to them, so it proves them as well. */
    private HighWaterMarks marks(InstallationRow row, List<KnownLicenseRow> known, boolean opens) {
        return opens || marksMac.verifies(row, known)
                ? row.marks()
                : row.marks().edited();
    }

    /** A release that does not open is left out: nothing can be done with it. {@link ReleaseQueue} reports it. */
    private Stream<SeatRelease> open(ReleaseRow row) {
        try {
            return Stream.of(releaseCipher.decrypt(row));
        } catch (TamperedException changed) {
            return Stream.empty();
        }
    }
}
