package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.Offer;
import com.optymyse.inspire.licensing.license.PreviewDigest;

/** What the admin saw before the activation, and what must still hold: pure decisions. */
public sealed interface PreviewBinding {

    /** The admin saw nothing: the license is activated as it is now. */
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
