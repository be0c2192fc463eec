package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an address, on its way to the settings of both drivers. */
class DatabaseAddressTest {

    private static final String SECRET = "s3cret";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # address                                             | hosts                 | database | user    | password
        postgresql://lic:s3cret@db/lic                        | db:5432               | lic      | lic     | s3cret
        postgres://lic:s3cret@db:6432/lic                     | db:6432               | lic      | lic     | s3cret
        postgresql://lic@db/lic                               | db:5432               | lic      | lic     | -
        postgresql://lic:@db/lic                              | db:5432               | lic      | lic     | -
        postgresql://db/lic                                   | db:5432               | lic      | ofthesetting | -
        postgresql://db:/lic                                  | db:5432               | lic      | ofthesetting | -
        postgresql://lic%40tenant:p%40%2F%3A%3F%25%24@db/lic  | db:5432               | lic      | lic@tenant | p@/:?%$
        postgresql://lic:a:b:c@db/lic                         | db:5432               | lic      | lic     | a:b:c
        postgresql://lic:a+b#c?d=e&f@db/lic                   | db:5432               | lic      | lic     | a+b#c?d=e&f
        postgresql://lic:${x}$\\'"@db/lic                     | db:5432               | lic      | lic     | ${x}$\\'"
        postgresql://lic:p%C3%A4ss@db/lic                     | db:5432               | lic      | lic     | päss
        postgresql://lic@[::1]/lic                            | ::1:5432              | lic      | lic     | -
        postgresql://lic@[2001:db8::5]:6432/lic               | 2001:db8::5:6432      | lic      | lic     | -
        postgresql://lic@[fe80::1%25eth0]:6432/lic            | fe80::1%eth0:6432     | lic      | lic     | -
        postgresql://lic@127.0.0.1:1/lic                      | 127.0.0.1:1           | lic      | lic     | -
        postgresql://lic@a,b:6432,[::1]:7/lic                 | a:5432 b:6432 ::1:7   | lic      | lic     | -
        postgresql://lic@db_1.ns.svc.cluster.local/lic        | db_1.ns.svc.cluster.local:5432 | lic | lic | -
        postgresql://lic@db/my%20data%2Fbase                  | db:5432               | my data/base | lic | -
        postgresql://db/lic?user=u%40v&password=s3cret        | db:5432               | lic      | u@v     | s3cret
        postgresql://other@db/x?user=lic&dbname=lic           | db:5432               | lic      | lic     | -
        postgresql:///lic?host=a,b&port=1,2&user=lic          | a:1 b:2               | lic      | lic     | -
        postgresql:///lic?host=a,b&port=7&user=lic            | a:7 b:7               | lic      | lic     | -
        postgresql:///lic?host=::1&user=lic                   | ::1:5432              | lic      | lic     | -
        postgresql://lic@db/lic?sslmode=&connect_timeout=&hostaddr= | db:5432         | lic      | lic     | -
        """)
    void parse_whereAndAsWhom_isSaidToBothDrivers(
            String address, String hosts, String database, String user, String password) throws IOException {
        DatabaseSettings settings = settings(address);

        List<PgConnectOptions> pool = settings.hosts();
        assertThat(pool.stream()
                        .map(host -> host.getHost() + ":" + host.getPort())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(hosts);
        assertThat(pool).allSatisfy(host -> {
            assertThat(host.getDatabase()).isEqualTo(database);
            assertThat(host.getUser()).isEqualTo(user);
            assertThat(host.getPassword()).isEqualTo(password == null ? "" : password);
            assertThat(host.getProperties()).containsOnlyKeys("application_name", "client_encoding", "DateStyle");
        });
        JdbcSource jdbc = jdbc(settings);
        assertThat(jdbcHosts(jdbc)).isEqualTo(hosts);
        assertThat(jdbc.getDatabaseName()).isEqualTo(database);
        assertThat(jdbc.getUser()).isEqualTo(user);
        assertThat(settings.password().read()).isEqualTo(password == null ? "" : password);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # parameters                                     | mode        | trusts everybody | checks the name
        ''                                               | prefer      | true  | false
        sslmode=disable                                  | disable     | true  | false
        sslmode=allow                                    | allow       | true  | false
        sslmode=prefer                                   | prefer      | true  | false
        sslmode=require                                  | require     | true  | false
        ssl=true                                         | require     | true  | false
        ssl=true&sslmode=verify-full&sslrootcert=system  | verify-full | false | true
        sslrootcert=system                               | verify-full | false | true
        sslmode=verify-full&sslrootcert=system           | verify-full | false | true
        """)
    void parse_sslmode_meansTheSameToBothDrivers(
            String parameters, String mode, boolean trustsEverybody, boolean checksTheName) throws IOException {
        DatabaseSettings settings = settings("postgresql://lic@db/lic?" + parameters);

        PgConnectOptions pool = settings.hosts().getFirst();
        assertThat(pool.getSslMode().value).isEqualTo(mode);
        assertThat(pool.isTrustAll()).isEqualTo(trustsEverybody);
        assertThat(pool.getTrustOptions() == null).isEqualTo(trustsEverybody);
        assertThat(pool.getHostnameVerificationAlgorithm().equals("HTTPS")).isEqualTo(checksTheName);
        assertThat(jdbc(settings).getSslMode()).isEqualTo(mode);
        assertThat(settings.address().warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sslmode=require&sslrootcert=/ca.pem     | VERIFY_CA
        sslmode=verify-ca&sslrootcert=/ca.pem   | VERIFY_CA
        sslmode=verify-full&sslrootcert=/ca.pem | VERIFY_FULL
        """)
    void parse_authoritiesOfOnesOwn_areAskedFor(String parameters, TlsMode mode) {
        Tls tls = address(parameters).tls();

        assertThat(tls).isEqualTo(new Tls(mode, "/ca.pem", null, null));
        assertThat(new JdbcSource(settings("postgresql://lic@db/lic?" + parameters), Duration.ofSeconds(1)))
                .returns("/ca.pem", JdbcSource::getSslRootCert)
                .returns(JdbcTls.class.getName(), JdbcSource::getSslfactory);
    }

    @Test
    void parse_clientCertificate_isShown() {
        assertThat(address("sslcert=/c.pem&sslkey=/k.pem").tls())
                .isEqualTo(new Tls(TlsMode.PREFER, null, "/c.pem", "/k.pem"));
        assertThat(address("sslcert=/c.pem&sslkey=/k.pem&sslcertmode=disable").tls())
                .isEqualTo(new Tls(TlsMode.PREFER, null, null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                                                     | ''
        currentSchema=licensing                                | SELECT set_config(E'search_path', E'licensing', false)
        search_path=a%2Cb                                      | SELECT set_config(E'search_path', E'a,b', false)
        options=-c%20search_path%3Da                           | SELECT set_config(E'search_path', E'a', false)
        options=-csearch_path%3Da%20--role%3Db                 | SELECT set_config(E'search_path', E'a', false), set_config(E'role', E'b', false)
        options=--work-mem%3D5MB                               | SELECT set_config(E'work_mem', E'5MB', false)
        options=-c%20Statement_Timeout%3D9s%20-c%20x.y%3Da     | SELECT set_config(E'x.y', E'a', false)
        options=-c%20x.y%3Da%5C%20b                            | SELECT set_config(E'x.y', E'a b', false)
        options=-c%20x.y%3Dit's%5C%5C                          | SELECT set_config(E'x.y', E'it''s\\\\', false)
        options=-c%20search_path%3Da&currentSchema=b           | SELECT set_config(E'search_path', E'a', false), set_config(E'search_path', E'b', false)
        """)
    void parse_settingsOfTheSession_areMadeByAStatement(String parameters, String sql) {
        assertThat(settings("postgresql://lic@db/lic?" + parameters).sessionSql())
                .isEqualTo(sql);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                                                  | inspire-licensing
        application_name=mine                               | mine
        fallback_application_name=mine                      | mine
        application_name=mine&fallback_application_name=not | mine
        """)
    void parse_applicationName_isSaidToBothDrivers(String parameters, String name) throws IOException {
        DatabaseSettings settings = settings("postgresql://lic@db/lic?" + parameters);

        assertThat(settings.hosts().getFirst().getProperties()).containsEntry("application_name", name);
        assertThat(jdbc(settings).getApplicationName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target_session_attrs=any",
                "target_session_attrs=read-write",
                "target_session_attrs=primary",
                "channel_binding=prefer",
                "channel_binding=disable",
                "channel_binding=require&sslrootcert=system",
                "channel_binding=require&sslmode=verify-ca&sslrootcert=/ca.pem"
            })
    void parse_parametersThatChangeNothing_areFineWithoutAWord(String parameters) {
        assertThat(address(parameters).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        connect_timeout=5                            | licensing.database.url has parameters without effect here: connect_timeout.
        keepalives_idle=3&gssencmode=disable&keepalives=1 | licensing.database.url has parameters without effect here: gssencmode, keepalives, keepalives_idle.
        sslnegotiation=direct&load_balance_hosts=random | licensing.database.url has parameters without effect here: load_balance_hosts, sslnegotiation.
        channel_binding=require                      | licensing.database.url has channel_binding=require, which can't be enforced. Use sslmode=verify-full, which is as safe.
        options=-c%20statement_timeout%3D9s%20--lock-timeout%3D1s%20-c%20x.y%3Da | licensing.database.url has options that the service sets by itself. The service ignores them: lock_timeout, statement_timeout.
        sslmode=prefer&sslrootcert=/ca.pem           | licensing.database.url has sslrootcert, but with sslmode=prefer no certificate is checked. Use sslmode=verify-full.
        """)
    void parse_whatHasNoEffect_isOneWarning(String parameters, String warning) {
        assertThat(address(parameters).warnings()).containsExactly(warning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        jdbc:postgresql://lic:s3cret@db/lic                  | must begin with postgresql:// or postgres://
        host=db user=lic password=s3cret                     | must begin with postgresql:// or postgres://
        mysql://lic:s3cret@db/lic                            | must begin with postgresql:// or postgres://
        postgresql:/lic:s3cret@db/lic                        | must begin with postgresql:// or postgres://
        postgresql:///lic                                    | names no host
        postgresql://lic:s3cret@/lic                         | names no host
        postgresql://lic:s3cret@:5432/lic                    | names no host
        postgresql://lic:s3cret@a,,b/lic                     | names no host
        postgresql://lic:s3cret@db                           | names no database
        postgresql://lic:s3cret@db/                          | names no database
        postgresql://lic:s3cret@%2Fvar%2Frun/lic             | names a socket directory
        postgresql://lic:s3cret@/lic?host=/var/run           | names a socket directory
        postgresql://lic:s3cret@/lic?host=%40abstract        | names a socket directory
        postgresql://lic:s3cret@db:0/lic                     | a port that is not a number from 1 to 65535
        postgresql://lic:s3cret@db:65536/lic                 | a port that is not a number from 1 to 65535
        postgresql://lic:s3cret@db:99999999999/lic           | a port that is not a number from 1 to 65535
        postgresql://lic:s3cret@db/lic?port=x                | a port that is not a number from 1 to 65535
        postgresql://lic:s3cret@a,b/lic?port=1,2,3           | one port, or as many ports as hosts
        postgresql://lic:s3cret@d!b/lic                      | a host name with invalid characters
        postgresql://lic:s3cret@[::1/lic                     | an invalid host or port
        postgresql://lic:s3cret@::1/lic                      | an invalid host or port
        postgresql://lic:x@s3cret@db/lic                     | has an @ in a wrong place
        postgresql://lic:x@s3cret/y@db/lic                   | has an @ in a wrong place
        postgresql://lic:s3cret/y@db/lic                     | has an @ in a wrong place
        postgresql://lic:s3cret/y                            | an invalid host or port
        postgresql://lic:x@y?s3cret@db/lic                   | not of the form name=value
        postgresql://lic:x@y/z?s3cret=1@db/lic               | not of the form name=value
        postgresql://lic:123/ss?s3cret=1@db/lic              | may be part of a password
        postgresql://lic:123/ss?sslmode=s3cret@db/lic        | may be part of a password
        postgresql://lic:123/ss?sslrootcert=s3cret@db/lic    | may be part of a password
        postgresql://lic:123/ss?a=b&s3cret=1@db/lic          | may be part of a password
        postgresql://lic:x@y/z?user=s3cret@db/lic            | may be part of a password
        postgresql://db/lic?user=lic&password=a&s3cret=b     | may be part of a password
        postgresql://db/lic?user=lic&password=a&s3cret       | may be part of a password
        postgresql://lic:s3cret%zz@db/lic                    | a % that is not followed by two hexadecimal digits
        postgresql://lic:s3cret%@db/lic                      | a % that is not followed by two hexadecimal digits
        postgresql://lic:s3cret%00@db/lic                    | a % that is not followed by two hexadecimal digits
        postgresql://lic:s3cret%FF@db/lic                    | percent-encoded bytes that are not UTF-8
        """)
    void parse_unusable_isNamedWithoutThePassword(String address, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseAddress.parse(address, Optional.of("ofthesetting")))
                .withMessageStartingWith("licensing.database.url ")
                .withMessageContaining(reason)
                .extracting(Throwable::toString)
                .asString()
                .doesNotContain(SECRET);
    }

    @Test
    void parse_noUserAnywhere_isNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseAddress.parse("postgresql://db/lic", Optional.empty()))
                .withMessage("licensing.database.url names no user, and licensing.database.username is not set.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        loginTimeout=5                             | loginTimeout, which libpq does not know
        ApplicationName=x                          | ApplicationName, which libpq does not know
        SSLMODE=require                            | SSLMODE, which libpq does not know
        a%1b[2Jb=                                  | a\\u001b[2Jb, which libpq does not know
        unknown=                                   | unknown, which libpq does not know
        sslmode=verify_full                        | an sslmode that libpq does not know
        sslmode=verify-full                        | sslmode=verify-full without sslrootcert
        sslmode=verify-ca                          | sslmode=verify-ca without sslrootcert
        sslmode=require&sslrootcert=system         | must have sslmode=verify-full with sslrootcert=system
        ssl=false                                  | ssl with another value than true
        sslcert=/c.pem                             | one of sslcert and sslkey without the other
        sslkey=/k.pem                              | one of sslcert and sslkey without the other
        target_session_attrs=standby               | target_session_attrs
        target_session_attrs=prefer-standby        | target_session_attrs
        target_session_attrs=read-only             | target_session_attrs
        options=-v                                 | only options of the form -c name=value
        options=-c%20x                             | only options of the form -c name=value
        options=-c                                 | only options of the form -c name=value
        options=x%3Dy                              | only options of the form -c name=value
        options=-c%201x%3Dy                        | only options of the form -c name=value
        service=x                                  | the parameter service
        passfile=x                                 | the parameter passfile
        hostaddr=127.0.0.1                         | the parameter hostaddr
        require_auth=scram-sha-256                 | the parameter require_auth
        sslcrl=/crl.pem                            | the parameter sslcrl
        sslpassword=s3cret                         | the parameter sslpassword
        scram_client_key=s3cret                    | the parameter scram_client_key
        gssencmode=require                         | the parameter gssencmode
        sslcertmode=require                        | the parameter sslcertmode
        ssl_min_protocol_version=TLSv1.3           | the parameter ssl_min_protocol_version
        replication=database                       | the parameter replication
        connect_timeout                            | not of the form name=value
        a=b=c                                      | not of the form name=value
        """)
    void parse_parameterThatCannotBe_isNamed(String parameters, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> address(parameters))
                .withMessageContaining(reason)
                .extracting(Throwable::toString)
                .asString()
                .doesNotContain(SECRET);
    }

    /** The settings that the service makes, and each of them once. */
    @Test
    void isOwn_whatEachSessionBeginsWith_isKnown() {
        assertThat(Session.WELCOME)
                .map(set -> set.split(" ", -1)[1])
                .allMatch(name -> Session.isOwn(new SessionSetting(name, "1")));
        assertThat(DatabasePool.timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5)))
                .map(set -> set.split(" ", -1)[1])
                .allMatch(name -> Session.isOwn(new SessionSetting(name, "1")));
    }

    @Test
    void toString_withPassword_doesNotShowIt() {
        DatabaseSettings settings = settings("postgresql://lic:s3cret@db/lic");

        assertThat(settings.toString()).doesNotContain(SECRET);
        assertThat(settings.address().toString()).doesNotContain(SECRET);
        assertThat(settings.toString()).doesNotContain(SECRET);
        assertThat(AddressText.of("postgresql://lic:s3cret@db/lic").toString()).doesNotContain(SECRET);
        assertThat(jdbc(settings).getUrl()).doesNotContain(SECRET);
    }

    private static DatabaseAddress address(String parameters) {
        return DatabaseAddress.parse("postgresql://lic:s3cret@db/lic?" + parameters, Optional.empty());
    }

    private static DatabaseSettings settings(String text) {
        DatabaseAddress address = DatabaseAddress.parse(text, Optional.of("ofthesetting"));
        String password = address.password() == null ? "" : address.password();
        return new DatabaseSettings(address, () -> password, address.warnings());
    }

    private static JdbcSource jdbc(DatabaseSettings settings) {
        return new JdbcSource(settings, Duration.ofSeconds(1));
    }

    private static String jdbcHosts(JdbcSource jdbc) {
        StringBuilder hosts = new StringBuilder();
        for (int i = 0; i < jdbc.getServerNames().length; i++) {
            String name = jdbc.getServerNames()[i];
            hosts.append(hosts.isEmpty() ? "" : " ")
                    .append(name.startsWith("[") ? name.substring(1, name.length() - 1) : name)
                    .append(':')
                    .append(jdbc.getPortNumbers()[i]);
        }
        return hosts.toString();
    }
}
