package com.optymyse.inspire.licensing.processes;

import com.optymyse.inspire.licensing.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Issues tokens with a key of its own, as a production installation has them. */
final class IdentityProvider {

    private static final int BITS = 2048;
    private static final String KEY_ID = "processes";
    private static final String GROUP = "CN=Displays of the ground floor,OU=Groups,DC=example,DC=com";

    private final RsaJsonWebKey key;
    private final Path keySet;
    private final AtomicInteger people = new AtomicInteger();

    /** Its key set is in a file of this folder that is called by a name of its own. */
    IdentityProvider(Path folder, String name) {
        try {
            key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId(KEY_ID);
            keySet = Files.writeString(
                    Files.createDirectories(folder).resolve(name + ".jwks.json"), new JsonWebKeySet(key).toJson());
        } catch (JoseException impossible) {
            throw new IllegalStateException("Every Java runtime makes RSA keys.", impossible);
        } catch (IOException failure) {
            throw new UncheckedIOException("The key set can't be written.", failure);
        }
    }

    /** A token of an admin who was never seen before, so that limits for each caller do not count. */
    String adminToken() {
        return adminToken(List.of("Admin"));
    }

    /** The same, at least this long: of somebody in many groups. */
    String adminToken(int length) {
        // What is encoded in base64 is longer by a third.
        int groups = length * 3 / 4 / GROUP.length();
        List<String> all = new ArrayList<>(Collections.nCopies(groups, GROUP));
        all.add("Admin");
        return adminToken(all);
    }

    private String adminToken(List<String> groups) {
        Map<String, ?> claims = Map.of("sub", "admin-" + people.incrementAndGet(), "groups", groups);
        return token(Tokens.claims(claims));
    }

    /** A token with these claims and no others. */
    String token(JwtClaims claims) {
        return Tokens.signed("RS256", key.getPrivateKey(), KEY_ID, claims);
    }

    String keySet() {
        return new JsonWebKeySet(key).toJson();
    }

    /** What a service has to be told so that it trusts these tokens. */
    Map<String, String> settings() {
        return Map.of(
                "mp.jwt.verify.publickey.location",
                keySet.toUri().toString(),
                "mp.jwt.verify.issuer",
                Tokens.ISSUER,
                "mp.jwt.verify.audiences",
                "inspire-licensing");
    }
}
