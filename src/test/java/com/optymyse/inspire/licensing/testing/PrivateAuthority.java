package com.optymyse.inspire.licensing.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority that no trust store knows, and the certificates of servers that it issues. */
public final class PrivateAuthority {

    private static final String PASSWORD = "changeit";

    private static final String AUTHORITY = "authority";

    private final Path folder;
    private final AtomicInteger servers = new AtomicInteger();

    private PrivateAuthority(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    public static PrivateAuthority in(Path folder) {
        return in(folder, "Private authority");
    }

    /** One with a name of its own. With the name of another it has another key all the same. */
    public static PrivateAuthority in(Path folder, String name) {
        PrivateAuthority authority = new PrivateAuthority(folder);
        authority.keytool(AUTHORITY, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "bc:c");
        authority.keytool(AUTHORITY, "-exportcert", "-rfc", "-file", "authority.pem");
        return authority;
    }

    /** The authority's own certificate, in PEM. */
    public Path certificate() {
        return folder.resolve("authority.pem");
    }

    /** TLS with a certificate for a name that is valid now. */
    public SSLContext serverTls(String name) {
        return serverTls(name, "-1d", 30);
    }

    /**
     * TLS with a certificate for a name.
     *
     * @param from when it begins to be valid, relative to now: {@code -1d}
     * @param days for how long it is valid
     */
    public SSLContext serverTls(String name, String from, int days) {
        return tls(issue(name, "EC", from, days));
    }

    /** A certificate for a name and its key, {@code server.crt} and {@code server.key} (PEM) in a folder. */
    public void writeServer(String name, Path target) throws IOException {
        PrivateKey key = write(name, "EC", target.resolve("server.crt"));
        Files.writeString(target.resolve("server.key"), pem("PRIVATE KEY", key.getEncoded()));
    }

    /**
     * Writes a certificate for a name (PEM) and returns its key.
     *
     * @param algorithm EC (P-256) or RSA
     */
    public PrivateKey write(String name, String algorithm, Path file) throws IOException {
        KeyStore.PrivateKeyEntry issued = entry(issue(name, algorithm, "-1d", 30));
        StringBuilder chain = new StringBuilder();
        for (Certificate certificate : issued.getCertificateChain()) {
            chain.append(pem("CERTIFICATE", encoded(certificate)));
        }
        Files.writeString(file, chain);
        return issued.getPrivateKey();
    }

    /** Makes a key and its certificate, and returns the name of their entry. */
    private String issue(String name, String algorithm, String from, int days) {
        String server = "server-" + servers.incrementAndGet();
        keytool(
                server,
                "-genkeypair",
                "-keyalg",
                algorithm,
                algorithm.equals("EC") ? "-groupname" : "-keysize",
                algorithm.equals("EC") ? "secp256r1" : "2048",
                "-dname",
                "CN=" + name,
                "-signer",
                AUTHORITY,
                "-startdate",
                from,
                "-validity",
                String.valueOf(days),
                "-ext",
                "san=dns:" + name);
        return server;
    }

    private static byte[] encoded(Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new AssertionError("A certificate that was just read has no encoding.", impossible);
        }
    }

    /** What a file of PEM form has. */
    public static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(content)
                + "\n-----END " + label + "-----\n";
    }

    /** TLS with one of the keys alone, so that no other is chosen. */
    private SSLContext tls(String server) {
        try {
            KeyStore.PrivateKeyEntry entry = entry(server);
            char[] password = PASSWORD.toCharArray();
            KeyStore one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            one.setKeyEntry(server, entry.getPrivateKey(), password, entry.getCertificateChain());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(one, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException failure) {
            throw new AssertionError("The server's certificate can't be used.", failure);
        }
    }

    private KeyStore.PrivateKeyEntry entry(String server) {
        char[] password = PASSWORD.toCharArray();
        try (InputStream file = Files.newInputStream(folder.resolve("keys.p12"))) {
            KeyStore all = KeyStore.getInstance("PKCS12");
            all.load(file, password);
            return (KeyStore.PrivateKeyEntry) all.getEntry(server, new KeyStore.PasswordProtection(password));
        } catch (GeneralSecurityException | IOException failure) {
            throw new AssertionError("The server's certificate can't be read.", failure);
        }
    }

    private void keytool(String alias, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", alias, "-keystore", "keys.p12", "-storepass", PASSWORD));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(output);
            }
        } catch (IOException failure) {
            throw new AssertionError("keytool can't be run.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("keytool was interrupted.", interrupted);
        }
    }
}
