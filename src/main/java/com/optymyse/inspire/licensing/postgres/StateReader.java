package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.Anomalies;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.installation.Holding;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.StoreRead;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.postgres.KeyRing.SealBrokenException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the whole state, within the caller's transaction. */
final class StateReader {

    /** All statements of the transaction see the database as of its first one. */
    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    /**
     * A standby may be behind its primary, and a former primary that is told to write no more has a successor somewhere. That
     * this transaction is read only says nothing, because each of them is.
     */
    private static final String MAY_BE_BEHIND =
            "SELECT pg_is_in_recovery() OR CAST(current_setting('default_transaction_read_only') AS boolean)";

    private final HighWaterMarksMac marksSeal;
    private final LicenseCipher licenseSeal;
    private final ReleaseCipher releaseSeal;
    private final AuditedTime floor;

    StateReader(HighWaterMarksMac marksSeal, LicenseCipher licenseSeal, ReleaseCipher releaseSeal, AuditedTime floor) {
        this.marksSeal = marksSeal;
        this.licenseSeal = licenseSeal;
        this.releaseSeal = releaseSeal;
        this.floor = floor;
    }

    /** The state as of one moment; empty when there is no installation yet. */
    Uni<Optional<StoreRead>> snapshot() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ONE_MOMENT).executeUpdate())
                // Asked first: a standby that becomes the primary meanwhile has read what may be behind.
                .chain(StateReader::mayBeBehind)
                .chain(behind -> InstallationRow.read()
                        .chain(row -> row.map(found -> read(found)
                                        .chain(state -> reading(state, behind))
                                        .map(Optional::of))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    private static Uni<StoreRead> reading(StoredInstallation state, boolean behind) {
        return Leases.held().map(lease -> new StoreRead(state, !behind, lease));
    }

    private static Uni<Boolean> mayBeBehind() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(MAY_BE_BEHIND, Boolean.class).getSingleResult());
    }

    /** The state that belongs to a row which is locked, or read in a snapshot. */
    Uni<StoredInstallation> read(InstallationRow row) {
        return KnownLicenseRow.read()
                .chain(known -> LicenseRow.read()
                        .chain(license -> ReleaseRow.read().map(releases -> state(row, known, license, releases))))
                .chain(state -> AuditEndsRow.read()
                        .map(chain -> state.atEntry(chain.map(end -> end.headId).orElse(0L))))
                .chain(state -> findings().map(state::with))
                .chain(state -> floor.read(row.freshTime)
                        .map(time -> state.with(state.marks().seen(time.orElse(null)))));
    }

    private static Uni<Anomalies> findings() {
        return OtherCheckOuts.read()
                .chain(others -> RollbackRow.read().map(rollback -> new Anomalies(others, rollback.orElse(null))));
    }

    private StoredInstallation state(
            InstallationRow row, List<KnownLicenseRow> known, Optional<LicenseRow> license, List<ReleaseRow> releases) {
        Holding holding =
                license.map(found -> licenseSeal.open(found, row, known)).orElseGet(Holding.None::new);
        return new StoredInstallation(
                row.id,
                row.fingerprint,
                row.version,
                row.revision,
                marks(row, known, holding),
                KnownLicenseRow.licenses(known),
                holding,
                releases.stream().flatMap(this::open).toList());
    }

    /** A license that opens is sealed with the very same marks, so that it vouches for them as well. */
    private HighWaterMarks marks(InstallationRow row, List<KnownLicenseRow> known, Holding holding) {
        boolean vouched = holding instanceof HeldLicense || marksSeal.holds(row, known);
        return vouched ? row.marks() : row.marks().edited();
    }

    /** A release that does not open is left out: nothing can be done with it. {@link ReleaseQueue} reports it. */
    private Stream<SeatRelease> open(ReleaseRow row) {
        try {
            return Stream.of(releaseSeal.open(row));
        } catch (SealBrokenException changed) {
            return Stream.empty();
        }
    }
}
