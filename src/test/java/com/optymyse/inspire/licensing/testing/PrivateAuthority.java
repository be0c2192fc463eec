package com.optymyse.inspire.licensing.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority that no trust store knows, and a server's certificate for {@code localhost} issued by it. */
final class PrivateAuthority {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    private PrivateAuthority(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    static PrivateAuthority in(Path folder) {
        PrivateAuthority authority = new PrivateAuthority(folder);
        authority.create();
        return authority;
    }

    /** The authority's own certificate, in PEM. */
    Path certificate() {
        return folder.resolve("authority.pem");
    }

    /** TLS with the server's certificate. */
    SSLContext serverTls() {
        try (InputStream file = Files.newInputStream(folder.resolve("server.p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, PASSWORD.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException failure) {
            throw new AssertionError("The server's certificate can't be used.", failure);
        }
    }

    private void create() {
        keytool("authority", "-genkeypair", "-keyalg", "EC", "-dname", "CN=Private authority", "-ext", "bc:c");
        keytool("authority", "-exportcert", "-rfc", "-file", "authority.pem");
        keytool("server", "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost");
        keytool("server", "-certreq", "-file", "server.csr");
        keytool(
                "authority",
                "-gencert",
                "-rfc",
                "-infile",
                "server.csr",
                "-outfile",
                "server.pem",
                "-ext",
                "san=dns:localhost");
        keytool("server", "-importcert", "-noprompt", "-trustcacerts", "-file", "authority.pem", "-alias", "authority");
        keytool("server", "-importcert", "-noprompt", "-file", "server.pem", "-alias", "own");
    }

    private void keytool(String store, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store + ".p12", "-storepass", PASSWORD));
        if (!command.contains("-alias")) {
            command.addAll(List.of("-alias", "own"));
        }
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
