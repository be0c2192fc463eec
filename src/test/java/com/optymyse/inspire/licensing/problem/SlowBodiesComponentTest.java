package com.optymyse.inspire.licensing.problem;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.ShortTimeouts;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Nobody holds a connection, or a thread, by sending a body that never ends. */
@QuarkusTest
@TestProfile(ShortTimeouts.class)
class SlowBodiesComponentTest {

    private static final int LONGEST_MILLIS = 60_000;
    private static final int PAUSE_MILLIS = 200;
    private static final int MOST_BYTES = LONGEST_MILLIS / PAUSE_MILLIS;

    @TestHTTPResource("/license/preview")
    URI preview;

    @Test
    void post_bodyThatStopsComing_isCutOff() throws IOException {
        try (Socket connection = connect()) {
            begin(connection);

            connection.setSoTimeout(LONGEST_MILLIS);

            assertThat(isClosed(connection)).isTrue();
        }
    }

    @Test
    void post_bodyThatComesByteByByte_isCutOff() throws IOException {
        try (Socket connection = connect()) {
            begin(connection);

            connection.setSoTimeout(PAUSE_MILLIS);
            int sent = 0;
            do {
                sent += drip(connection);
            } while (!isClosed(connection) && sent < MOST_BYTES);

            assertThat(sent).isLessThan(MOST_BYTES);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(preview.getHost(), preview.getPort());
    }

    private void begin(Socket connection) throws IOException {
        String head = "POST " + preview.getPath() + " HTTP/1.1\r\nHost: " + preview.getAuthority()
                + "\r\nAuthorization: Bearer " + Tokens.withRole("Admin")
                + "\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{\"method\": \"";
        OutputStream out = connection.getOutputStream();
        out.write(head.getBytes(US_ASCII));
        out.flush();
    }

    private static int drip(Socket connection) throws IOException {
        try {
            connection.getOutputStream().write('x');
        } catch (SocketException closed) {
            return 0;
        }
        return 1;
    }

    /** Whether the other side has hung up, or does so before this side gets tired of waiting. */
    private static boolean isClosed(Socket connection) throws IOException {
        try {
            return connection.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }
}
