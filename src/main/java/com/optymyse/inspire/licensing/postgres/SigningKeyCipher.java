package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.SigningKey;
import com.optymyse.inspire.licensing.postgres.StorageEncryption.TamperedException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.UUID;

/**
 * Encrypts a private signing key, so that it opens for its own installation and its own public key alone. The key is not
 * bound to when it signs: that grants nothing, and an operator may replace a key early.
 */
final class SigningKeyCipher {

    private final StorageEncryption encryption;

    SigningKeyCipher(KeyRing ring) {
        this.encryption = new StorageEncryption(ring);
    }

    SigningKeyRow encrypt(SigningKey key, UUID installation) {
        SigningKeyRow row = new SigningKeyRow();
        row.number = key.number();
        row.installationId = installation;
        row.publicKey = key.pair().getPublic().getEncoded();
        row.secretId = encryption.keyId();
        row.privateKey = encryption.encrypt(key.pair().getPrivate().getEncoded(), keyData(row));
        row.signsFrom = StoredTime.of(key.signsFrom());
        return row;
    }

    /**
     * The key of a row.
     *
     * @throws TamperedException when anything that the row was encrypted with has changed
     * @throws KeyRing.UnknownKeyException when the ring has not the key of this row
     */
    SigningKey decrypt(SigningKeyRow row) throws TamperedException {
        byte[] privateKey = encryption.decrypt(row.secretId, row.privateKey, keyData(row));
        try {
            KeyFactory curve = KeyFactory.getInstance("EC");
            KeyPair pair = new KeyPair(
                    curve.generatePublic(new X509EncodedKeySpec(row.publicKey)),
                    curve.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
            return new SigningKey(row.number, pair, row.signsFrom);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("What was encrypted were keys of an elliptic curve.", impossible);
        }
    }

    private static byte[] keyData(SigningKeyRow row) {
        return new AdditionalData("signing_key.private_key/1")
                .add(row.number)
                .add(row.installationId.toString())
                .add(row.publicKey)
                .toBytes();
    }
}
