package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PoolStateTest {

    private static final PoolState FIRST = PoolState.FIRST;

    @ParameterizedTest
    @EnumSource(ServerDoubt.class)
    void tried_doubtedAndAServerWrites_nextPoolWithoutDoubt(ServerDoubt doubt) {
        assertThat(FIRST.doubted(1, doubt).tried(true)).isEqualTo(new PoolState(2, null));
    }

    @ParameterizedTest
    @EnumSource(ServerDoubt.class)
    void tried_doubtedButNoServerWrites_staysDoubted(ServerDoubt doubt) {
        PoolState doubted = FIRST.doubted(1, doubt);

        assertThat(doubted.tried(false)).isEqualTo(doubted);
        assertThat(doubted.isDoubted()).isTrue();
    }

    @Test
    void tried_notDoubted_staysTheSame() {
        assertThat(FIRST.tried(true)).isEqualTo(FIRST);
        assertThat(FIRST.isDoubted()).isFalse();
    }

    @Test
    void doubted_aPoolThatWasReplaced_saysNothingOfThePresentOne() {
        PoolState second = FIRST.doubted(1, ServerDoubt.UNANSWERED).tried(true);

        assertThat(second.doubted(1, ServerDoubt.READ_ONLY)).isEqualTo(second);
    }

    /** So it is when the primary loses its power: nothing answers, and then the standby does. */
    @Test
    void doubted_onlyReadAfterUnanswered_isOnlyRead() {
        PoolState doubted = FIRST.doubted(1, ServerDoubt.UNANSWERED);

        assertThat(doubted.doubted(1, ServerDoubt.READ_ONLY)).isEqualTo(new PoolState(1, ServerDoubt.READ_ONLY));
    }

    @Test
    void doubted_unansweredAfterOnlyRead_staysOnlyRead() {
        PoolState doubted = FIRST.doubted(1, ServerDoubt.READ_ONLY);

        assertThat(doubted.doubted(1, ServerDoubt.UNANSWERED)).isEqualTo(doubted);
    }
}
