package com.optymyse.inspire.licensing.postgres;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The files that TLS needs, as they are now, in the form of either driver.
 *
 * @param mode whether the server's certificate is verified
 * @param authorities who may have signed it; null for those that the JVM trusts
 * @param chain the client's certificate, and those of its issuers; empty when it has none
 * @param key the private key of the client's certificate; null when it has none
 */
record TlsFiles(
        TlsMode mode,
        @Nullable List<X509Certificate> authorities,
        List<X509Certificate> chain,
        @Nullable PrivateKey key) {

    private static final char[] NO_PASSWORD = new char[0];

    /**
     * Reads the files.
     *
     * @throws IOException when one of them is missing or not what it should be, in a sentence that names it
     */
    static TlsFiles read(Tls tls) throws IOException {
        String authorities = tls.authorities();
        String certificate = tls.certificate();
        String key = tls.key();
        return new TlsFiles(
                tls.mode(),
                authorities == null
                                || authorities.equals(Tls.SYSTEM)
                                || !tls.mode().verifies()
                        ? null
                        : new PemFile("sslrootcert", authorities).certificates(),
                certificate == null ? List.of() : new PemFile("sslcert", certificate).certificates(),
                key == null ? null : new PemFile("sslkey", key).privateKey());
    }

    /**
     * Gives Vert.x its settings. It keeps a client for each set of settings that it can write down, so that renewed
     * certificates have to be in them.
     */
    void addTo(PgConnectOptions options) throws GeneralSecurityException {
        options.setSslMode(SslMode.of(mode.text()));
        // Otherwise it verifies in each mode, and "prefer" answers a certificate that it doesn't know with plain text.
        options.setTrustAll(!mode.verifies());
        options.setHostnameVerificationAlgorithm(mode == TlsMode.VERIFY_FULL ? "HTTPS" : "");
        if (mode.verifies()) {
            options.setTrustOptions(
                    authorities == null
                            ? TrustOptions.wrap(trustManagers()[0])
                            : new PemTrustOptions().addCertValue(pem(authorities)));
        }
        if (key != null) {
            options.setKeyCertOptions(new PemKeyCertOptions()
                    .addCertValue(pem(chain))
                    .addKeyValue(Buffer.buffer(pem("PRIVATE KEY", key.getEncoded()))));
        }
    }

    /** The TLS context for Java's own sockets. */
    SSLContext context() throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        KeyStore store = emptyStore();
        if (key != null) {
            store.setKeyEntry("client", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        }
        keys.init(store, NO_PASSWORD);
        context.init(
                keys.getKeyManagers(),
                mode.verifies() ? trustManagers() : new TrustManager[] {new AnyCertificate()},
                null);
        return context;
    }

    private TrustManager[] trustManagers() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities == null ? null : storeOf(authorities));
        return factory.getTrustManagers();
    }

    private static KeyStore storeOf(List<X509Certificate> certificates) throws GeneralSecurityException {
        KeyStore store = emptyStore();
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry(String.valueOf(i), certificates.get(i));
        }
        return store;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, NO_PASSWORD);
        } catch (IOException impossible) {
            throw new GeneralSecurityException("An empty key store can't be made.", impossible);
        }
        return store;
    }

    private static Buffer pem(List<X509Certificate> certificates) throws CertificateEncodingException {
        Buffer all = Buffer.buffer();
        for (X509Certificate certificate : certificates) {
            all.appendString(pem("CERTIFICATE", certificate.getEncoded()));
        }
        return all;
    }

    private static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(content)
                + "\n-----END " + label + "-----\n";
    }

    /** Never prints the key. */
    @Override
    public String toString() {
        return "TlsFiles[mode=" + mode + "]";
    }
}
