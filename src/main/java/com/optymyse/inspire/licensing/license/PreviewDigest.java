package com.optymyse.inspire.licensing.license;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a preview has shown, in a short text that an activation can be bound to. Its three parts are compared apart, because
 * an activation learns them one after the other: the revision first, then the license's terms, at last its entitlements.
 *
 * @param revision the installation's revision, which everything that the license would replace depends on
 * @param terms a hash of name, limits, grace and ends
 * @param entitlements a hash of the codes of the entitlements
 */
public record PreviewDigest(long revision, String terms, String entitlements) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})");

    /** The digest of what is shown to an admin of an installation. */
    public static PreviewDigest of(long revision, Offer offer) {
        License license = offer.license();
        return new PreviewDigest(
                revision,
                terms(license, license.end(), offer.fileEnd()),
                hash(offer.entitlements().stream().sorted()));
    }

    /** Reads {@link #text}; empty where it is no such text. */
    public static Optional<PreviewDigest> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new PreviewDigest(Long.parseLong(parts.group(1)), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    /** The three parts, joined by dots. */
    public String text() {
        return revision + "." + terms + "." + entitlements;
    }

    /**
     * Whether a license is as it was shown. One that was shown before its term had begun may have any end by now, because
     * the activation itself lets the term begin.
     *
     * @param fileEnd when the license file ends; null online
     */
    public boolean fitsTerms(License license, @Nullable LicenseEnd fileEnd) {
        return terms.equals(terms(license, license.end(), fileEnd))
                || terms.equals(terms(license, new LicenseEnd.NotBegun(), fileEnd));
    }

    /** Whether everything is as it was shown. */
    public boolean fits(long presentRevision, Offer offer) {
        return revision == presentRevision
                && fitsTerms(offer.license(), offer.fileEnd())
                && entitlements.equals(hash(offer.entitlements().stream().sorted()));
    }

    private static String terms(License license, LicenseEnd end, @Nullable LicenseEnd fileEnd) {
        Terms terms = license.terms();
        Limits limits = terms.limits();
        return hash(Stream.of(
                quoted(license.name()),
                limits.maxDisplays(),
                limits.maxAgiles(),
                limits.aiCreditsPerMonth(),
                terms.gracePeriodDays(),
                word(end),
                fileEnd == null ? "online" : word(fileEnd)));
    }

    /** Writes a name so that it differs from a missing one. */
    private static String quoted(@Nullable String name) {
        return name == null ? "none" : "'" + name;
    }

    private static String word(LicenseEnd end) {
        return switch (end) {
            case LicenseEnd.At at -> at.moment().toString();
            case LicenseEnd.Never never -> "never";
            case LicenseEnd.NotBegun notBegun -> "not begun";
        };
    }

    /** Each part is preceded by its length, so that other parts never make the same whole. */
    private static String hash(Stream<?> parts) {
        String whole = parts.map(String::valueOf)
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        byte[] digest = Sha256.of(whole.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
