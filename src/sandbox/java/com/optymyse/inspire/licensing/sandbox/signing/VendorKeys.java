package com.optymyse.inspire.licensing.sandbox.signing;

import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The account's keys: the same ones in every sandbox. */
public final class VendorKeys implements Signer {

    private static final int ED25519_BYTES = 32;

    private final Map<SignatureScheme, PrivateKey> keys = new EnumMap<>(SignatureScheme.class);

    public VendorKeys() {
        for (SignatureScheme scheme : SignatureScheme.values()) {
            keys.put(scheme, PemResource.privateKey(scheme.keyName(), scheme.keyAlgorithm()));
        }
    }

    @Override
    public byte[] sign(SignatureScheme scheme, byte[] text) {
        return scheme.sign(Objects.requireNonNull(keys.get(scheme)), text);
    }

    /** The public keys by name: Ed25519 in hex as the vendor's dashboard shows it, the others as base64 of the DER. */
    public static Map<String, String> publicKeys() {
        Map<String, String> shown = new LinkedHashMap<>();
        byte[] ed25519 = PemResource.publicKey(SignatureScheme.ED25519.keyName());
        byte[] raw = Arrays.copyOfRange(ed25519, ed25519.length - ED25519_BYTES, ed25519.length);
        shown.put(SignatureScheme.ED25519.keyName(), HexFormat.of().formatHex(raw));
        for (SignatureScheme scheme : SignatureScheme.values()) {
            shown.computeIfAbsent(
                    scheme.keyName(), name -> Base64.getEncoder().encodeToString(PemResource.publicKey(name)));
        }
        return shown;
    }
}
