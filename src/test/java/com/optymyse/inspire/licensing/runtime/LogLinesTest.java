package com.optymyse.inspire.licensing.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.incident.Incidents;
import com.optymyse.inspire.licensing.incident.Incidents.Watched;
import com.optymyse.inspire.licensing.installation.Agents;
import com.optymyse.inspire.licensing.security.CountingClock;
import com.optymyse.inspire.licensing.security.JwksFetcher;
import com.optymyse.inspire.licensing.security.JwksKeys;
import com.optymyse.inspire.licensing.security.LocalKeys;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Settings may hold characters that a terminal obeys, for nothing in them has to be a name. */
class LogLinesTest {

    private static final String ODD = "a\u001b[2Jb\u202ec";
    private static final String SHOWN = "a\\u001b[2Jb\\u202ec";

    /** What logs a setting, and the words by which its line is found. */
    enum Line {
        VENDOR("This service accepts licenses") {
            @Override
            void write() {
                TrustAnchors good = TestVendor.anchors();
                Wiring.requireTrust(
                        new StartupEvent(),
                        new TrustAnchors(
                                good.keys(), ODD, good.product(), good.algorithms(), good.offline(), good.origin()),
                        new Agents(List.of()));
            }
        },
        ADDRESS_OF_KEYS("is fetched") {
            @Override
            void write() {
                fetch("http://localhost:1/" + ODD, "localhost");
            }
        },
        WAY_TO_KEYS("is fetched") {
            @Override
            void write() {
                fetch("http://localhost:1/keys", ODD);
            }
        },
        KEYS_THAT_CANT_BE_FETCHED("can't fetch") {
            @Override
            void write() {
                JWTAuthContextInfo settings = keysAt("http://localhost:1/" + ODD);
                new JwksKeys(settings, new JwksFetcher(settings), new CountingClock(), incident()).tend();
            }
        },
        KEYS_THAT_CANT_BE_READ("can't read") {
            @Override
            void write() {
                new LocalKeys(keysAt("nowhere/" + ODD), incident()).tend();
            }
        };

        private final String words;

        Line(String words) {
            this.words = words;
        }

        abstract void write();
    }

    @ParameterizedTest
    @EnumSource
    void line_settingHasControlCharacters_commandsNoTerminal(Line line) {
        try (LogRecorder log = LogRecorder.start()) {
            line.write();

            assertThat(log.lines(Level.INFO, line.words))
                    .singleElement()
                    .asString()
                    .contains(SHOWN)
                    .doesNotContain(ODD);
        }
    }

    private static void fetch(String address, String proxy) {
        JWTAuthContextInfo settings = keysAt(address);
        settings.setHttpProxyHost(proxy);
        settings.setHttpProxyPort(1);

        assertThatThrownBy(() -> new JwksFetcher(settings).fetch()).isInstanceOf(IOException.class);
    }

    private static JWTAuthContextInfo keysAt(String location) {
        JWTAuthContextInfo settings = new JWTAuthContextInfo();
        settings.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        settings.setPublicKeyLocation(location);
        return settings;
    }

    private static Watched incident() {
        return new Incidents(new CountingClock()).watch("It is over.");
    }
}
