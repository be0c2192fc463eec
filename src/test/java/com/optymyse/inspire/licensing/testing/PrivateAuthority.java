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
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority that no trust store knows, and the certificates of servers that it issues. */
public final class PrivateAuthority {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final AtomicInteger servers = new AtomicInteger();

    private PrivateAuthority(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    public static PrivateAuthority in(Path folder) {
        PrivateAuthority authority = new PrivateAuthority(folder);
        authority.keytool(
                "authority", "-genkeypair", "-keyalg", "EC", "-dname", "CN=Private authority", "-ext", "bc:c");
        authority.keytool("authority", "-exportcert", "-rfc", "-file", "authority.pem");
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
        String server = "server-" + servers.incrementAndGet();
        issue(server, name, from, days);
        try (InputStream file = Files.newInputStream(folder.resolve(server + ".p12"))) {
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

    private void issue(String server, String name, String from, int days) {
        keytool(server, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name);
        keytool(server, "-certreq", "-file", server + ".csr");
        keytool(
                "authority",
                "-gencert",
                "-rfc",
                "-infile",
                server + ".csr",
                "-outfile",
                server + ".pem",
                "-startdate",
                from,
                "-validity",
                String.valueOf(days),
                "-ext",
                "san=dns:" + name);
        keytool(server, "-importcert", "-noprompt", "-trustcacerts", "-file", "authority.pem", "-alias", "authority");
        keytool(server, "-importcert", "-noprompt", "-file", server + ".pem", "-alias", "own");
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
