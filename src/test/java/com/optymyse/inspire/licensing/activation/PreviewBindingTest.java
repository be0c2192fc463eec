package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.Limits;
import com.optymyse.inspire.licensing.license.Offer;
import com.optymyse.inspire.licensing.license.PreviewDigest;
import com.optymyse.inspire.licensing.license.Terms;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreviewBindingTest {

    private static final Offer SHOWN = new Offer(license("Enterprise"), Set.of("MFA"), null);
    private static final Offer OTHER_NAME = new Offer(license("Starter"), Set.of("MFA"), null);
    private static final Offer OTHER_CODES = new Offer(license("Enterprise"), Set.of(), null);

    @Test
    void holds_nothingShown_always() {
        PreviewBinding anything = new PreviewBinding.Anything();

        assertThat(anything.holdsAt(7)).isTrue();
        assertThat(anything.holdsFor(license("Starter"))).isTrue();
        assertThat(anything.holdsFor(7, OTHER_CODES)).isTrue();
    }

    @Test
    void holds_revisionShown_whateverTheLicenseIs() {
        PreviewBinding revision = new PreviewBinding.Revision(7);

        assertThat(revision.holdsAt(7)).isTrue();
        assertThat(revision.holdsAt(8)).isFalse();
        assertThat(revision.holdsFor(license("Starter"))).isTrue();
        assertThat(revision.holdsFor(7, OTHER_CODES)).isTrue();
        assertThat(revision.holdsFor(8, OTHER_CODES)).isFalse();
    }

    @Test
    void holds_previewShown_onlyForWhatItShowed() {
        PreviewBinding previewed = new PreviewBinding.Previewed(PreviewDigest.of(7, SHOWN));

        assertThat(previewed.holdsAt(7)).isTrue();
        assertThat(previewed.holdsAt(8)).isFalse();
        assertThat(previewed.holdsFor(license("Enterprise"))).isTrue();
        assertThat(previewed.holdsFor(license("Starter"))).isFalse();
        assertThat(previewed.holdsFor(7, SHOWN)).isTrue();
        assertThat(previewed.holdsFor(8, SHOWN)).isFalse();
        assertThat(previewed.holdsFor(7, OTHER_NAME)).isFalse();
        assertThat(previewed.holdsFor(7, OTHER_CODES)).isFalse();
    }

    private static License license(String name) {
        return new License(
                "license-1",
                "account-1",
                "product-1",
                null,
                name,
                License.State.USABLE,
                null,
                null,
                true,
                false,
                false,
                new Terms(Limits.NONE, null, 0, List.of()));
    }
}
