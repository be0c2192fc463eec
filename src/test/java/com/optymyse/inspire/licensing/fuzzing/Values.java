package com.optymyse.inspire.licensing.fuzzing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values as a careful, a careless or a malicious caller sends them. */
final class Values {

    /** What means something to this service, or to one that is careless with what it is given. */
    private static final List<String> WORDS = List.of(
            "",
            " ",
            "online",
            "offline",
            "SSO_SAML",
            "LICENSED",
            "MAX_DISPLAYS",
            "license-expired",
            "true",
            "null",
            "0",
            "-1",
            "2147483648",
            "NaN",
            "1e999",
            "00000000-0000-4000-8000-000000000000",
            "*",
            "\"bd6c\"",
            "W/\"x\"",
            "../../etc/passwd",
            "' OR 1=1 --",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "%00",
            "a\u0000b",
            "\uD83D\uDE00\u202E",
            "\r\nX-Injected: yes",
            "-----BEGIN MACHINE FILE-----\nAAAA\n-----END MACHINE FILE-----\n");

    private static final int LONGEST = 6_000;
    private static final int SHORT = 300;
    private static final int DEEPEST = 4;

    private final RandomGenerator random;
    private final List<String> known;

    /** @param known values that are good here, such as license keys and files */
    Values(RandomGenerator random, List<String> known) {
        this.random = random;
        this.known = known;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String text() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> oneOf(known);
            case 3 -> randomText(random.nextInt(24));
            case 4 -> chance(0.1) ? "x".repeat(random.nextInt(LONGEST)) : randomText(3);
            default -> oneOf(WORDS);
        };
    }

    /** A text for an address: longer ones are refused before anything of ours sees them (414). */
    String shortText() {
        String text = text();
        return text.substring(0, Math.min(SHORT, text.length()));
    }

    JsonNode json() {
        return json(0);
    }

    /** An object with some of the fields, mostly of the type that is expected, and now and then with one more. */
    ObjectNode object(Iterable<String> fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String field : fields) {
            if (chance(0.85)) {
                object.set(field, chance(0.85) ? JsonNodeFactory.instance.textNode(text()) : json());
            }
        }
        if (chance(0.1)) {
            object.set(text(), json());
        }
        return object;
    }

    /** The bytes with a mistake: cut off, with some changed or repeated, or in another encoding. */
    byte[] spoiled(byte[] good) {
        byte[] bytes = good.clone();
        int at = random.nextInt(bytes.length + 1);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 ->
                (new String(bytes, StandardCharsets.UTF_8) + new String(bytes, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
            case 2 -> new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
            default -> {
                if (at < bytes.length) {
                    bytes[at] = (byte) random.nextInt();
                }
                yield bytes;
            }
        };
    }

    private JsonNode json(int depth) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (random.nextInt(depth < DEEPEST ? 8 : 6)) {
            case 0 -> json.nullNode();
            case 1 -> json.booleanNode(random.nextBoolean());
            case 2 -> json.numberNode(random.nextLong());
            case 3 -> json.numberNode(BigInteger.TEN.pow(random.nextInt(400)));
            case 4, 5 -> json.textNode(text());
            case 6 -> array(depth);
            default -> json.objectNode().set(text(), json(depth + 1));
        };
    }

    private ArrayNode array(int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(json(depth + 1));
        }
        return array;
    }

    private String randomText(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (chance(0.8) ? random.nextInt(32, 127) : random.nextInt(0xD7FF)));
        }
        return text.toString();
    }
}
