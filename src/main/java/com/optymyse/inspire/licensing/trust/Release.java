package com.optymyse.inspire.licensing.trust;

import com.optymyse.inspire.licensing.installation.EarliestTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;

/** What the build wrote into the package about the commit that it was made of. */
public final class Release {

    /** Written by the build, where it has the repository; an archive of the sources builds without it. */
    static final String FILE = "META-INF/licensing/release.properties";

    private static final String COMMITTED = "git.commit.time";
    private static final String COMMIT = "git.commit.id";
    private static final String VERSION = "git.build.version";

    /** How wrong the time of a commit may be: developers' clocks differ, and a time zone may be mistaken. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private Release() {}

    /** The date of the commit, less a day; nothing where the build did not know it. */
    public static EarliestTime earliestTime(VendorPackage own) {
        Optional<Instant> time = own.file(FILE)
                .map(Release::read)
                .map(known -> known.getProperty(COMMITTED))
                .map(Release::parsed)
                .map(commit -> commit.minus(TOLERANCE));
        return () -> time;
    }

    /**
     * The version, and the commit in parentheses where the build knew it.
     *
     * @param version the version by the settings of the package, for a build that did not write it beside a commit
     */
    public static String version(VendorPackage own, String version) {
        Properties known = own.file(FILE).map(Release::read).orElseGet(Properties::new);
        return known.getProperty(VERSION, version) + " (" + known.getProperty(COMMIT, "commit unknown") + ")";
    }

    private static Properties read(URL file) {
        Properties properties = new Properties();
        try (InputStream in = file.openStream()) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The " + FILE + " of this package can't be read.", unreadable);
        }
        return properties;
    }

    private static Instant parsed(String time) {
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeParseException notATime) {
            throw new IllegalStateException(
                    "The " + FILE + " of this package has a " + COMMITTED + " that is no time: " + time + ".",
                    notATime);
        }
    }
}
