package com.optymyse.inspire.licensing.security;

import com.optymyse.inspire.licensing.incident.Incidents.Watched;
import com.optymyse.inspire.licensing.license.ControlCharacters;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.logging.LogText;
import io.smallrye.jwt.KeyProvider;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.KeyLocationResolver;
import java.security.Key;
import java.util.List;
import java.util.Set;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Keys that are configured, or in a file: all that SmallRye JWT knows besides a key set at an address. A file may come later
 * than the service. Once it was read it counts until the service ends.
 */
public final class LocalKeys extends DefaultJWTTokenParser implements VerificationKeys {

    private final JWTAuthContextInfo settings;
    private final Watched incident;
    private volatile boolean available = true;
    private volatile @Nullable VerificationKeyResolver known;

    public LocalKeys(JWTAuthContextInfo settings, Watched incident) {
        this.settings = settings;
        this.incident = incident;
    }

    @Override
    public Key key(SignedToken token) {
        if (settings.getPublicVerificationKey() != null) {
            return settings.getPublicVerificationKey();
        }
        VerificationKeyResolver keys = read();
        if (keys == null) {
            throw Refusal.again(
                    RefusalCode.IDENTITY_PROVIDER_UNREACHABLE,
                    "The service can't verify the token, because it can't read its verification keys. Try again in a"
                            + " few seconds.",
                    JwksKeys.RETRY_AFTER);
        }
        try {
            return keys.resolveKey(token.signature(), List.of());
        } catch (UnresolvableKeyException unknown) {
            throw BadToken.of(TokenCheck.KEY, "the id of one of the configured keys", token.keyId());
        }
    }

    @Override
    public long generation() {
        return 0;
    }

    @Override
    public boolean available() {
        return available;
    }

    @Override
    public void tend() {
        if (settings.getPublicVerificationKey() == null) {
            read();
        }
    }

    /** The keys; null when they can't be read now. */
    private synchronized @Nullable VerificationKeyResolver read() {
        if (known == null) {
            try {
                known = resolver();
                available = true;
                incident.worked();
            } catch (UnresolvableKeyException unreadable) {
                available = false;
                String where = settings.getPublicKeyContent() == null
                        ? settings.getPublicKeyLocation()
                        : "mp.jwt.verify.publickey";
                incident.failed(() -> "The service can't read the keys that verify tokens from "
                        + ControlCharacters.escaped(String.valueOf(where)) + ". Until it succeeds, all tokens get"
                        + " the status 503. The cause: " + LogText.cause(unreadable));
            }
        }
        return known;
    }

    private VerificationKeyResolver resolver() throws UnresolvableKeyException {
        if (settings.getKeyProvider() != KeyProvider.DEFAULT || settings.isVerifyCertificateThumbprint()) {
            return getVerificationKeyResolver(settings);
        }
        Content content = new Content(settings);
        if (!content.isEmpty()) {
            return content;
        }
        for (SignatureAlgorithm algorithm : settings.getSignatureAlgorithm()) {
            // The library reads a key in PEM by the first of the algorithms alone, and they are in no order.
            JWTAuthContextInfo single = new JWTAuthContextInfo(settings);
            single.setSignatureAlgorithm(Set.of(algorithm));
            Content ofOne = new Content(single);
            if (!ofOne.isEmpty()) {
                return ofOne;
            }
        }
        throw new UnresolvableKeyException("It holds no key in PEM, and no key set (JWKS).");
    }

    /** What was read. The library accepts any content, and then has no key for any token. */
    private static final class Content extends KeyLocationResolver {

        Content(JWTAuthContextInfo settings) throws UnresolvableKeyException {
            super(settings);
        }

        boolean isEmpty() {
            return key == null && httpsJwks == null && (jsonWebKeys == null || jsonWebKeys.isEmpty());
        }
    }
}
