package com.optymyse.inspire.licensing.testing;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds words that mean nothing to people who see a page and no request. */
public final class WordsOfPrograms {

    private static final Pattern WORDS = Pattern.compile(
            "\\b(JSON|API|GET|POST)\\b|(?i)\\b(swagger|openapi|Retry-After|Content-Type|Bearer|digest|jq)\\b"
                    + "|\"[a-zA-Z]+\"|\\bdata\\.|the header|Accept header|Allow header|repeat the request|repeat with"
                    + "|send the request|the answer's|request's body|request body");

    private WordsOfPrograms() {}

    /** What of a text only programs and those who write them understand. */
    public static List<String> in(String text) {
        return WORDS.matcher(text).results().map(MatchResult::group).toList();
    }
}
