package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.license.ControlCharacters;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** The certificate authorities that count: those that the JVM trusts, and those of one's own beside them. */
final class TrustedAuthorities {

    static final String SETTING = "licensing.server.trusted-certificates";

    private TrustedAuthorities() {}

    /**
     * Trust in the JVM's authorities and in those of a file.
     *
     * @param file certificates in PEM; empty for the JVM's authorities alone
     * @throws ConfigurationException when the file holds no readable certificate
     */
    static X509ExtendedTrustManager with(Optional<Path> file) {
        List<Certificate> own = new ArrayList<>();
        file.ifPresent(path -> own.addAll(read(path)));
        try {
            return own.isEmpty() ? trust(null) : trust(together(own));
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("The JVM's trust store can't be used.", impossible);
        }
    }

    private static Collection<? extends Certificate> read(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (read.isEmpty()) {
                throw unusable(file, "holds no certificate");
            }
            return read;
        } catch (IOException unreadable) {
            throw unusable(file, "can't be read");
        } catch (CertificateException malformed) {
            throw unusable(file, "holds something that is not a certificate");
        }
    }

    private static KeyStore together(List<Certificate> own) throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance("PKCS12");
        all.load(null, null);
        List<Certificate> authorities = new ArrayList<>(own);
        authorities.addAll(Arrays.asList(trust(null).getAcceptedIssuers()));
        for (Certificate authority : authorities) {
            all.setCertificateEntry("authority-" + all.size(), authority);
        }
        return all;
    }

    /** @param store the authorities; null for the JVM's */
    private static X509ExtendedTrustManager trust(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static ConfigurationException unusable(Path file, String why) {
        return new ConfigurationException(
                SETTING + " names the file " + ControlCharacters.escaped(file.toString()) + ", which " + why
                        + ". It must hold certificates in PEM, which begin with -----BEGIN CERTIFICATE-----.",
                Set.of(SETTING));
    }
}
