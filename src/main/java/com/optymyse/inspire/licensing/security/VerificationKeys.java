package com.optymyse.inspire.licensing.security;

import com.optymyse.inspire.licensing.license.Refusal;
import java.security.Key;

/** The keys that tokens are verified with. All of it may wait for them, so that it must not be called on an event loop. */
public interface VerificationKeys {

    /**
     * The key that a token has to be signed with.
     *
     * @throws BadToken when the identity provider has no such key
     * @throws Refusal when it is not known whether it has
     */
    Key key(SignedToken token);

    /** Rises when the keys change, so that what was verified with the old ones is verified again. */
    long generation();

    /** Whether they could be had when they were last asked for. */
    boolean available();

    /** Fetches what is missing or old, so that requests need not wait for it. Called every few seconds. */
    void tend();
}
