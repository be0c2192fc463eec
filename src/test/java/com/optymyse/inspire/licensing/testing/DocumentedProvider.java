package com.optymyse.inspire.licensing.testing;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;

/**
 * An identity provider as {@code docs/identity-provider.md} describes it.
 *
 * @param name the heading of its section
 * @param settings the settings for it
 * @param token the claims of a token of an admin, but for its times
 * @param called the admin's name
 */
public record DocumentedProvider(String name, Map<String, String> settings, Map<String, Object> token, String called) {

    private static final Path DOCUMENT = Path.of("docs", "identity-provider.md");
    private static final Pattern SECTION = Pattern.compile("(?ms)^### (.+?)$(.*?)(?=^#|\\z)");
    private static final Pattern SETTINGS = Pattern.compile("(?s)```properties\n(.*?)```");
    private static final Pattern TOKEN = Pattern.compile("(?s)```json\n(.*?)```");
    private static final Pattern CALLED = Pattern.compile("Called: `([^`]+)`");

    /** All that are described. */
    public static Stream<DocumentedProvider> all() {
        try {
            return SECTION.matcher(Files.readString(DOCUMENT))
                    .results()
                    .map(found -> of(found.group(1), found.group(2)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static DocumentedProvider of(String name, String section) {
        return new DocumentedProvider(
                name,
                settings(first(SETTINGS, section)),
                new JsonPath(first(TOKEN, section)).getMap("$"),
                first(CALLED, section));
    }

    /** The claims of a token that was issued now. */
    public JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        token.forEach(claims::setClaim);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        return claims;
    }

    @Override
    public String toString() {
        return name;
    }

    private static Map<String, String> settings(String text) {
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, String> values = new HashMap<>();
        settings.forEach((name, value) -> values.put((String) name, (String) value));
        return values;
    }

    private static String first(Pattern pattern, String section) {
        return pattern.matcher(section)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
