package com.optymyse.inspire.licensing.license;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A license key as people paste it. The server lets vendors choose any text, so that nothing is guessed: what no key holds is
 * dropped at once, and what a key could hold counts as it stands first. Only where the vendor does not know that key, or it does
 * not open the license file, there may be another reading: without the label, the quotes and the blanks that came with it.
 *
 * @param asItStands the key that is tried first
 * @param cleaned the text of the other reading; the same where there is none
 * @param lines from how many lines the key was put together
 */
public record PastedKey(LicenseKey asItStands, String cleaned, int lines) {

    /** The field of a request that has the key. */
    public static final String FIELD = "licenseKey";

    private static final String FILE_FIELD = "licenseFile";

    /**
     * Reads a text: without line ends, no-break spaces and characters that nobody sees, without blanks around it, and with plain
     * hyphens for typographic ones.
     *
     * @throws Refusal {@link RefusalCode#INVALID_REQUEST}, naming {@code licenseKey}, when what remains is no key
     */
    public static PastedKey read(String pasted) {
        if (PastedText.isLicenseFile(pasted)) {
            throw invalid("This is a license file. Put it into the license file field.")
                    .with(Map.of(Refusal.BELONGS_IN, FILE_FIELD));
        }
        if (PastedText.isOtherPem(pasted)) {
            throw invalid("This is a PEM file (a certificate or key of a server), not a license key.");
        }
        try {
            PastedText.requireUtf8(pasted);
            String text = PastedText.requireOneKey(pasted);
            return new PastedKey(
                    new LicenseKey(text),
                    PastedText.withoutWhatIsAroundAndBlanks(text),
                    PastedText.lines(pasted).size());
        } catch (IllegalArgumentException notAKey) {
            throw invalid(String.valueOf(notAKey.getMessage()));
        }
    }

    /** A key that needs no cleaning, such as one of a test. */
    public static PastedKey of(LicenseKey key) {
        return new PastedKey(key, key.value(), 1);
    }

    /**
     * What stands behind the label of a license key, such as {@code License key:}; empty for a text that does not begin
     * with one.
     */
    public static Optional<String> behindLabel(String text) {
        return PastedText.behindLabel(text).map(String::strip);
    }

    /**
     * A line without the label, the quotes and the full stop around a license key, also where the label ends with no sign.
     *
     * @param line at most {@value LicenseKey#MAX_LENGTH} characters
     */
    public static String withoutWhatIsAround(String line) {
        return PastedText.withoutWhatIsAround(line);
    }

    /**
     * This key for the licensing server, which accepts only ASCII keys as a login. Where only what is around the key is
     * beyond that, such as typographic quotes, the cleaned key is the one to be tried.
     *
     * @throws Refusal {@link RefusalCode#INVALID_REQUEST}, naming the character, when the key works offline alone
     */
    public PastedKey online() {
        if (asItStands.firstBeyondAscii() < 0) {
            return this;
        }
        return anotherReading()
                .filter(key -> key.firstBeyondAscii() < 0)
                .map(key -> new PastedKey(key, key.value(), lines))
                .orElseThrow(() -> invalid("The licensing server does not accept a license key with "
                        + LicenseKey.place(asItStands.value(), asItStands.firstBeyondAscii())
                        + ". This key works offline only: use it with a license file, or ask the"
                        + " vendor for another key."));
    }

    /** Tries the key as it stands. If it is refused because of the key, tries the cleaned one. */
    public <T> T tried(Function<LicenseKey, T> attempt) {
        try {
            return triedInTurn(attempt);
        } catch (Refusal refusal) {
            throw explained(refusal);
        }
    }

    /**
     * The refusal of the key that was tried last. A key that mail has wrapped looks like several keys in a list, so that
     * its lines are put together first; where that key is not the right one, the refusal says how many lines it was made
     * of.
     */
    public Refusal explained(Refusal last) {
        return lines > 1 && isAboutTheKey(last)
                ? last.saying("The " + lines
                        + " lines of the text were read as one key. If they are several keys, use one of them.")
                : last;
    }

    private <T> T triedInTurn(Function<LicenseKey, T> attempt) {
        try {
            return attempt.apply(asItStands);
        } catch (Refusal refusal) {
            return attempt.apply(insteadAfter(refusal).orElseThrow(() -> refusal));
        }
    }

    /**
     * The key to try once more after a refusal: the cleaned one, where the key as it stands was not known, or did not open the
     * license file. Empty where there is nothing else to try.
     *
     * @throws Refusal {@link RefusalCode#INVALID_REQUEST} when the text turns out to hold several keys
     */
    public Optional<LicenseKey> insteadAfter(Refusal refusal) {
        return isAboutTheKey(refusal) ? anotherReading() : Optional.empty();
    }

    private static boolean isAboutTheKey(Refusal refusal) {
        return refusal.code() == RefusalCode.LICENSE_KEY_UNKNOWN
                || refusal.code() == RefusalCode.LICENSE_FILE_NOT_OPENED;
    }

    /** The key that a line of the log is about: without what was around it, so that the mask hides enough of a short one. */
    public LicenseKey named() {
        return cleaned.isEmpty() ? asItStands : new LicenseKey(cleaned);
    }

    private Optional<LicenseKey> anotherReading() {
        if (PastedText.areSeveralInALine(asItStands.value())) {
            throw invalid(PastedText.SEVERAL);
        }
        return cleaned.isEmpty() || cleaned.equals(asItStands.value())
                ? Optional.empty()
                : Optional.of(new LicenseKey(cleaned));
    }

    private static Refusal invalid(String sentence) {
        return Refusal.invalid(FIELD, sentence);
    }

    /** Masked. */
    @Override
    public String toString() {
        return named().masked();
    }
}
