package com.optymyse.inspire.licensing.postgres;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an address, split and percent-decoded as libpq does it. Nothing in them is interpreted yet. No error quotes
 * the text: where a password has characters that had to be encoded, any part may belong to it.
 *
 * @param user empty when there is none
 * @param password null when there is none
 * @param hosts the names, separated by commas, IPv6 addresses without brackets
 * @param ports as many, separated by commas; those that are not given are empty
 * @param database empty when there is none
 * @param parameters what stands behind the question mark, the last one where a name comes twice
 */
record AddressText(
        String user,
        @Nullable String password,
        String hosts,
        String ports,
        String database,
        Map<String, String> parameters) {

    private static final Pattern ADDRESS =
            Pattern.compile("postgres(?:ql)?://(?:([^@/]*)@)?([^/?]*)(?:/([^?]*))?(?:\\?(.*))?", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("(?:\\[([^\\]]*)\\]|([^:\\[\\]]*))(?::([0-9]*))?");
    private static final String ENCODE = " Percent-encode special characters in the user and the password:"
            + " @ as %40, / as %2F, : as %3A, ? as %3F, & as %26, % as %25.";

    /** Parameters whose values may have a plain @, because many people write it so. */
    private static final Set<String> OF_A_ROLE = Set.of("user", "password");

    /** @throws IllegalArgumentException when it is not an address in libpq's form */
    static AddressText of(String text) {
        Matcher parts = ADDRESS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "must begin with postgresql:// or postgres://, without jdbc: before it.");
        }
        refuseStrayAt(parts.group(2));
        refuseStrayAt(orEmpty(parts.group(3)));
        List<String> names = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (String each : parts.group(2).split(",", -1)) {
            Matcher host = HOST.matcher(each);
            if (!host.matches()) {
                throw new IllegalArgumentException("has an invalid host or port." + ENCODE);
            }
            names.add(decode(host.group(1) == null ? host.group(2) : host.group(1)));
            ports.add(orEmpty(host.group(3)));
        }
        String[] credentials = orEmpty(parts.group(1)).split(":", 2);
        return new AddressText(
                decode(credentials[0]),
                credentials.length == 2 ? decode(credentials[1]) : null,
                String.join(",", names),
                String.join(",", ports),
                decode(orEmpty(parts.group(3))),
                parameters(orEmpty(parts.group(4)), credentials.length == 2));
    }

    private static void refuseStrayAt(String part) {
        if (part.indexOf('@') >= 0) {
            throw new IllegalArgumentException("has an @ in a wrong place." + ENCODE);
        }
    }

    private static Map<String, String> parameters(String query, boolean passwordBefore) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] both = parameter.split("=", -1);
            String name = decode(both[0]);
            boolean roleMayStillCome = !passwordBefore && OF_A_ROLE.contains(name);
            boolean endOfPasswordBefore = parameter.indexOf('@') >= 0 && !roleMayStillCome;
            // As of "password=a&b=c".
            boolean endOfPassword = parameters.containsKey("password") && !AddressParameter.isKnown(name);
            if (both.length != 2 || endOfPasswordBefore || endOfPassword) {
                throw new IllegalArgumentException(
                        "has a parameter that is not of the form name=value, or that may be part of a password."
                                + ENCODE);
            }
            parameters.put(name, decode(both[1]));
        }
        return parameters;
    }

    /** Unlike in forms on the web, a plus sign is a plus sign. */
    private static String decode(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%') {
                decoded.write(escaped(encoded, i + 1));
                i += 2;
            } else {
                decoded.write(encoded[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new IllegalArgumentException("has percent-encoded bytes that are not UTF-8.", notText);
        }
    }

    private static int escaped(byte[] encoded, int at) {
        boolean isHex =
                at + 1 < encoded.length && HexFormat.isHexDigit(encoded[at]) && HexFormat.isHexDigit(encoded[at + 1]);
        int value = isHex ? HexFormat.fromHexDigit(encoded[at]) * 16 + HexFormat.fromHexDigit(encoded[at + 1]) : 0;
        if (value == 0) {
            throw new IllegalArgumentException("has a % that is not followed by two hexadecimal digits." + ENCODE);
        }
        return value;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public String toString() {
        return "AddressText[hosts=" + hosts + "]";
    }
}
