package com.optymyse.inspire.licensing.security;

import com.optymyse.inspire.licensing.incident.Incidents.Watched;
import com.optymyse.inspire.licensing.incident.MonotonicClock;
import com.optymyse.inspire.licensing.license.ControlCharacters;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.logging.LogText;
import io.smallrye.jwt.KeyProvider;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The key set at the identity provider's address. It is fetched again when it is old, for a key that it does not have, and for
 * a signature that does not fit a key without an id: another may have taken its place. While it can't be had, the known keys
 * count on for some time. A key that is not known then is no reason to call a token bad: nobody knows whether it is.
 */
public final class JwksKeys implements VerificationKeys {

    /** When it makes sense to ask again while the identity provider is away. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** The pause after a failed fetch, in which no other caller tries again. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** A caller that has waited this long for another's fetch does not wait for one more. */
    private static final Duration LONG_WAIT = Duration.ofSeconds(2);

    private final JwksFetcher source;
    private final MonotonicClock clock;
    private final Watched incident;
    private final Duration refresh;
    private final Duration forced;
    private final Duration retain;
    private final boolean anyKeyLength;

    private final ReentrantLock fetching = new ReentrantLock();
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable Known known;
    private volatile @Nullable Long failedAt;
    private @Nullable Long forcedAt;

    /** @param asked when the identity provider was asked for them: a token that came later may be signed with a newer one */
    private record Known(FetchedJwks keys, long asked) {}

    public JwksKeys(JWTAuthContextInfo settings, JwksFetcher source, MonotonicClock clock, Watched incident) {
        this.source = source;
        this.clock = clock;
        this.incident = incident;
        this.refresh = Duration.ofMinutes(settings.getJwksRefreshInterval());
        this.forced = Duration.ofMinutes(settings.getForcedJwksRefreshInterval());
        this.retain = Duration.ofMinutes(settings.getJwksRetainCacheOnErrorDuration());
        this.anyKeyLength = settings.isRelaxVerificationKeyValidation();
    }

    /** Whether these settings name the address of a key set, and no other way to verify tokens. */
    public static boolean areAt(JWTAuthContextInfo settings) {
        String location = settings.getPublicKeyLocation();
        return location != null
                && (location.startsWith("http://") || location.startsWith("https://"))
                && settings.getPublicVerificationKey() == null
                && settings.getKeyProvider() == KeyProvider.DEFAULT
                && !settings.isVerifyCertificateThumbprint();
    }

    @Override
    public Key key(SignedToken token) {
        long asked = clock.nanos();
        Known now = present();
        if (now.asked() < asked && !knows(now.keys(), token)) {
            now = renewed(token, asked);
        }
        return now.keys()
                .find(token.algorithm(), token.keyId())
                .orElseThrow(() -> BadToken.of(
                        TokenCheck.KEY,
                        "the id of one of the identity provider's keys for " + token.algorithm(),
                        token.keyId()));
    }

    /** Whether the keys have that of the token. Without an id on one side, only the signature shows it. */
    private boolean knows(FetchedJwks keys, SignedToken token) {
        return keys.has(token.keyId())
                || keys.find(token.algorithm(), token.keyId())
                        .filter(key -> token.isSignedWith(key, anyKeyLength))
                        .isPresent();
    }

    @Override
    public long generation() {
        return generation.get();
    }

    @Override
    public boolean available() {
        return failedAt == null;
    }

    @Override
    public void tend() {
        if (!available() || isOld(known)) {
            refresh(known);
        }
    }

    /** The keys that count now. */
    private Known present() {
        Known old = known;
        if (isOld(old)) {
            refresh(old);
        }
        Known now = known;
        if (now == null || hasPassed(now.asked(), refresh.plus(retain))) {
            throw away();
        }
        return now;
    }

    /** Fetches, unless another thread has done so meanwhile, or it has failed just now. Others go on with what they have. */
    private void refresh(@Nullable Known old) {
        if (old != null && fetching.isLocked()) {
            return;
        }
        fetching.lock();
        try {
            if (Objects.equals(known, old) && !hasJustFailed()) {
                fetch();
            }
        } finally {
            fetching.unlock();
        }
    }

    /** Fetches the keys again for a key that they don't have. It does so rarely, because a caller may invent key ids. */
    private Known renewed(SignedToken token, long since) {
        fetching.lock();
        try {
            Known now = known;
            if (now != null && (now.asked() >= since || knows(now.keys(), token))) {
                return now;
            }
            requireTurn();
            Known fetched = hasJustFailed() || hasPassed(since, LONG_WAIT) ? null : fetch();
            if (fetched == null) {
                throw away();
            }
            forcedAt = fetched.asked();
            return fetched;
        } finally {
            fetching.unlock();
        }
    }

    private void requireTurn() {
        Long last = forcedAt;
        if (last != null && !hasPassed(last, forced)) {
            throw Refusal.again(
                    RefusalCode.IDENTITY_PROVIDER_UNREACHABLE,
                    "This service does not know the key that signed the token. It looks for new keys at most once in "
                            + forced.toSeconds() + " seconds. Try again later.",
                    forced.minusNanos(clock.nanos() - last));
        }
    }

    private @Nullable Known fetch() {
        try {
            Known old = known;
            long asked = clock.nanos();
            Known fetched = new Known(source.fetch(), asked);
            if (old != null && !old.keys().text().equals(fetched.keys().text())) {
                generation.incrementAndGet();
            }
            known = fetched;
            failedAt = null;
            incident.worked();
            return fetched;
        } catch (IOException failure) {
            failedAt = clock.nanos();
            incident.failed(() -> "The service can't fetch the key set of the identity provider from "
                    + ControlCharacters.escaped(source.address()) + ". Until it succeeds, tokens with an unknown"
                    + " key get the status 503. The cause: " + LogText.cause(failure));
            return null;
        }
    }

    private static Refusal away() {
        return Refusal.again(
                RefusalCode.IDENTITY_PROVIDER_UNREACHABLE,
                "The service can't verify the token, because it can't fetch the keys of the identity provider. Try"
                        + " again in a few seconds.",
                RETRY_AFTER);
    }

    private boolean isOld(@Nullable Known keys) {
        return keys == null || hasPassed(keys.asked(), refresh);
    }

    private boolean hasJustFailed() {
        Long last = failedAt;
        return last != null && !hasPassed(last, PAUSE);
    }

    private boolean hasPassed(long since, Duration time) {
        return clock.nanos() - since >= time.toNanos();
    }
}
