package com.optymyse.inspire.licensing.commandline;

import com.optymyse.inspire.licensing.activation.OfflineActivation;
import com.optymyse.inspire.licensing.activation.OfflineActivation.Brought;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.CertificateKind;
import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.installation.CertificateCache;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.EnumWord;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Says everything about a license file, and whether a new installation of that fingerprint would take it now. */
final class FileVerify implements Command.Work {

    private static final String FINGERPRINT_MISSING =
            "The fingerprint is missing. Without it, this command can't check whether the file is for the"
                    + " installation. Give it as the second argument, or set licensing.installation.fingerprint.";

    private static final Set<RefusalCode> OF_ANOTHER_FINGERPRINT =
            Set.of(RefusalCode.LICENSE_FILE_OTHER_MACHINE, RefusalCode.OFFLINE_NOT_LISTED);

    /** The kind of file that can be decrypted only with the fingerprint of its installation. */
    private static final String MACHINE_FILE = EnumWord.of(CertificateKind.MACHINE);

    /** More than the longest license file has, at three bytes a character. What is cut off here is refused as too long. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final Terminal terminal;
    private final Supplier<Settings> settings;

    FileVerify(Terminal terminal, Supplier<Settings> settings) {
        this.terminal = terminal;
        this.settings = settings;
    }

    @Override
    public int run(List<String> arguments) throws Command.WrongUsage, IOException {
        Command.require(!arguments.isEmpty() && arguments.size() <= 2);
        String text = read(Path.of(arguments.getFirst()));
        String fingerprint = arguments.size() == 2
                ? arguments.get(1)
                : settings.get().fingerprint().orElse("");
        try {
            return PastedKey.read(terminal.readAll()).tried(key -> verify(text, key, fingerprint));
        } catch (Refusal refusal) {
            terminal.say("Not valid: " + refusal.code().code() + ". "
                    + (isFingerprintMissing(refusal, fingerprint) ? FINGERPRINT_MISSING : refusal.detail()));
            return ExitCode.of(refusal.code());
        }
    }

    private int verify(String text, LicenseKey key, String fingerprint) {
        TrustAnchors trust = settings.get().trust();
        CertificateCache certificates = new CertificateCache(new CertificateVerifier(trust));
        Certificate certificate = certificates.verify(text, key, fingerprint);
        StoredInstallation unlicensed = unlicensed(fingerprint);
        Instant now = unlicensed.marks().effective(settings.get().clock().instant());
        new CertificateText(certificate, key, trust.offline().endOf(certificate), now).tell(terminal);
        new OfflineActivation(certificates, trust, settings.get().clock())
                .accept(new Brought(PastedKey.of(key), text), unlicensed);
        terminal.say("Valid: it can be activated now.");
        return ExitCode.GOOD;
    }

    /** Whether the file was refused only because no fingerprint was given. A license file needs none. */
    private static boolean isFingerprintMissing(Refusal refusal, String fingerprint) {
        return fingerprint.isBlank()
                && (OF_ANOTHER_FINGERPRINT.contains(refusal.code())
                        || (refusal.code() == RefusalCode.LICENSE_FILE_NOT_OPENED
                                && MACHINE_FILE.equals(refusal.values().get("kind"))));
    }

    private StoredInstallation unlicensed(String fingerprint) {
        HighWaterMarks known =
                HighWaterMarks.NONE.seen(settings.get().release().time().orElse(null));
        return new StoredInstallation(
                new UUID(0, 0), fingerprint, 0, 0, known, KnownLicenses.NONE, new LicenseState.None(), List.of());
    }

    /** Reads the file as a browser does. Bytes that are not UTF-8 become U+FFFD, so that other files can be named. */
    private static String read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (NoSuchFileException absent) {
            throw new IOException("There is no file " + file + ".", absent);
        }
    }
}
