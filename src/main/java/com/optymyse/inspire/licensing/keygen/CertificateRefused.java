package com.optymyse.inspire.licensing.keygen;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server's certificate was refused, and why. What it says of itself is not to be believed, only to be repeated. */
final class CertificateRefused extends CertificateException {

    private static final long serialVersionUID = 1L;

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final int MOST_NAMES = 3;

    /** What is wrong with a certificate. */
    enum Reason {
        UNKNOWN_AUTHORITY,
        /** The authority that it names is trusted, and has not signed it with the key that is known of it. */
        OTHER_KEY,
        EXPIRED,
        NOT_YET_VALID,
        OTHER_NAME,
        OTHER
    }

    private final Reason reason;
    private final X509Certificate certificate;

    private CertificateRefused(Reason reason, X509Certificate certificate, CertificateException cause) {
        super(cause.getMessage(), cause);
        this.reason = reason;
        this.certificate = certificate;
    }

    /** The explanation of a refusal. */
    static CertificateException of(X509Certificate[] chain, CertificateException refused) {
        if (chain.length == 0) {
            return refused;
        }
        Reason reason = reason(refused);
        return new CertificateRefused(reason, concerned(reason, chain), refused);
    }

    Reason reason() {
        return reason;
    }

    Instant validFrom() {
        return certificate.getNotBefore().toInstant();
    }

    Instant validUntil() {
        return certificate.getNotAfter().toInstant();
    }

    /** Whether its time is right at a moment. */
    boolean isValidAt(Instant moment) {
        return !moment.isBefore(validFrom()) && !moment.isAfter(validUntil());
    }

    String issuer() {
        return certificate.getIssuerX500Principal().getName();
    }

    /** The names that it is for, three at most. */
    List<String> names() {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of(certificate.getSubjectX500Principal().getName())
                    : names.stream()
                            .flatMap(CertificateRefused::name)
                            .limit(MOST_NAMES)
                            .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    private static Reason reason(CertificateException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CertificateExpiredException expired -> {
                    return Reason.EXPIRED;
                }
                case CertificateNotYetValidException early -> {
                    return Reason.NOT_YET_VALID;
                }
                case CertPathBuilderException noPath -> {
                    return Reason.UNKNOWN_AUTHORITY;
                }
                case CertPathValidatorException broken
                when broken.getReason() == BasicReason.INVALID_SIGNATURE -> {
                    return Reason.OTHER_KEY;
                }
                default -> {}
            }
        }
        return isAboutTheName(refused.getMessage()) ? Reason.OTHER_NAME : Reason.OTHER;
    }

    /** The JDK has no exception of its own for it. */
    private static boolean isAboutTheName(@Nullable String message) {
        return message != null
                && (message.startsWith("No subject alternative") || message.startsWith("No name matching"));
    }

    /** Any certificate of the chain may be the one whose time is over or to come. */
    private static X509Certificate concerned(Reason reason, X509Certificate... chain) {
        return switch (reason) {
            case EXPIRED -> Collections.min(List.of(chain), Comparator.comparing(X509Certificate::getNotAfter));
            case NOT_YET_VALID -> Collections.max(List.of(chain), Comparator.comparing(X509Certificate::getNotBefore));
            case UNKNOWN_AUTHORITY, OTHER_KEY, OTHER_NAME, OTHER -> chain[0];
        };
    }

    private static Stream<String> name(List<?> typeAndName) {
        return Integer.valueOf(DNS_NAME).equals(typeAndName.get(0))
                        || Integer.valueOf(IP_ADDRESS).equals(typeAndName.get(0))
                ? Stream.of(String.valueOf(typeAndName.get(1)))
                : Stream.empty();
    }
}
