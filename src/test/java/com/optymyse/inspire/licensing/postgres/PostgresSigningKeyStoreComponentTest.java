package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.installation.KeySet;
import com.optymyse.inspire.licensing.installation.SigningKey;
import com.optymyse.inspire.licensing.installation.SigningKeyStore;
import com.optymyse.inspire.licensing.installation.SigningKeys;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.PostgresControl;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The keys go by PostgreSQL's clock, which can't be moved; here the keys themselves grow older. */
@QuarkusTest
class PostgresSigningKeyStoreComponentTest extends LicensingTest {

    private static final int MANY = 20;

    @Inject
    Transactions transactions;

    @Inject
    KeyRing ring;

    @Inject
    SigningKeyStore store;

    @Inject
    SigningKeys keys;

    @Inject
    Database database;

    PostgresControl postgres;

    @AfterEach
    void comeBack() {
        postgres.comeBack();
    }

    @Test
    void load_firstTimeByManyReplicasAtOnce_allHaveOneKey() {
        database.execute("TRUNCATE signing_key");

        List<KeySet> loaded = await(Uni.join()
                .all(Stream.generate(() -> replica().load()).limit(MANY).toList())
                .andFailFast());

        assertThat(loaded.stream()
                        .map(PostgresSigningKeyStoreComponentTest::signing)
                        .distinct())
                .hasSize(1);
        assertThat(database.query("SELECT number FROM signing_key")).containsExactly("1");
    }

    /** As a copy of the database becomes an installation of its own while a replica of it runs. */
    @Test
    void load_installationIsAnotherOnceTheKeyIsMade_keyOfTheOther() {
        database.execute("TRUNCATE signing_key", """
                CREATE FUNCTION become_another() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN UPDATE installation SET id = gen_random_uuid(); RETURN NULL; END $$
                """, """
                CREATE TRIGGER becomes_another AFTER INSERT ON signing_key
                FOR EACH ROW WHEN (NEW.number = 1) EXECUTE FUNCTION become_another()
                """);

        try {
            KeySet loaded = await(store.load());

            assertThat(loaded.signing().number()).isEqualTo(2);
            assertThat(loaded.published()).containsExactly(loaded.signing());
        } finally {
            database.execute("DROP TRIGGER becomes_another ON signing_key", "DROP FUNCTION become_another");
        }
    }

    @Test
    void load_again_sameKey() {
        KeySet before = await(store.load());

        assertThat(signing(await(replica().load()))).isEqualTo(signing(before));
    }

    @Test
    void load_throughARotation_overlapsOnAllReplicas() {
        PublicKey first = signing(await(store.load()));

        age("88 days 23 hours");
        assertThat(published(await(store.load()))).containsExactly(first);

        age("2 hours");
        KeySet announced = await(store.load());
        assertThat(signing(announced)).isEqualTo(first);
        assertThat(published(announced)).hasSize(2).startsWith(first);
        assertThat(published(await(replica().load()))).isEqualTo(published(announced));

        age("1 day");
        PublicKey second = published(announced).getLast();
        assertThat(signing(await(store.load()))).isEqualTo(second);
        assertThat(published(await(replica().load()))).containsExactly(first, second);

        age("1 day 2 hours");
        assertThat(published(await(store.load()))).containsExactly(second);
        assertThat(database.query("SELECT number FROM signing_key")).containsExactly("2");
    }

    @Test
    void load_aDayBeforeItIsOldByManyAtOnce_oneNextKey() {
        age("89 days 1 hour");

        List<KeySet> loaded = await(Uni.join()
                .all(Stream.generate(() -> replica().load()).limit(MANY).toList())
                .andFailFast());

        assertThat(loaded.stream()
                        .map(PostgresSigningKeyStoreComponentTest::published)
                        .distinct())
                .singleElement()
                .satisfies(published -> assertThat(published).hasSize(2));
    }

    @Test
    void load_keyEdited_anotherTakesItsPlaceAtOnce() {
        PublicKey before = signing(await(store.load()));

        database.execute(
                "UPDATE signing_key SET private_key = set_byte(private_key, 20, get_byte(private_key, 20) # 1)");

        KeySet after = await(store.load());
        assertThat(published(after)).hasSize(1).doesNotContain(before);
        assertThat(database.query("SELECT number FROM signing_key")).containsExactly("2");
    }

    @Test
    void load_keysOfTheInstallationThatThisIsACopyOf_itsOwnTakeTheirPlace() {
        PublicKey before = signing(await(store.load()));

        database.execute("UPDATE installation SET id = gen_random_uuid()");

        assertThat(published(await(store.load()))).hasSize(1).doesNotContain(before);
        assertThat(database.query("SELECT installation_id FROM signing_key"))
                .isEqualTo(database.query("SELECT id FROM installation"));
    }

    @Test
    void reload_secretNotInTheRing_saysWhichAndKeepsTheKeysKnown() {
        PublicKey before = signing(keys.now());

        database.execute("UPDATE signing_key SET secret_id = 'gone'");

        assertThatThrownBy(() -> await(keys.reload())).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(RefusalCode.STORE_UNAVAILABLE);
            assertThat(refusal.detail()).contains("'gone'", "licensing.secret.keys");
        });
        assertThat(signing(keys.now())).isEqualTo(before);
        assertThat(database.query("SELECT count(*) FROM signing_key")).containsExactly("1");
    }

    @Test
    void reload_postgresAway_keepsTheKeysKnown() {
        PublicKey before = signing(keys.now());

        postgres.goAway();

        assertThatThrownBy(() -> await(keys.reload()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.STORE_UNAVAILABLE));
        assertThat(signing(keys.now())).isEqualTo(before);
    }

    @Test
    void load_beforeThereIsAnInstallation_starting() {
        database.execute("TRUNCATE installation, license");

        assertThatThrownBy(() -> await(store.load()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.STARTING));
    }

    @Test
    void store_privateKey_isNowhereInClear() {
        byte[] secret = keys.now().signing().pair().getPrivate().getEncoded();

        String stored = database.query("SELECT encode(private_key, 'hex') FROM signing_key")
                .getFirst();

        byte[] scalar = Arrays.copyOfRange(secret, secret.length - 32, secret.length);
        assertThat(stored)
                .hasSizeGreaterThan(64)
                .doesNotContain(java.util.HexFormat.of().formatHex(scalar));
    }

    private SigningKeyStore replica() {
        return new PostgresSigningKeyStore(transactions, ring, () -> Duration.ofDays(90));
    }

    private void age(String by) {
        database.execute("UPDATE signing_key SET signs_from = signs_from - INTERVAL '" + by + "'");
    }

    private static PublicKey signing(KeySet keys) {
        return keys.signing().pair().getPublic();
    }

    private static List<PublicKey> published(KeySet keys) {
        return keys.published().stream()
                .map(SigningKey::pair)
                .map(pair -> pair.getPublic())
                .toList();
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(30));
    }
}
