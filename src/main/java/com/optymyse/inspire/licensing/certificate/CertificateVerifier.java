package com.optymyse.inspire.licensing.certificate;

import com.optymyse.inspire.licensing.license.EnumWord;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the text of a license or machine file into a {@link Certificate}, or refuses it: any doubt is a refusal. The
 * steps are numbered as in the protocol's description of a correct verifier; 4 to 6 are
 * {@link Certificate#requireCurrent}.
 */
public final class CertificateVerifier {

    private final TrustAnchors anchors;

    public CertificateVerifier(TrustAnchors anchors) {
        this.anchors = anchors;
    }

    /**
     * Verifies a file of either kind.
     *
     * @param text the file, as it was received or pasted
     * @param key the license key that it is for
     * @param fingerprint this installation's fingerprint
     * @throws Refusal license-file-malformed, -incomplete, -not-genuine, -not-opened, -other-product or -other-machine
     */
    public Certificate verify(String text, LicenseKey key, String fingerprint) {
        return verify(text, key, fingerprint, Set.of(CertificateKind.values()));
    }

    /**
     * Verifies a file of one of the given kinds, such as {@link TrustAnchors#offlineKinds()}.
     *
     * @throws Refusal as {@link #verify(String, LicenseKey, String)}; another kind is license-file-other-machine
     */
    public Certificate verify(String text, LicenseKey key, String fingerprint, Set<CertificateKind> kinds) {
        try {
            return verifySteps(text, key, fingerprint, kinds);
        } catch (MalformedDocument malformed) {
            throw refusal(malformed.sentence());
        }
    }

    private static Refusal refusal(String malformed) {
        Refusal refusal = new Refusal(
                RefusalCode.LICENSE_FILE_MALFORMED,
                "This is not a license file as the vendor issues it. " + malformed
                        + " Paste the whole file, or ask the vendor for a new one.");
        return malformed.equals(OtherText.LICENSE_KEY)
                ? refusal.with(Map.of(Refusal.BELONGS_IN, PastedKey.FIELD))
                : refusal;
    }

    private Certificate verifySteps(String text, LicenseKey key, String fingerprint, Set<CertificateKind> kinds)
            throws MalformedDocument {
        // 1. Size, frame of one kind, strict base64, three texts.
        SignedFile file = SignedFile.parse(text);
        requireKind(file.kind(), kinds, fingerprint);
        // 2. The algorithm is one that we allow and the key one that we have: the file chooses neither.
        requireAllowed(file.algorithm());
        requireSignature(file);
        // 3. Open it, read it, and see that it is about what its frame says. A machine is judged before its license is
        // missed: a file for another installation would be of no use if it were complete.
        Payload payload = Payload.read(
                file.kind(), open(file, key, fingerprint), machine -> requireMachine(machine, fingerprint));
        // 4. to 6. need the present: Certificate.requireCurrent.
        // 7. One key signs all products of an account, and one server may hold many accounts.
        License license = payload.license().license();
        requireOurs(license.account(), license.product());
        // 8. This license; that it belongs to the machine was seen when reading.
        requireKey(license.key(), key);
        // 9. Entitlements are those included in the verified payload.
        return new Certificate(file, payload);
    }

    /**
     * Refuses a certificate of another kind than the given ones, as {@link #verify(String, LicenseKey, String, Set)} does.
     *
     * @throws Refusal license-file-other-machine
     */
    public static void requireKind(CertificateKind kind, Set<CertificateKind> kinds, String fingerprint) {
        if (kinds.contains(kind)) {
            return;
        }
        String detail = switch (kind) {
            case LICENSE ->
                "This license file is bound to no installation. Ask the vendor for a machine file for the "
                        + "fingerprint " + fingerprint + ".";
            case MACHINE ->
                "This is a machine file, and this service accepts only license files of the kind license"
                        + " (licensing.vendor.offline-kinds). Ask the vendor for such a file.";
        };
        throw new Refusal(RefusalCode.LICENSE_FILE_OTHER_MACHINE, detail).telling(facts(kind, fingerprint));
    }

    private void requireAllowed(SignatureAlgorithm algorithm) {
        if (!anchors.algorithms().contains(algorithm)) {
            String allowed = anchors.algorithms().stream()
                    .map(SignatureAlgorithm::wireName)
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new Refusal(
                    RefusalCode.LICENSE_FILE_NOT_GENUINE,
                    "This installation does not accept the signature algorithm of the license file ("
                            + algorithm.wireName() + "). Ask the vendor for a file signed with " + allowed + ".");
        }
    }

    private void requireSignature(SignedFile file) {
        try {
            anchors.verify(file.algorithm(), file.signedBytes(), file.signature());
        } catch (SignatureMismatch mismatch) {
            throw new Refusal(
                    RefusalCode.LICENSE_FILE_NOT_GENUINE,
                    "The license file was not signed by the vendor, or was changed afterwards. Get it from the vendor "
                            + "again and paste it unchanged.");
        }
    }

    private static byte[] open(SignedFile file, LicenseKey key, String fingerprint) throws MalformedDocument {
        String secret = switch (file.kind()) {
            case LICENSE -> key.value();
            case MACHINE -> key.value() + fingerprint;
        };
        try {
            return file.encoding().open(file.enc(), secret);
        } catch (AEADBadTagException wrongSecret) {
            throw new Refusal(RefusalCode.LICENSE_FILE_NOT_OPENED, notOpened(file.kind(), fingerprint))
                    .telling(facts(file.kind(), fingerprint));
        }
    }

    /** Which kind of file it is, and what this installation is called. */
    private static Map<String, Object> facts(CertificateKind kind, String fingerprint) {
        return Map.of("kind", EnumWord.of(kind), "fingerprint", fingerprint);
    }

    private static String notOpened(CertificateKind kind, String fingerprint) {
        return switch (kind) {
            case LICENSE -> "This license key can't decrypt the license file. Check that the two belong together.";
            case MACHINE ->
                "This license key can't decrypt the license file here: the key belongs to another license, or the file"
                        + " was made for another installation. This installation's fingerprint is " + fingerprint + ".";
        };
    }

    /** 7. and 8. for a machine: this product and this installation. */
    private void requireMachine(MachineObject machine, String fingerprint) {
        requireOurs(machine.account(), machine.product());
        requireFingerprint(machine, fingerprint);
    }

    private void requireOurs(String account, String product) {
        if (!account.equals(anchors.account()) || !product.equals(anchors.product())) {
            throw new Refusal(
                    RefusalCode.LICENSE_FILE_OTHER_PRODUCT,
                    "The license file is for another product. Ask the vendor for one for this product.");
        }
    }

    private static void requireFingerprint(MachineObject machine, String fingerprint) {
        if (!machine.fingerprint().equals(fingerprint)) {
            throw new Refusal(
                            RefusalCode.LICENSE_FILE_OTHER_MACHINE,
                            "The license file was made for another installation. Ask the vendor for one for the fingerprint "
                                    + fingerprint + ".")
                    .telling(Map.of("fingerprint", fingerprint));
        }
    }

    private static void requireKey(@Nullable LicenseKey inFile, LicenseKey key) {
        if (inFile != null && !inFile.equals(key)) {
            throw new Refusal(
                            RefusalCode.LICENSE_FILE_NOT_OPENED,
                            "The license file is for another license key. Check that the two belong together.")
                    .telling(Map.of("cause", "another-key"));
        }
    }
}
