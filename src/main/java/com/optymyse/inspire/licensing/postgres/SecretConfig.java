package com.optymyse.inspire.licensing.postgres;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The secret that protects what is stored. */
@ConfigMapping(prefix = "licensing.secret")
public interface SecretConfig {

    /**
     * The keys that encrypt license keys and certificates in the database, each as {@code id:base64 of 32 bytes}. The
     * first key encrypts, and all keys decrypt. To rotate them, add a key on every replica, put it first, and remove
     * the old key when every row has been written again. Required. {@code openssl rand -base64 32} makes one.
     */
    Optional<List<String>> keys();
}
