package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.Offer;
import com.optymyse.inspire.licensing.license.PreviewDigest;

/** What an admin was shown before the activation, and what it must therefore still do: pure decisions. */
public sealed interface PreviewBinding {

    /** Nothing was shown: whatever is so is activated. */
    record Anything() implements PreviewBinding {}

    /**
     * The installation was shown, but no preview of the license.
     *
     * @param revision its revision then
     */
    record Revision(long revision) implements PreviewBinding {}

    /** A preview was shown. */
    record Previewed(PreviewDigest digest) implements PreviewBinding {}

    /** Whether the installation is the one that was shown. */
    default boolean holdsAt(long revision) {
        return switch (this) {
            case Anything anything -> true;
            case Revision expected -> expected.revision() == revision;
            case Previewed previewed -> previewed.digest().revision() == revision;
        };
    }

    /** Whether a license that is validated online has the terms that were shown. */
    default boolean holdsFor(License license) {
        return !(this instanceof Previewed previewed) || previewed.digest().fitsTerms(license, null);
    }

    /** Whether everything is as it was shown. */
    default boolean holdsFor(long revision, Offer offer) {
        return switch (this) {
            case Anything anything -> true;
            case Revision expected -> expected.revision() == revision;
            case Previewed previewed -> previewed.digest().fits(revision, offer);
        };
    }
}
