package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.license.ControlCharacters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file in PEM form, read when it is asked for, because whoever renews certificates replaces files.
 *
 * @param parameter the parameter of the address that names the file
 * @param name its path
 */
record PemFile(String parameter, String name) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----", Pattern.DOTALL);

    private record Block(String label, String base64) {

        byte[] content() {
            return Base64.getMimeDecoder().decode(base64);
        }
    }

    /**
     * All certificates in the file, in its order.
     *
     * @throws IOException when it can't be read, or there is none, in a sentence that names the file
     */
    List<X509Certificate> certificates() throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Block block : blocks()) {
                if (block.label().equals("CERTIFICATE")) {
                    certificates.add(
                            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.content())));
                }
            }
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw unusable("has a certificate that can't be read", malformed);
        }
        if (certificates.isEmpty()) {
            throw unusable("has no certificate in PEM form", null);
        }
        return certificates;
    }

    /**
     * The first private key in the file.
     *
     * @throws IOException when it can't be read, or there is none without a passphrase, in a sentence that names the file
     */
    PrivateKey privateKey() throws IOException {
        for (Block block : blocks()) {
            if (block.label().endsWith("PRIVATE KEY")) {
                try {
                    return PrivateKeys.of(block.label(), block.content());
                } catch (GeneralSecurityException | IllegalArgumentException malformed) {
                    throw unusable("has a private key that is not an RSA or EC key without passphrase", malformed);
                }
            }
        }
        throw unusable("has no private key in PEM form", null);
    }

    private List<Block> blocks() throws IOException {
        try {
            return BLOCK.matcher(Files.readString(Path.of(name), StandardCharsets.US_ASCII))
                    .results()
                    .map(block -> new Block(block.group(1), block.group(2)))
                    .toList();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw unusable("can't be read", unreadable);
        }
    }

    private IOException unusable(String why, @Nullable Exception cause) {
        return new IOException(
                "The file of " + parameter + ", " + ControlCharacters.escaped(name) + ", " + why + ".", cause);
    }
}
