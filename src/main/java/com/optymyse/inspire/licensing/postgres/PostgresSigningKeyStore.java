package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.KeyRotation;
import com.optymyse.inspire.licensing.installation.KeySet;
import com.optymyse.inspire.licensing.installation.SigningKey;
import com.optymyse.inspire.licensing.installation.SigningKeyConfig;
import com.optymyse.inspire.licensing.installation.SigningKeyStore;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.postgres.StorageEncryption.TamperedException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The signing keys in PostgreSQL, whose clock alone says which of them signs. */
@ApplicationScoped
class PostgresSigningKeyStore implements SigningKeyStore {

    /** The most tries. Another one is needed only if an operator has detached the installation meanwhile. */
    private static final int ATTEMPTS = 3;

    private static final String READ_ONLY = "SHOW transaction_read_only";

    /** Replicas that make the same key at once agree on that of whoever was first. */
    private static final String INSERT = """
        INSERT INTO signing_key (number, installation_id, public_key, secret_id, private_key, signs_from)
        VALUES (:number, :installation, :publicKey, :secret, :privateKey, :signsFrom)
        ON CONFLICT DO NOTHING
        """;

    private static final String DELETE_OVER =
            "DELETE FROM signing_key WHERE number < :oldest OR installation_id <> :installation";

    /**
     * What is stored.
     *
     * @param last the highest number ever used
     * @param keys the keys of this installation that open, oldest first
     * @param rows how many there are in all
     * @param readOnly whether nothing can be written
     */
    private record Stored(
            UUID installation, Instant now, long last, List<SigningKey> keys, int rows, boolean readOnly) {

        /** Whether to try to write. Without any key that is tried even on a server that can only be read. */
        boolean writes() {
            return !readOnly || keys.isEmpty();
        }
    }

    private final Transactions transactions;
    private final SigningKeyCipher cipher;
    private final KeyRotation rotation;

    PostgresSigningKeyStore(Transactions transactions, KeyRing ring, SigningKeyConfig config) {
        this.transactions = transactions;
        this.cipher = new SigningKeyCipher(ring);
        this.rotation = new KeyRotation(config.age());
    }

    @Override
    public Uni<KeySet> load() {
        return load(ATTEMPTS);
    }

    /** Reads the keys, and makes the next one if it is needed. Tries again if the installation was detached meanwhile. */
    private Uni<KeySet> load(int attempts) {
        return transactions
                .run(this::read)
                .chain(stored -> stored.writes() && rotation.needsNext(stored.keys(), stored.now())
                        ? transactions.run(() -> insertNext(stored)).chain(() -> transactions.run(this::read))
                        : Uni.createFrom().item(stored))
                .chain(stored -> stored.keys().isEmpty() ? again(attempts - 1) : current(stored));
    }

    private Uni<KeySet> again(int attempts) {
        return attempts > 0 ? load(attempts) : Uni.createFrom().failure(PostgresSigningKeyStore::keepsChanging);
    }

    private Uni<KeySet> current(Stored stored) {
        KeySet keys = rotation.at(stored.now(), stored.keys());
        return keys.published().size() == stored.rows() || !stored.writes()
                ? Uni.createFrom().item(keys)
                : transactions
                        .run(() -> deleteOver(stored.installation(), keys))
                        .replaceWith(keys);
    }

    private Uni<Stored> read() {
        return InstallationRow.read()
                .map(row -> row.orElseThrow(PostgresSigningKeyStore::notYet).id)
                .chain(installation -> StoredTime.now()
                        .chain(now -> isReadOnly()
                                .chain(readOnly ->
                                        SigningKeyRow.read().map(rows -> open(installation, now, readOnly, rows)))));
    }

    private Stored open(UUID installation, Instant now, boolean readOnly, List<SigningKeyRow> rows) {
        List<SigningKey> keys = rows.stream()
                .filter(row -> row.installationId.equals(installation))
                .flatMap(this::open)
                .toList();
        return new Stored(installation, now, rows.isEmpty() ? 0 : rows.getLast().number, keys, rows.size(), readOnly);
    }

    /** A key that does not open is left out; when it was the only one, another takes its place. */
    private Stream<SigningKey> open(SigningKeyRow row) {
        try {
            return Stream.of(cipher.decrypt(row));
        } catch (TamperedException changed) {
            Log.warnf("The signing key %d is not used any more. %s", row.number, changed.getMessage());
            return Stream.empty();
        }
    }

    private static Uni<Boolean> isReadOnly() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(READ_ONLY, String.class).getSingleResult())
                .map("on"::equals);
    }

    private Uni<Integer> insertNext(Stored stored) {
        SigningKey next = new SigningKey(
                stored.last() + 1, SigningKey.newPair(), rotation.nextSignsFrom(stored.keys(), stored.now()));
        SigningKeyRow row = cipher.encrypt(next, stored.installation());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("number", row.number)
                        .setParameter("installation", row.installationId)
                        .setParameter("publicKey", row.publicKey)
                        .setParameter("secret", row.secretId)
                        .setParameter("privateKey", row.privateKey)
                        .setParameter("signsFrom", row.signsFrom)
                        .executeUpdate());
    }

    private static Uni<Integer> deleteOver(UUID installation, KeySet keys) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DELETE_OVER)
                        .setParameter("oldest", keys.published().getFirst().number())
                        .setParameter("installation", installation)
                        .executeUpdate());
    }

    private static Refusal keepsChanging() {
        return new Refusal(
                RefusalCode.STARTING,
                "The installation's id changes while its signing keys are read. They are read again in a moment.");
    }

    private static Refusal notYet() {
        return new Refusal(RefusalCode.STARTING, "There is no installation yet that could have signing keys.");
    }
}
