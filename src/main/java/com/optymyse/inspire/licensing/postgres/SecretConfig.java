package com.optymyse.inspire.licensing.postgres;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The secret that protects what is stored. */
@ConfigMapping(prefix = "licensing.secret")
public interface SecretConfig {

    /**
     * The keys that encrypt license keys and certificates in the database, each as {@code id:base64 of 32 bytes}. The
     * first encrypts, all of them decrypt: to rotate, add a key everywhere, put it first, and drop the old one once every
     * row is written anew. Required. {@code openssl rand -base64 32} makes one.
     */
    Optional<List<String>> keys();
}
