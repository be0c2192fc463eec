package com.optymyse.inspire.licensing.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.optymyse.inspire.licensing.certificate.MalformedDocument;
import com.optymyse.inspire.licensing.certificate.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimPathTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            groups                                  | groups
            realm_access/roles                      | realm_access;roles
            resource_access/inspire licensing/roles | resource_access;inspire licensing;roles
            cognito:groups                          | cognito:groups
            https://inspire.example/roles           | https://inspire.example/roles
            http://schemas.example/claims/role      | http://schemas.example/claims/role
            "https://inspire.example/roles"         | https://inspire.example/roles
            "https://inspire.example/claims"/roles  | https://inspire.example/claims;roles
            """)
    void of_path_itsSteps(String path, String steps) {
        assertThat(String.join(";", ClaimPath.of(path).steps())).isEqualTo(steps);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/groups", "groups/", "a//b", "\"open", "\"\"", "a\"b\"", "https://a\"b"})
    void of_noPath_refused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClaimPath.of(path))
                .withMessageEndingWith("this one is: " + path);
    }

    @Test
    void claimPath_noSteps_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClaimPath(List.of()));
    }

    @Test
    void names_array_itsTexts() {
        assertThat(names("groups", Map.of("groups", List.of("Admin", "Viewer"))))
                .containsExactlyInAnyOrder("Admin", "Viewer");
    }

    @Test
    void names_insideObjects_found() {
        Map<String, ?> claims = Map.of("realm_access", Map.of("inner", Map.of("roles", List.of("Admin"))));

        assertThat(names("realm_access/inner/roles", claims)).containsExactly("Admin");
    }

    @Test
    void names_text_whole() {
        assertThat(names("role", Map.of("role", "Deputy Admin"))).containsExactly("Deputy Admin");
        assertThat(names("groups", Map.of("groups", "Display Admin"))).containsExactly("Display Admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope", "scp"})
    void names_scope_itsWords(String claim) {
        assertThat(names(claim, Map.of(claim, "openid licensing:admin"))).containsExactly("openid", "licensing:admin");
    }

    @Test
    void names_objectsInArray_ignored() {
        Map<String, ?> claims = Map.of("access", Map.of("roles", List.of(Map.of("name", "Admin"), 1, "Viewer")));

        assertThat(names("access/roles", claims)).contains("Viewer").doesNotContain("Admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent", "absent/roles", "text/roles", "object/absent", "number", "object"})
    void names_nothingThere_none(String path) {
        Map<String, ?> claims = Map.of("text", "Admin", "number", 1, "object", Map.of("roles", List.of("Admin")));

        assertThat(names(path, claims)).isEmpty();
    }

    /** The claims as they are read from a token. */
    static TokenClaims claims(JwtClaims token) {
        try {
            return new TokenClaims(StrictJson.readObject(token.toJson().getBytes(StandardCharsets.UTF_8)));
        } catch (MalformedDocument impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> names(String path, Map<String, ?> claims) {
        JwtClaims token = new JwtClaims();
        claims.forEach(token::setClaim);
        return ClaimPath.of(path).names(claims(token).json()).toList();
    }
}
