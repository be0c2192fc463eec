package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
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

    private static final String TAKE = """
            UPDATE installation
            SET lease_token = :token, lease_until = clock_timestamp() + INTERVAL '45 seconds'
            WHERE lease_until IS NULL
               OR lease_until NOT BETWEEN clock_timestamp() AND clock_timestamp() + INTERVAL '5 minutes'
            RETURNING clock_timestamp()
            """;

    private static final String GIVE_BACK = """
            UPDATE installation
            SET lease_token = NULL, lease_until = NULL
            WHERE lease_token = :token
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

    /** The lease, when it was free and is the caller's now. */
    static Uni<Optional<Lease>> take(UUID token) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE, Instant.class)
                        .setParameter("token", token)
                        .getSingleResultOrNull())
                .map(at -> at == null ? Optional.empty() : Optional.of(new Lease(token, at)));
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
                .replaceWithVoid();
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
