package com.optymyse.inspire.licensing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionSlotsTest {

    @Test
    void take_moreThanOneSubjectMayHold_refusedUntilOneIsGivenBack() {
        ConnectionSlots places = new ConnectionSlots(10, 2);
        places.take("screens");
        places.take("screens");

        assertThat(refused(places, "screens")).contains("tokens of this subject hold all 2 connections");
        places.take("another");
        places.giveBack("screens");
        places.take("screens");

        assertThat(places.count()).isEqualTo(3);
    }

    @Test
    void take_moreThanThereAre_refusedUntilAnyIsGivenBack() {
        ConnectionSlots places = new ConnectionSlots(2, 2);
        places.take("screens");
        places.take("another");

        assertThat(refused(places, "third")).contains("Too many clients listen");
        places.giveBack("another");
        places.take("third");

        assertThat(places.count()).isEqualTo(2);
    }

    @Test
    void take_withoutToken_allOfThemAreOneSubject() {
        ConnectionSlots places = new ConnectionSlots(10, 1);
        places.take(ConnectionSlots.WITHOUT_TOKEN);

        assertThat(refused(places, ConnectionSlots.WITHOUT_TOKEN))
                .startsWith("Clients without a token hold all 1 connections");
    }

    @ParameterizedTest
    @CsvSource({"5000,, 2500", "7,, 4", "1,, 1", "5000, 10, 10"})
    void of_settings_halfOfAllIsForOneSubjectUnlessItIsSet(int all, @Nullable Integer perSubject, int ofOne) {
        ConnectionSlots places = ConnectionSlots.of(config(all, perSubject));
        for (int taken = 0; taken < ofOne; taken++) {
            places.take("screens");
        }

        refused(places, "screens");
    }

    private static String refused(ConnectionSlots places, String subject) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> places.take(subject));
        assertThat(refusal.code()).isEqualTo(RefusalCode.TOO_MANY_REQUESTS);
        return refusal.detail();
    }

    static StreamConfig config(int listeners, @Nullable Integer perSubject) {
        return config(listeners, perSubject, Duration.ofHours(1));
    }

    static StreamConfig config(int listeners, @Nullable Integer perSubject, Duration heartbeat) {
        return new StreamConfig() {
            @Override
            public int listeners() {
                return listeners;
            }

            @Override
            public OptionalInt listenersPerSubject() {
                return perSubject == null ? OptionalInt.empty() : OptionalInt.of(perSubject);
            }

            @Override
            public Duration heartbeat() {
                return heartbeat;
            }
        };
    }
}
