package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewDigestTest {

    private static final Instant END = Instant.parse("2027-11-23T10:00:00Z");
    private static final LicenseEnd AT_END = new LicenseEnd.At(END);
    private static final LicenseEnd NEVER = new LicenseEnd.Never();
    private static final Set<String> CODES = Set.of("SSO_SAML", "MFA");
    private static final Sample BASE = new Sample("Enterprise", null, new Limits(500, -1, 10_000), 14, END, true);

    @Test
    void of_anOffer_isThreePartsInAText() {
        PreviewDigest digest = PreviewDigest.of(12, online(BASE));

        assertThat(digest.text()).matches("12\\.[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{43}");
        assertThat(PreviewDigest.parse(digest.text())).contains(digest);
    }

    /** It may be kept by a page over an upgrade, and be compared by a replica of another version. */
    @Test
    void of_theSameOffer_isTheSameInEveryVersion() {
        assertThat(PreviewDigest.of(12, online(BASE)).text())
                .isEqualTo(
                        "12.lGweAYUqjnxcgPaQemisrmJW8rXCH6O6UT4GxFuV4uo.KhYtGsnaiLl_Ay2bF5JGucBXpvC-eaKqO0pWZ5wZT7o");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "12.a.b",
                "-1.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                "1234567890123456789.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                "12.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                "12.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n",
                "12.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa+.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
            })
    void parse_anotherText_isNone(String text) {
        assertThat(PreviewDigest.parse(text)).isEmpty();
    }

    @Test
    void fits_theSame_holds() {
        PreviewDigest digest = PreviewDigest.of(12, online(BASE));

        assertThat(digest.fits(12, online(BASE))).isTrue();
        assertThat(digest.fitsTerms(license(BASE), null)).isTrue();
    }

    @Test
    void fits_anotherRevision_doesNot() {
        PreviewDigest digest = PreviewDigest.of(12, online(BASE));

        assertThat(digest.fits(13, online(BASE))).isFalse();
        assertThat(digest.fits(11, online(BASE))).isFalse();
    }

    static Stream<Arguments> changes() {
        return Stream.<UnaryOperator<Sample>>of(
                        sample -> sample.named("Starter"),
                        sample -> sample.named(null),
                        sample -> sample.limited(new Limits(3, -1, 10_000)),
                        sample -> sample.limited(new Limits(500, 0, 10_000)),
                        sample -> sample.limited(new Limits(500, -1, 9_999)),
                        // Other figures in another place are not the same ones.
                        sample -> sample.limited(new Limits(-1, 500, 10_000)),
                        sample -> sample.withGrace(0),
                        sample -> sample.ending(END.plusNanos(1), true),
                        sample -> sample.ending(null, true),
                        sample -> sample.ending(null, false))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void fits_changedTerms_doNot(UnaryOperator<Sample> change) {
        PreviewDigest digest = PreviewDigest.of(12, online(BASE));
        Sample changed = change.apply(BASE);

        assertThat(digest.fitsTerms(license(changed), null)).isFalse();
        assertThat(digest.fits(12, online(changed))).isFalse();
    }

    /** What a digest does not show, the activation refuses by itself, or nobody sees. */
    @Test
    void fits_whatIsNotShown_holds() {
        PreviewDigest digest = PreviewDigest.of(12, online(BASE));
        License described = license(BASE);
        License other = new License(
                "another id",
                described.account(),
                described.product(),
                null,
                described.ownName(),
                License.State.SUSPENDED,
                Instant.parse("2026-01-02T03:04:05Z"),
                described.expiresAt(),
                false,
                true,
                true,
                described.terms());

        assertThat(digest.fits(12, new Offer(other, CODES, null))).isTrue();
    }

    @Test
    void fits_nameOfThePlan_isTheName() {
        PreviewDigest ofThePlan = PreviewDigest.of(12, online(BASE.named(" ").ofPlan("Gold")));

        assertThat(ofThePlan.fits(12, online(BASE.named("Gold")))).isTrue();
        assertThat(ofThePlan.fits(12, online(BASE.named("Gold").ofPlan("Silver"))))
                .isTrue();
        assertThat(ofThePlan.fits(12, online(BASE.named(null)))).isFalse();
    }

    /** A name is free text: one that is written like something else is a name. */
    @Test
    void fits_namesThatLookLikeOtherParts_areNames() {
        assertThat(PreviewDigest.of(12, online(BASE.named(null))).fitsTerms(license(BASE.named("none")), null))
                .isFalse();
        assertThat(PreviewDigest.of(12, online(BASE.named("A3:500"))).fitsTerms(license(BASE.named("A")), null))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("ends")
    void fitsTerms_shownBeforeTheTermHadBegun_anyEndHolds(@Nullable Instant end, boolean validated) {
        PreviewDigest digest = PreviewDigest.of(12, online(BASE.ending(null, false)));

        assertThat(digest.fitsTerms(license(BASE.ending(end, validated)), null)).isTrue();
        assertThat(digest.fits(12, online(BASE.ending(end, validated)))).isTrue();
        assertThat(digest.fitsTerms(license(BASE.ending(end, validated).withGrace(0)), null))
                .isFalse();
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of(null, false), Arguments.of(null, true), Arguments.of(END, true), Arguments.of(END, false));
    }

    @Test
    void fitsTerms_endKnownOrNever_anotherEndIsAChange() {
        PreviewDigest never = PreviewDigest.of(12, online(BASE.ending(null, true)));
        PreviewDigest known = PreviewDigest.of(12, online(BASE.ending(END, true)));

        assertThat(never.fitsTerms(license(BASE.ending(null, true)), null)).isTrue();
        assertThat(never.fitsTerms(license(BASE.ending(END, true)), null)).isFalse();
        assertThat(never.fitsTerms(license(BASE.ending(null, false)), null)).isFalse();
        assertThat(known.fitsTerms(license(BASE.ending(null, true)), null)).isFalse();
        assertThat(known.fitsTerms(license(BASE.ending(END.plusSeconds(1), true)), null))
                .isFalse();
        // Whether it was validated is no part of an end that is known.
        assertThat(known.fitsTerms(license(BASE.ending(END, false)), null)).isTrue();
    }

    @Test
    void fits_licenseFile_itsEndCountsToo() {
        PreviewDigest digest = PreviewDigest.of(12, new Offer(license(BASE), CODES, AT_END));

        assertThat(digest.fits(12, new Offer(license(BASE), CODES, AT_END))).isTrue();
        assertThat(digest.fits(12, new Offer(license(BASE), CODES, new LicenseEnd.At(END.plusSeconds(1)))))
                .isFalse();
        assertThat(digest.fits(12, new Offer(license(BASE), CODES, NEVER))).isFalse();
        assertThat(digest.fits(12, online(BASE))).isFalse();
    }

    @Test
    void fits_licenseFileShownBeforeTheTermHadBegun_endOfTheFileCountsAllTheSame() {
        PreviewDigest digest = PreviewDigest.of(12, new Offer(license(BASE.ending(null, false)), CODES, AT_END));

        assertThat(digest.fits(12, new Offer(license(BASE), CODES, AT_END))).isTrue();
        assertThat(digest.fits(12, new Offer(license(BASE), CODES, NEVER))).isFalse();
    }

    @Test
    void fits_onlineAndAFileWithoutEnd_areNotTheSame() {
        PreviewDigest online = PreviewDigest.of(12, online(BASE));

        assertThat(online.fits(12, new Offer(license(BASE), CODES, NEVER))).isFalse();
    }

    @Test
    void fits_entitlements_inAnyOrder() {
        List<String> codes =
                IntStream.range(0, 130).mapToObj(number -> "EXTRA_" + number).toList();
        PreviewDigest digest = PreviewDigest.of(12, new Offer(license(BASE), new LinkedHashSet<>(codes), null));

        assertThat(digest.fits(12, new Offer(license(BASE), new LinkedHashSet<>(codes.reversed()), null)))
                .isTrue();
        assertThat(digest.fits(12, new Offer(license(BASE), Set.copyOf(codes.subList(0, 129)), null)))
                .isFalse();
    }

    static List<Set<String>> otherCodes() {
        return List.of(
                Set.of(),
                Set.of("MFA"),
                Set.of("MFA", "SSO_SAML", "OBSERVABILITY"),
                Set.of("MFA", "sso_saml"),
                Set.of("MFASSO_SAML"),
                Set.of("MFA,SSO_SAML"));
    }

    @ParameterizedTest
    @MethodSource("otherCodes")
    void fits_otherEntitlements_doNot(Set<String> codes) {
        PreviewDigest digest = PreviewDigest.of(12, online(BASE));

        assertThat(digest.fits(12, new Offer(license(BASE), codes, null))).isFalse();
    }

    private static Offer online(Sample sample) {
        return new Offer(license(sample), CODES, null);
    }

    private static License license(Sample sample) {
        return new License(
                "license-1",
                "account-1",
                "product-1",
                new LicenseKey("KEY-1"),
                sample.name(),
                License.State.USABLE,
                null,
                sample.end(),
                sample.validated(),
                false,
                false,
                new Terms(sample.limits(), sample.plan(), sample.grace(), List.of()));
    }

    /** What of a license is shown. */
    record Sample(
            @Nullable String name,
            @Nullable String plan,
            Limits limits,
            int grace,
            @Nullable Instant end,
            boolean validated) {

        Sample named(@Nullable String other) {
            return new Sample(other, plan, limits, grace, end, validated);
        }

        Sample ofPlan(String other) {
            return new Sample(name, other, limits, grace, end, validated);
        }

        Sample limited(Limits other) {
            return new Sample(name, plan, other, grace, end, validated);
        }

        Sample withGrace(int other) {
            return new Sample(name, plan, limits, other, end, validated);
        }

        Sample ending(@Nullable Instant other, boolean nowValidated) {
            return new Sample(name, plan, limits, grace, other, nowValidated);
        }
    }
}
