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
                        + "). If the authority is your own, or that of a proxy that inspects TLS, name a file with the"
                        + " authority's certificate in " + TrustedAuthorities.SETTING + ".";
            case OTHER_KEY ->
                "The certificate of " + server + " names a trusted authority (" + plain(refused.issuer()) + "), but"
                        + " another key signed it. If the authority is your own and has a new certificate, add that"
                        + " certificate to " + TrustedAuthorities.SETTING + ". Otherwise something between this server"
                        + " and the licensing server answers in its place.";
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
                        + ". Ask the administrator of the server, or of the proxy that presents this certificate, to"
                        + " install another one.";
        };
    }

    private static String clocks(CertificateRefused refused, Instant now, Optional<Instant> databaseTime) {
        if (databaseTime.isEmpty()) {
            return ". This server's clock shows " + now + ". If the clock is wrong, correct it. Otherwise the"
                    + " licensing server needs a new certificate.";
        }
        return databaseTime.filter(refused::isValidAt).isPresent()
                ? " by this server's clock (" + now + "), but is valid by the database's clock (" + databaseTime.get()
                        + "). Correct this server's clock."
                : ". Ask the administrator of the server, or of the proxy that presents this certificate, to install"
                        + " one that is valid now.";
    }

    private static String plain(String text) {
        String odd = ODD.matcher(text).replaceAll("?");
        return odd.length() > LONGEST_NAME ? odd.substring(0, LONGEST_NAME) + "…" : odd;
    }
}
