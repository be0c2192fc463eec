package com.optymyse.inspire.licensing.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.incident.Incidents;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a key set that can't be had for a while, in each way in which that happens. */
class JwksKeysTest {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
    private static final Set<String> ALGORITHMS = Set.of("ES256");

    private final PublicJsonWebKey key = KeyServer.key("first");
    private final PublicJsonWebKey next = KeyServer.key("next");
    private final CountingClock clock = new CountingClock();
    private final Incidents incidents = new Incidents(clock);

    private final AtomicInteger answers = new AtomicInteger();
    private final Queue<Throwable> bad = new ConcurrentLinkedQueue<>();
    private volatile boolean enough;

    private KeyServer server;
    private JwksKeys keys;

    @BeforeEach
    void start() throws IOException {
        server = new KeyServer(key);
        JWTAuthContextInfo settings = server.settings();
        keys = new JwksKeys(settings, new JwksFetcher(settings, LONG_ENOUGH), clock, incidents.watch("They are back."));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | <html>Sign in to the guest network</html>
            200 | {}
            200 | {"keys":"none"}
            200 | {"keys":[]}
            404 | Not found
            503 | ''
            """)
    void key_firstFetchFails_unavailableAndHealsByItself(int status, String body) {
        server.answer(status, body);
        isAway(key);
        assertThat(keys.available()).isFalse();

        server.serve(key);
        clock.pass(Duration.ofSeconds(5));
        keys.tend();

        assertThat(keys.available()).isTrue();
        isKnown(key);
    }

    @Test
    void key_serverGone_unavailable() {
        server.close();

        assertThat(isAway(key).retryAfterSeconds()).hasValue(5);
    }

    @Test
    void key_laterFetchFails_knownKeysCountForAnHourAndTenMinutes() {
        isKnown(key);
        server.answer(503, "");

        clock.pass(TEN_MINUTES);
        isKnown(key);
        clock.pass(Duration.ofMinutes(59));
        isKnown(key);
        clock.pass(Duration.ofMinutes(1));
        isAway(key);
    }

    @Test
    void key_away_isAskedForOnceInTwoSecondsByAll() {
        server.answer(503, "");

        for (int number = 0; number < 20; number++) {
            isAway(key);
        }
        clock.pass(PAUSE);
        isAway(key);

        assertThat(server.fetches()).isEqualTo(2);
    }

    @Test
    void key_awayAndBack_oneWarningWithAddressAndCauseAndOneAtTheEnd() {
        try (LogRecorder log = LogRecorder.start()) {
            server.answer(404, "");
            isAway(key);
            clock.pass(PAUSE);
            isAway(key);
            server.serve(key);
            clock.pass(PAUSE);
            isKnown(key);
            clock.pass(Duration.ofSeconds(30));
            incidents.look();

            assertThat(log.lines(Level.WARNING, "key set"))
                    .singleElement()
                    .asString()
                    .contains(server.settings().getPublicKeyLocation(), "404");
            assertThat(log.lines(Level.WARNING, "They are back.")).hasSize(1);
        }
    }

    @Test
    void key_unknownToAFreshSet_isBadAndFetchedOnceForAll() {
        isKnown(key);

        isUnknown(next);

        assertThat(server.fetches()).isEqualTo(2);
    }

    @Test
    void key_unknownWhenTheyAreFetchedFirst_isBadWithoutAnotherFetch() {
        isUnknown(next);

        assertThat(server.fetches()).isEqualTo(1);
    }

    @Test
    void key_unknownAgainWithinTheMinute_unavailableForTheSecondsLeftWithoutWarning() {
        isKnown(key);
        isUnknown(next);
        clock.pass(Duration.ofSeconds(20));

        try (LogRecorder log = LogRecorder.start()) {
            assertThat(isAway(next).retryAfterSeconds().orElse(0)).isBetween(30L, 40L);
            assertThat(log.lines(Level.WARNING, "")).isEmpty();
        }

        assertThat(keys.available()).isTrue();
        assertThat(server.fetches()).isEqualTo(2);
        clock.pass(Duration.ofSeconds(40));
        isUnknown(next);
        assertThat(server.fetches()).isEqualTo(3);
    }

    @Test
    void key_unknownWhileFetchingFails_unavailableAndHealsWithoutWaitingForAMinute() {
        isKnown(key);
        server.answer(503, "");
        isAway(next);
        isKnown(key);
        assertThat(keys.available()).isFalse();

        server.serve(key, next);
        clock.pass(PAUSE);

        isKnown(next);
        assertThat(keys.available()).isTrue();
    }

    @Test
    void key_otherAlgorithmThanTheKeySays_isBadWithoutAFetch() {
        key.setAlgorithm("ES512");
        server.serve(key);
        isUnknown(key);

        isUnknown(key);

        assertThat(server.fetches()).isEqualTo(1);
    }

    /** Nothing but its signature tells that a token was signed with another key than the one that is known. */
    @ParameterizedTest
    @CsvSource({",", ",token", "set,"})
    void key_onlyOneIsReplacedAndNoIdTells_newOneCountsAtOnce(@Nullable String inSet, @Nullable String inToken) {
        PublicJsonWebKey former = KeyServer.key(inSet);
        PublicJsonWebKey present = KeyServer.key(inSet);
        server.serve(former);
        assertThat(keys.key(signed(former, inToken))).isEqualTo(former.getPublicKey());

        server.serve(present);

        assertThat(keys.key(signed(present, inToken))).isEqualTo(present.getPublicKey());
        assertThat(server.fetches()).isEqualTo(2);
    }

    /** Whether the key was replaced once more can't be known before the next fetch. */
    @Test
    void key_signatureDoesNotFitTheOnlyKeyWithoutAnId_fetchedOnceAMinute() {
        PublicJsonWebKey known = KeyServer.key(null);
        server.serve(known);
        assertThat(keys.key(signed(known, null))).isEqualTo(known.getPublicKey());
        SignedToken forged = signed(KeyServer.key(null), null);

        assertThat(keys.key(forged)).isEqualTo(known.getPublicKey());
        assertThat(server.fetches()).isEqualTo(2);
        clock.pass(Duration.ofSeconds(20));
        assertThat(isAway(signed(KeyServer.key(null), null)).retryAfterSeconds())
                .hasValue(40);

        assertThat(server.fetches()).isEqualTo(2);
        assertThat(keys.key(signed(known, null))).isEqualTo(known.getPublicKey());
        clock.pass(Duration.ofSeconds(40));
        assertThat(keys.key(forged)).isEqualTo(known.getPublicKey());
        assertThat(server.fetches()).isEqualTo(3);
    }

    @Test
    void key_signatureDoesNotFitTheOnlyKeyWithoutAnIdAndFetchingFails_unavailable() {
        PublicJsonWebKey known = KeyServer.key(null);
        server.serve(known);
        assertThat(keys.key(signed(known, null))).isEqualTo(known.getPublicKey());

        server.answer(503, "");

        assertThat(isAway(signed(KeyServer.key(null), null)).retryAfterSeconds())
                .hasValue(5);
    }

    /** The one that waits would need a fetch of its own, because the other began before it came. */
    @Test
    void key_waitedLongForTheFetchOfAnother_unavailableWithoutOneMore() throws Exception {
        isKnown(key);
        clock.pass(TEN_MINUTES);
        CountDownLatch answer = server.hold();
        Thread tending = Thread.ofPlatform().start(keys::tend);
        await().until(() -> server.fetches() == 2);
        SignedToken token = signed(next);
        FutureTask<Refusal> refused = new FutureTask<>(() -> isAway(token));
        Thread waiting = Thread.ofPlatform().start(refused);
        await().until(() -> waiting.getState() == Thread.State.WAITING);

        clock.pass(PAUSE);
        answer.countDown();

        assertThat(refused.get().retryAfterSeconds()).hasValue(5);
        tending.join();
        assertThat(server.fetches()).isEqualTo(2);
        assertThat(keys.available()).isTrue();
    }

    /** What the one before has fetched is looked at, although that began before this one came. */
    @Test
    void key_fetchedByAnotherMeanwhile_isKnown() throws Exception {
        isKnown(key);
        server.serve(key, next);
        CountDownLatch answer = server.hold();
        SignedToken token = signed(next);
        FutureTask<Key> first = new FutureTask<>(() -> keys.key(token));
        Thread.ofPlatform().start(first);
        await().until(() -> server.fetches() == 2);
        SignedToken another = signed(next);
        FutureTask<Key> second = new FutureTask<>(() -> keys.key(another));
        Thread waiting = Thread.ofPlatform().start(second);
        await().until(() -> waiting.getState() == Thread.State.WAITING);

        answer.countDown();

        assertThat(first.get()).isEqualTo(next.getPublicKey());
        assertThat(second.get()).isEqualTo(next.getPublicKey());
        assertThat(server.fetches()).isEqualTo(2);
    }

    @Test
    void generation_keySetChanges_rises() {
        isKnown(key);
        long before = keys.generation();
        server.serve(key, next);
        isKnown(next);

        assertThat(keys.generation()).isGreaterThan(before);
    }

    @Test
    void tend_keysAreFresh_asksNobody() {
        keys.tend();
        keys.tend();

        assertThat(server.fetches()).isEqualTo(1);
    }

    @Test
    void tend_keysAreOld_fetches() {
        keys.tend();
        clock.pass(TEN_MINUTES);
        keys.tend();

        assertThat(server.fetches()).isEqualTo(2);
    }

    @Test
    void areAt_anAddressAlone() {
        JWTAuthContextInfo settings = server.settings();
        assertThat(JwksKeys.areAt(settings)).isTrue();

        settings.setPublicKeyLocation("keys.json");
        assertThat(JwksKeys.areAt(settings)).isFalse();
    }

    /** Tokens arrive all the time, while the key set goes and comes back, and a new key signs meanwhile. */
    @Test
    void key_goesAndComesBackUnderLoad_noGoodTokenIsEverCalledBad() throws InterruptedException {
        isKnown(key);
        List<Thread> load = IntStream.range(0, 8)
                .mapToObj(number -> Thread.ofVirtual().unstarted(() -> ask(number % 2 == 0 ? key : next)))
                .toList();
        server.answer(503, "");
        load.forEach(Thread::start);
        while (answers.get() < 400) {
            Thread.onSpinWait();
            clock.pass(Duration.ofMillis(10));
        }
        server.serve(key, next);
        clock.pass(PAUSE);
        keys.tend();
        enough = true;
        for (Thread asking : load) {
            asking.join();
        }

        // A fetch that began before the key set was back may have failed last.
        clock.pass(PAUSE);
        keys.tend();
        isKnown(next);
        assertThat(bad).isEmpty();
    }

    private void ask(PublicJsonWebKey signer) {
        while (!enough) {
            try {
                keys.key(signed(signer));
            } catch (Refusal away) {
                // Nobody knows.
            } catch (BadToken unknown) {
                bad.add(unknown);
            }
            answers.incrementAndGet();
        }
    }

    private void isKnown(PublicJsonWebKey signer) {
        assertThat(keys.key(signed(signer))).isEqualTo(signer.getPublicKey());
    }

    private void isUnknown(PublicJsonWebKey signer) {
        assertThat(catchThrowableOfType(BadToken.class, () -> keys.key(signed(signer)))
                        .check())
                .isEqualTo(TokenCheck.KEY);
    }

    private Refusal isAway(PublicJsonWebKey signer) {
        return isAway(signed(signer));
    }

    private Refusal isAway(SignedToken token) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> keys.key(token));
        assertThat(refusal.code()).isEqualTo(RefusalCode.IDENTITY_PROVIDER_UNREACHABLE);
        return refusal;
    }

    private static SignedToken signed(PublicJsonWebKey signer) {
        return signed(signer, signer.getKeyId());
    }

    private static SignedToken signed(PublicJsonWebKey signer, @Nullable String id) {
        String token = Tokens.signed("ES256", signer.getPrivateKey(), id, Tokens.claims(Map.of()));
        return SignedToken.read(token, ALGORITHMS);
    }
}
