package com.optymyse.inspire.licensing.postgres;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Properties;
import org.postgresql.PGProperty;
import org.postgresql.ssl.WrappedFactory;

/**
 * The sockets of the JDBC driver, which by itself reads keys in one form alone and trusts Java's authorities only without a
 * client's certificate. It makes one for each connection, by the name of this class.
 */
public final class JdbcTls extends WrappedFactory {

    /**
     * Reads the files that the settings name.
     *
     * @param settings those of the connection
     */
    public JdbcTls(Properties settings) throws IOException, GeneralSecurityException {
        Tls tls = new Tls(
                TlsMode.of(settings.getProperty(PGProperty.SSL_MODE.getName(), ""))
                        .orElse(TlsMode.VERIFY_FULL),
                settings.getProperty(PGProperty.SSL_ROOT_CERT.getName()),
                settings.getProperty(PGProperty.SSL_CERT.getName()),
                settings.getProperty(PGProperty.SSL_KEY.getName()));
        factory = TlsFiles.read(tls).context().getSocketFactory();
    }
}
