package com.optymyse.inspire.licensing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachedResponseTest {

    private static final CachedResponse PREPARED = new CachedResponse(new byte[0], "\"abc\"");

    @Test
    void of_bodies_tagTellsThemApart() {
        assertThat(CachedResponse.of("{}").etag())
                .isEqualTo(CachedResponse.of("{}").etag())
                .matches("\"[0-9a-f]{32}\"");
        assertThat(CachedResponse.of("{}").etag())
                .isNotEqualTo(CachedResponse.of("[]").etag());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"abc\"",
                " \"abc\" ",
                "W/\"abc\"",
                "*",
                " * ",
                "\"x\",\"abc\"",
                "\"x\", W/\"abc\", \"y\"",
                "\"a,b\", \"abc\"",
                "\"\",\"abc\""
            })
    void isKnown_amongTheTags_yes(String tags) {
        assertThat(PREPARED.isKnown(tags)).isTrue();
        assertThat(new CachedResponse(new byte[0], "\"x\"").taggedLike(PREPARED).isKnown(tags))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "\"abc",
                "\"ab\"",
                "\"abcd\"",
                "\"xabc\"",
                "\"x\", \"y\"",
                "\"*\"",
                "\"x, \"abc\"",
                "\"",
                "\"\""
            })
    void isKnown_notAmongTheTags_no(String tags) {
        assertThat(PREPARED.isKnown(tags)).isFalse();
    }

    @Test
    void isKnown_noTags_no() {
        assertThat(PREPARED.isKnown(null)).isFalse();
    }
}
