package com.optymyse.inspire.licensing.sandbox;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Checks what the sandbox signs with the JDK alone, by the protocol's words and by none of the sandbox's code. */
final class JdkVerifier {

    private JdkVerifier() {}

    /** Whether digest and signature of an answer are right. */
    static boolean isGenuine(SandboxClient.Reply reply) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(reply.body().getBytes(StandardCharsets.UTF_8));
        if (!reply.header("Digest").equals("sha-256=" + Base64.getEncoder().encodeToString(digest))) {
            return false;
        }
        String text = "(request-target): " + reply.method().toLowerCase(Locale.ROOT) + " " + reply.target() + "\n"
                + "host: localhost\n"
                + "date: " + reply.header("Date") + "\n"
                + "digest: " + reply.header("Digest");
        return isSigned(
                parameter(reply, "algorithm"),
                text.getBytes(StandardCharsets.UTF_8),
                Base64.getDecoder().decode(parameter(reply, "signature")));
    }

    static String parameter(SandboxClient.Reply reply, String name) {
        Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(reply.header("Keygen-Signature"));
        assertThatItMatches(matcher);
        return matcher.group(1);
    }

    /** A file taken apart: kind, label, payload and signature. */
    record Parts(String kind, String algorithm, String payload, String signature) {

        static Parts of(String text) {
            Matcher frame = Pattern.compile(
                            "-----BEGIN (LICENSE|MACHINE) FILE-----\n([A-Za-z0-9+/=\n]+)-----END \\1 FILE-----\n")
                    .matcher(text);
            assertThatItMatches(frame);
            JsonObject json = new JsonObject(
                    new String(Base64.getDecoder().decode(frame.group(2).replace("\n", "")), StandardCharsets.UTF_8));
            return new Parts(frame.group(1), json.getString("alg"), json.getString("enc"), json.getString("sig"));
        }

        boolean isGenuine() throws GeneralSecurityException {
            byte[] text = (kind.toLowerCase(Locale.ROOT) + "/" + payload).getBytes(StandardCharsets.UTF_8);
            return isSigned(
                    algorithm.substring(algorithm.indexOf('+') + 1),
                    text,
                    Base64.getDecoder().decode(signature));
        }

        JsonObject decrypted(String secret) throws GeneralSecurityException {
            if (algorithm.startsWith("base64+")) {
                return json(Base64.getDecoder().decode(payload));
            }
            List<byte[]> parts = Arrays.stream(payload.split("\\."))
                    .map(Base64.getDecoder()::decode)
                    .toList();
            byte[] key = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, parts.get(1)));
            cipher.update(parts.get(0));
            return json(cipher.doFinal(parts.get(2)));
        }

        private static JsonObject json(byte[] text) {
            return new JsonObject(new String(text, StandardCharsets.UTF_8));
        }
    }

    /** Whether the three parts of a JWT are signed by the sandbox as identity provider. */
    static boolean isToken(String[] parts) throws GeneralSecurityException {
        Signature signature = verifier("SHA256withRSA", tokenKey());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static PublicKey publicKey(String name, String algorithm) throws GeneralSecurityException {
        String base64 = resource(name + ".public.pem").replaceAll("-----.*-----", "");
        byte[] der = Base64.getMimeDecoder().decode(base64);
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
    }

    private static PublicKey tokenKey() throws GeneralSecurityException {
        JsonObject key =
                new JsonObject(resource("token.jwks.json")).getJsonArray("keys").getJsonObject(0);
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
    }

    private static BigInteger number(JsonObject key, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.getString(member)));
    }

    private static String resource(String name) {
        try (InputStream resource = JdkVerifier.class.getResourceAsStream("/sandbox/keys/" + name)) {
            return new String(resource.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static boolean isSigned(String scheme, byte[] text, byte[] signed) throws GeneralSecurityException {
        Signature signature = switch (scheme) {
            case "ed25519" -> verifier("Ed25519", publicKey("ed25519", "Ed25519"));
            case "rsa-sha256" -> verifier("SHA256withRSA", publicKey("rsa2048", "RSA"));
            case "rsa-pss-sha256" -> pss(publicKey("rsa2048", "RSA"));
            case "ecdsa-p256" -> verifier("SHA256withECDSA", publicKey("ecdsa-p256", "EC"));
            default -> throw new AssertionError("No such scheme: " + scheme);
        };
        signature.update(text);
        return signature.verify(signed);
    }

    private static Signature verifier(String algorithm, PublicKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(key);
        return signature;
    }

    private static Signature pss(PublicKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 222, 1));
        signature.initVerify(key);
        return signature;
    }

    private static void assertThatItMatches(Matcher matcher) {
        if (!matcher.find()) {
            throw new AssertionError("It has not the form " + matcher.pattern());
        }
    }
}
