package com.optymyse.inspire.licensing.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Set;

/** Who is an admin, in the words of the identity provider. */
@ConfigMapping(prefix = "licensing.security")
public interface SecurityConfig {

    /**
     * The claims of a token that hold role or group names, for example {@code groups} or {@code realm_access/roles}.
     * A slash leads into an object; a name that has slashes itself is put in double quotes. All of them count. A claim
     * called {@code scope} or {@code scp} is a text whose words are the names.
     */
    @WithDefault("groups")
    List<ClaimPath> roleClaim();

    /** The role or group names that make their bearer an admin. */
    @WithDefault("Admin")
    Set<String> adminRoles();
}
