package com.optymyse.inspire.licensing.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NameCacheTest {

    private static final String GOOD = "networkaddress.cache.ttl";
    private static final String BAD = "networkaddress.cache.negative.ttl";

    private final String good = String.valueOf(Security.getProperty(GOOD));
    private final String bad = String.valueOf(Security.getProperty(BAD));

    @BeforeEach
    void set() {
        Security.setProperty(GOOD, "");
        Security.setProperty(BAD, "10");
    }

    @AfterEach
    void reset() {
        Security.setProperty(GOOD, good.equals("null") ? "" : good);
        Security.setProperty(BAD, bad);
        System.clearProperty("sun.net.inetaddr.ttl");
    }

    @Test
    void shorten_nothingSet_secondsAlone() {
        NameCache.shorten();

        assertThat(Security.getProperty(GOOD)).isEqualTo("5");
        assertThat(Security.getProperty(BAD)).isEqualTo("1");
    }

    @Test
    void shorten_operatorSetOneByTheCommand_staysAsItIs() {
        System.setProperty("sun.net.inetaddr.ttl", "60");

        NameCache.shorten();

        assertThat(Security.getProperty(GOOD)).isEmpty();
        assertThat(Security.getProperty(BAD)).isEqualTo("1");
    }

    /** As in a hardened image. */
    @Test
    void shorten_operatorSetSecurityProperties_stayAsTheyAre() {
        Security.setProperty(GOOD, "60");
        Security.setProperty(BAD, "0");

        NameCache.shorten();

        assertThat(Security.getProperty(GOOD)).isEqualTo("60");
        assertThat(Security.getProperty(BAD)).isEqualTo("0");
    }
}
