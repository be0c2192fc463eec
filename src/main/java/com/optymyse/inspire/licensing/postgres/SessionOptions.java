package com.optymyse.inspire.licensing.postgres;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameter {@code options} of an address: command-line options of the PostgreSQL server that apply to one session. */
final class SessionOptions {

    /** White space separates; a backslash makes the next character an ordinary one. */
    private static final Pattern WORD = Pattern.compile("(?:\\\\.|[^\\s\\\\])+", Pattern.DOTALL);

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);
    private static final Pattern SETTING = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]*)=(.*)", Pattern.DOTALL);

    private SessionOptions() {}

    /** @throws IllegalArgumentException when there is anything in it but {@code -c name=value} and {@code --name=value} */
    static List<SessionSetting> parse(String options) {
        List<SessionSetting> settings = new ArrayList<>();
        Iterator<String> words = WORD.matcher(options)
                .results()
                .map(word -> ESCAPED.matcher(word.group()).replaceAll("$1"))
                .iterator();
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("-c") && words.hasNext()) {
                settings.add(setting(words.next()));
            } else if (word.startsWith("-c") || word.startsWith("--")) {
                settings.add(setting(word.substring(2)));
            } else {
                throw notASetting();
            }
        }
        return settings;
    }

    private static SessionSetting setting(String text) {
        Matcher setting = SETTING.matcher(text);
        if (!setting.matches()) {
            throw notASetting();
        }
        return new SessionSetting(setting.group(1).replace('-', '_'), setting.group(2));
    }

    private static IllegalArgumentException notASetting() {
        return new IllegalArgumentException("must have only options of the form -c name=value.");
    }
}
