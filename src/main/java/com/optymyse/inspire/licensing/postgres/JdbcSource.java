package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.postgres.DatabaseAddress.Host;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLException;

/** JDBC connections for migrations and an operator's commands, to where the pool connects, too. None is kept. */
final class JdbcSource extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;

    /**
     * The timeout for a connection that loses packets. A living server may think for long, such as about an index that it
     * makes.
     */
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(10);

    private final transient DatabaseSettings settings;

    /** @param timeout how long a connection may take, and each answer of the server meanwhile; in whole seconds */
    JdbcSource(DatabaseSettings settings, Duration timeout) {
        this.settings = settings;
        DatabaseAddress address = settings.address();
        setServerNames(address.hosts().stream().map(JdbcSource::inUrl).toArray(String[]::new));
        setPortNumbers(address.hosts().stream().mapToInt(Host::port).toArray());
        setDatabaseName(address.database());
        setUser(address.user());
        setApplicationName(address.applicationName());
        setConnectTimeout(Math.toIntExact(timeout.toSeconds()));
        // For one that is connected to and never answers. Until then it has nothing to think about.
        setSocketTimeout(Math.toIntExact(timeout.toSeconds()));
        // Of several hosts the one that writes; where none does, one that reads.
        setTargetServerType("preferPrimary");
        setGssEncMode("disable");
        encrypt(address.tls());
    }

    private void encrypt(Tls tls) {
        setSslMode(tls.mode().text());
        if (tls.mode() != TlsMode.DISABLE) {
            setSslfactory(JdbcTls.class.getName());
            setSslRootCert(tls.authorities());
            setSslCert(tls.certificate());
            setSslKey(tls.key());
        }
    }

    private static String inUrl(Host host) {
        return host.name().indexOf(':') < 0 ? host.name() : "[" + host.name() + "]";
    }

    /** The password is the present one, and the session has the settings of the address. */
    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = connectPlainly();
        try (Statement statement = connection.createStatement()) {
            begin(statement);
            return connection;
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    /** The same with nothing set in its session. */
    Connection connectPlainly() throws SQLException {
        Connection connection = getConnection(settings.address().user(), presentPassword());
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LONGEST_ANSWER.toMillis()));
        return connection;
    }

    private void begin(Statement statement) throws SQLException {
        String beginning = settings.sessionSql();
        if (!beginning.isEmpty()) {
            statement.execute(beginning);
        }
        for (String set : Session.WELCOME) {
            try {
                statement.execute(set);
            } catch (PSQLException refused) {
                // Not every server and system knows each of them.
                if (refused.getServerErrorMessage() == null) {
                    throw refused;
                }
            }
        }
    }

    private String presentPassword() throws SQLException {
        try {
            return settings.password().read();
        } catch (IOException unreadable) {
            throw new SQLException(unreadable.getMessage(), unreadable);
        }
    }
}
