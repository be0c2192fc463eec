package com.optymyse.inspire.licensing.sandbox.signing;

/** Someone who signs. */
@FunctionalInterface
public interface Signer {

    byte[] sign(SignatureScheme scheme, byte[] text);

    /** A vendor whom nobody trusts: each signature is made with another new key. */
    static Signer stranger() {
        return (scheme, text) -> scheme.sign(scheme.freshKey(), text);
    }
}
