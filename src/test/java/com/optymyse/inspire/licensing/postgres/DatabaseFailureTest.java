package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFailureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "25006", "25P03", "28P01", "3D000", "3F000", "40001", "40P01", "42501", "42883", "42P01",
                "53300", "55P03", "57014", "57P01", "58030", "XX001"
            })
    void isOne_postgresCannotDoIt_isOne(String state) {
        assertThat(DatabaseFailure.isOne(refused(state))).isTrue();
        assertThat(DatabaseFailure.isOne(asHibernateTells(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "22P02", "23505", "25001", "25P02", "42601", "42703", "0A000"})
    void isOne_badStatementOfOurs_isNone(String state) {
        assertThat(DatabaseFailure.isOne(refused(state))).isFalse();
        assertThat(DatabaseFailure.isOne(asHibernateTells(state))).isFalse();
    }

    @Test
    void isOne_connectionRefusedByPostgres_isOneWhateverTheReason() {
        assertThat(DatabaseFailure.isOne(new IOException("no connection", refused("55000"))))
                .isTrue();
    }

    @Test
    void isOne_networkOrTime_isOne() {
        assertThat(DatabaseFailure.isOne(new IllegalStateException(new ConnectException("Connection refused"))))
                .isTrue();
        assertThat(DatabaseFailure.isOne(ClosedConnectionException.INSTANCE)).isTrue();
        assertThat(DatabaseFailure.isOne(new TimeoutException())).isTrue();
    }

    @Test
    void isOne_faultOfOurs_isNone() {
        assertThat(DatabaseFailure.isOne(new NullPointerException())).isFalse();
    }

    @Test
    void isReadOnly_onlyWhatCannotBeWritten() {
        assertThat(DatabaseFailure.isReadOnly(asHibernateTells("25006"))).isTrue();
        assertThat(DatabaseFailure.isReadOnly(new OnlyReadableException())).isTrue();
        assertThat(DatabaseFailure.isReadOnly(refused("25001"))).isFalse();
        assertThat(DatabaseFailure.isReadOnly(new TimeoutException())).isFalse();
    }

    private static PgException refused(String state) {
        return new PgException("refused", "ERROR", state, "");
    }

    private static Throwable asHibernateTells(String state) {
        return new IllegalStateException(
                new GenericJDBCException("refused", new SQLException("refused", state), "SELECT 1"));
    }

    @Test
    void describe_fault_innermostMessage() {
        assertThat(DatabaseFailure.describe(new IllegalStateException(new ConnectException("Connection refused"))))
                .isEqualTo("ConnectException: Connection refused");
    }

    /** Whoever answers at the database's address decides about the text. */
    @Test
    void describe_linesAndControlCharacters_oneLineThatIsSafe() {
        SQLException refused = new SQLException("ERROR: no\u001b[2J\n  Position: 15", "42601");

        assertThat(DatabaseFailure.describe(refused)).isEqualTo("SQLException: ERROR: no\\u001b[2J Position: 15");
    }

    @Test
    void describe_noAnswer_saysSo() {
        assertThat(DatabaseFailure.describe(new TimeoutException())).isEqualTo("no answer came in time.");
    }

    @Test
    void describe_noMessage_isNotNull() {
        assertThat(DatabaseFailure.describe(new ClosedChannelException())).isEqualTo("ClosedChannelException.");
    }
}
