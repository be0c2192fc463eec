package com.optymyse.inspire.licensing.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** A real identity provider, as its users and its administrator use it. */
public final class Keycloak {

    static final String ADMIN = "keycloak";
    static final String PASSWORD = "only-for-tests";

    /** The client whose tokens have no audience. */
    static final String LIGHTWEIGHT = "inspire-panel";

    private static final String WITHOUT_BASIC = "inspire-wall";
    private static final String TOKEN = "/protocol/openid-connect/token";

    private final String url;

    Keycloak(String url) {
        this.url = url;
    }

    /** The realm's address, which is its tokens' issuer. */
    public String realm() {
        return url + "/realms/inspire";
    }

    /** A token of the user that has the role Admin. */
    public String adminToken() {
        return userToken("inspire-operator", "admin");
    }

    /** A token of the same user for a client that is not meant for this service. */
    public String tokenForAnotherService() {
        return userToken("admin-cli", "admin");
    }

    /**
     * A token of the user that has the role Admin, for a client that is made for it and gets lightweight tokens. Roles are in
     * them, because a mapper puts them there; an audience is not.
     */
    public String lightweightToken() {
        makeClient(
                LIGHTWEIGHT,
                Map.of("client.use.lightweight.access.token.enabled", "true"),
                List.of("basic", "profile", "roles"),
                mapper(
                        "oidc-usermodel-realm-role-mapper",
                        Map.of(
                                "multivalued", "true",
                                "claim.name", "realm_access.roles",
                                "jsonType.label", "String",
                                "access.token.claim", "true",
                                "lightweight.claim", "true")));
        return userToken(LIGHTWEIGHT, "admin");
    }

    /** A token of the same user, for a client that is made for it without the scope {@code basic}. */
    public String tokenWithoutBasic() {
        makeClient(
                WITHOUT_BASIC,
                Map.of(),
                List.of("profile", "roles"),
                mapper(
                        "oidc-audience-mapper",
                        Map.of("included.custom.audience", "inspire-licensing", "access.token.claim", "true")));
        return userToken(WITHOUT_BASIC, "admin");
    }

    private void makeClient(
            String name, Map<String, String> attributes, List<String> scopes, Map<String, Object> mapper) {
        administer()
                .body(Map.of(
                        "clientId",
                        name,
                        "publicClient",
                        true,
                        "standardFlowEnabled",
                        false,
                        "directAccessGrantsEnabled",
                        true,
                        "attributes",
                        attributes,
                        "defaultClientScopes",
                        scopes,
                        "protocolMappers",
                        List.of(mapper)))
                .post("/clients")
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> mapper(String kind, Map<String, String> config) {
        return Map.of("name", "made for it", "protocol", "openid-connect", "protocolMapper", kind, "config", config);
    }

    /** A token of a user without any role of ours, who is made for it. */
    public String viewerToken() {
        administer()
                .body(Map.of(
                        "username", "viewer",
                        "enabled", true,
                        "email", "viewer@inspire.example",
                        "firstName", "Vi",
                        "lastName", "Ewer",
                        "credentials", List.of(Map.of("type", "password", "value", PASSWORD))))
                .post("/users");
        return userToken("inspire-operator", "viewer");
    }

    /** A token of another service. */
    public String serviceToken() {
        return given().formParams(Map.of(
                        "grant_type", "client_credentials", "client_id", "inspire-service", "client_secret", PASSWORD))
                .post(realm() + TOKEN)
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** Gives the realm a new key, which signs from now on. */
    public void rotateKey() {
        administer()
                .body(Map.of(
                        "name",
                        "next",
                        "providerId",
                        "rsa-generated",
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "config",
                        Map.of("priority", List.of("1000"))))
                .post("/components")
                .then()
                .statusCode(201);
    }

    boolean isThere() {
        try {
            return given().get(realm()).statusCode() == 200;
        } catch (Exception notYet) {
            return false;
        }
    }

    private RequestSpecification administer() {
        String token = given().formParams(Map.of(
                        "grant_type", "password", "client_id", "admin-cli", "username", ADMIN, "password", PASSWORD))
                .post(url + "/realms/master" + TOKEN)
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .basePath("")
                .baseUri(url + "/admin/realms/inspire");
    }

    private String userToken(String client, String user) {
        return given().formParams(
                        Map.of("grant_type", "password", "client_id", client, "username", user, "password", PASSWORD))
                .post(realm() + TOKEN)
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
