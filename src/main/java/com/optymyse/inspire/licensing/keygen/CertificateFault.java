package com.optymyse.inspire.licensing.keygen;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what is wrong with the certificate of the licensing server, or of what answers in its place. */
final class CertificateFault {

    private static final int LONGEST_NAME = 100;

    /** Characters of a certificate's name that are not repeated: a log or a page could misread them. */
    private static final Pattern ODD = Pattern.compile("[^\\p{L}\\p{N} .,:=*_@/()'&+-]");

    private CertificateFault() {}

    /**
     * @param refused the certificate
     * @param server the server that was called
     * @param now this host's time
     * @param databaseTime the database's time, where it is known
     */
    static String sentence(CertificateRefused refused, URI server, Instant now, Optional<Instant> databaseTime) {
        return switch (refused.reason()) {
            case UNKNOWN_AUTHORITY ->
                "The certificate of " + server + " was issued by an authority that is not trusted here ("
                        + plain(refused.issuer())
                        + "). If it is your own, or a proxy's that inspects TLS, name a file with its certificate in "
                        + TrustedAuthorities.SETTING + ".";
            case OTHER_KEY ->
                "The certificate of " + server + " was not signed with the key that is known here of its authority ("
                        + plain(refused.issuer())
                        + "). If the authority is your own and has a new certificate, add that to "
                        + TrustedAuthorities.SETTING
                        + "; otherwise something on the way answers in the server's place.";
            case EXPIRED ->
                "The certificate of " + server + " expired on " + refused.validUntil()
                        + clocks(refused, now, databaseTime);
            case NOT_YET_VALID ->
                "The certificate of " + server + " is not valid before " + refused.validFrom()
                        + clocks(refused, now, databaseTime);
            case OTHER_NAME ->
                "The certificate that " + server + " presents is for " + plain(String.join(", ", refused.names()))
                        + ", not for " + server.getHost()
                        + ". Check licensing.server.url; another server, or a login portal, may answer in its place.";
            case OTHER ->
                "The certificate of " + server + " is refused: " + plain(String.valueOf(refused.getMessage()))
                        + ". Whoever runs the server, or the proxy that presents this certificate, has to install another one.";
        };
    }

    private static String clocks(CertificateRefused refused, Instant now, Optional<Instant> databaseTime) {
        if (databaseTime.isEmpty()) {
            return ". This host's clock says " + now
                    + ": correct it if it is wrong, else the server needs a certificate that is valid now.";
        }
        return databaseTime.filter(refused::isValidAt).isPresent()
                ? " by this host's clock, which says " + now + "; by the database's clock, which says "
                        + databaseTime.get() + ", it is valid. Correct this host's clock."
                : ". Whoever runs the server, or the proxy that presents this certificate, has to install one that is valid now.";
    }

    private static String plain(String text) {
        String odd = ODD.matcher(text).replaceAll("?");
        return odd.length() > LONGEST_NAME ? odd.substring(0, LONGEST_NAME) + "…" : odd;
    }
}
