package com.optymyse.inspire.licensing.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which tokens the service accepts, and which roles make an admin, by the names that the identity provider uses. */
@ConfigMapping(prefix = "licensing.security")
public interface SecurityConfig {

    /**
     * The claims of a token that hold role or group names, for example {@code groups} or {@code realm_access/roles}. A
     * slash separates the names of nested claims. A name that begins with {@code http://} or {@code https://} is one
     * name; put any other name with slashes in double quotes. The service uses all listed claims. A text is one role
     * name; in {@code scope} and {@code scp}, each word is one.
     */
    @WithDefault("groups")
    List<ClaimPath> roleClaim();

    /** The role or group names that make their bearer an admin. */
    @WithDefault("Admin")
    Set<String> adminRoles();

    /**
     * The clients of the identity provider whose tokens are accepted without an audience ({@code aud}): by {@code
     * client_id}, else {@code azp}. If a token has an audience, only the audience decides.
     */
    Optional<Set<String>> clients();
}
