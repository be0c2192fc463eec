package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.HeldLease;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.installation.UnderWay;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lease in the installation's row. Its time is PostgreSQL's alone, as it is at the very statement, so that neither the
 * replicas' clocks nor a transaction that waited for a lock can prolong it. An end that is more than five minutes away was
 * never given, so it counts as over: it must not keep everybody out for ever. Works within the caller's transaction.
 */
final class Leases {

    /** Tests find who waits for the lease by "SET lease_token = $1,", as PostgreSQL shows the statement. */
    private static final String TAKE = """
            UPDATE installation
            SET lease_token = :token, lease_until = clock_timestamp() + :millis * INTERVAL '1 millisecond',
                lease_told = :token, lease_action = :action, lease_since = clock_timestamp(), lease_by = CAST(:by AS text)
            WHERE lease_until IS NULL
               OR lease_until NOT BETWEEN clock_timestamp() AND clock_timestamp() + INTERVAL '5 minutes'
            RETURNING lease_since
            """;

    private static final String RENEW = """
            UPDATE installation
            SET lease_until = clock_timestamp() + :millis * INTERVAL '1 millisecond'
            WHERE lease_token = :token AND lease_until > clock_timestamp()
            """;

    private static final String GIVE_BACK = """
            UPDATE installation
            SET lease_token = NULL, lease_until = NULL,
                lease_told = NULL, lease_action = NULL, lease_since = NULL, lease_by = NULL
            WHERE lease_token = :token
            """;

    /**
     * Reads the lease, but none with an action of a newer version or an invalid time: it must not keep the state from being
     * read.
     */
    private static final String HELD = """
            SELECT lease_token, lease_action, lease_since, lease_by, lease_until,
                   CAST(EXTRACT(EPOCH FROM lease_until - clock_timestamp()) * 1000 AS bigint) AS millis
            FROM installation
            WHERE lease_until BETWEEN clock_timestamp() AND clock_timestamp() + INTERVAL '5 minutes'
              AND lease_told = lease_token AND isfinite(lease_since)
              AND lease_action IN ('activate', 'deactivate', 'release')
            """;

    /** Longer than a re-validation takes. */
    private static final String CLAIM_ASKING = """
            UPDATE installation
            SET asking_version = version, asking_until = clock_timestamp() + INTERVAL '30 seconds'
            WHERE version = :version
              AND (asking_version IS DISTINCT FROM version
                   OR asking_until NOT BETWEEN clock_timestamp() AND clock_timestamp() + INTERVAL '5 minutes')
            """;

    private static final String HOLDER = """
            SELECT lease_token
            FROM installation
            WHERE lease_until > clock_timestamp() AND lease_until <= clock_timestamp() + INTERVAL '5 minutes'
            """;

    private Leases() {}

    /** The lease, when it was free and is the caller's now. Other replicas hear of it. */
    static Uni<Optional<Lease>> take(UUID token, Purpose purpose, Duration length) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE, Instant.class)
                        .setParameter("token", token)
                        .setParameter("millis", length.toMillis())
                        .setParameter("action", EnumText.of(purpose.action()))
                        .setParameter("by", purpose.by())
                        .getSingleResultOrNull())
                .call(at -> at == null ? Uni.createFrom().voidItem() : Notification.ofTheLease())
                .map(at -> at == null ? Optional.empty() : Optional.of(new Lease(token, at)));
    }

    /** Whether the lease was still held, and lasts as long as a new one from now on. Other replicas hear of it. */
    static Uni<Boolean> renew(Lease lease, Duration length) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RENEW)
                        .setParameter("token", lease.token())
                        .setParameter("millis", length.toMillis())
                        .executeUpdate())
                .call(Leases::tell)
                .map(rows -> rows == 1);
    }

    /** The lease, while it is held and its purpose is known. */
    static Uni<Optional<HeldLease>> held() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HELD, Tuple.class).getSingleResultOrNull())
                .map(row -> row == null ? Optional.empty() : Optional.of(held(row)));
    }

    private static HeldLease held(Tuple row) {
        return new HeldLease(
                row.get("lease_token", UUID.class),
                new UnderWay(
                        EnumText.parse(UnderWay.Action.class, row.get("lease_action", String.class)),
                        moment(row, "lease_since"),
                        row.get("lease_by", String.class)),
                moment(row, "lease_until"),
                Duration.ofMillis(row.get("millis", Long.class)));
    }

    private static Instant moment(Tuple row, String column) {
        return row.get(column, OffsetDateTime.class).toInstant();
    }

    private static Uni<Void> tell(int rows) {
        return rows == 0 ? Uni.createFrom().voidItem() : Notification.ofTheLease();
    }

    /** Whether nobody else asks about this version of the installation, and the caller may. */
    static Uni<Boolean> claimAsking(long version) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM_ASKING)
                        .setParameter("version", version)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    static Uni<Void> giveBack(Lease lease) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(GIVE_BACK)
                        .setParameter("token", lease.token())
                        .executeUpdate())
                .chain(Leases::tell);
    }

    /**
     * Locks the installation and makes sure that its lease allows a change.
     *
     * @param lease the caller's lease; null where nobody must hold one
     * @throws Refusal {@link RefusalCode#OPERATION_IN_PROGRESS} when it does not
     */
    static Uni<InstallationRow> lockFor(@Nullable Lease lease) {
        UUID expected = lease == null ? null : lease.token();
        return InstallationRow.lock().call(row -> holder().invoke(holder -> requireSame(holder, expected)));
    }

    static Refusal inProgress() {
        return new Refusal(
                RefusalCode.OPERATION_IN_PROGRESS,
                "Another operation has changed the installation meanwhile. Look at the result and try again if need be.");
    }

    private static void requireSame(@Nullable UUID holder, @Nullable UUID expected) {
        if (!Objects.equals(holder, expected)) {
            throw inProgress();
        }
    }

    private static Uni<@Nullable UUID> holder() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HOLDER, UUID.class).getSingleResultOrNull());
    }
}
