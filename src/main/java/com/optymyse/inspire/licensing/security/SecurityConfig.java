package com.optymyse.inspire.licensing.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose tokens count, and who is an admin, in the words of the identity provider. */
@ConfigMapping(prefix = "licensing.security")
public interface SecurityConfig {

    /**
     * The claims of a token that hold role or group names, for example {@code groups} or {@code realm_access/roles}.
     * A slash leads into an object; what begins with {@code http://} or {@code https://} is one name, and another name that
     * has slashes is put in double quotes. All of them count. A text is one name, except in a claim called {@code scope} or
     * {@code scp}, whose words are the names.
     */
    @WithDefault("groups")
    List<ClaimPath> roleClaim();

    /** The role or group names that make their bearer an admin. */
    @WithDefault("Admin")
    Set<String> adminRoles();

    /**
     * The clients of the identity provider whose tokens count although they have no audience ({@code aud}): by
     * {@code client_id}, else {@code azp}. A token with an audience is judged by that alone.
     */
    Optional<Set<String>> clients();
}
