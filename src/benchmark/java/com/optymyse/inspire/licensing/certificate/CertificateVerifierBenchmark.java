package com.optymyse.inspire.licensing.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many machine files are verified in a second, beside the JDK's check of the same signature over the same bytes: what
 * is between the two is the price of being strict. Both run at the same time, a thread each, so that whatever else the
 * machine does slows them alike and their ratio holds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 6, time = 2)
public class CertificateVerifierBenchmark {

    @Param({"base64+ed25519", "aes-256-gcm+ed25519", "base64+rsa-sha256", "base64+rsa-pss-sha256", "base64+ecdsa-p256"})
    String algorithm = "";

    private final CertificateVerifier verifier = TestVendor.verifier();

    private String text = "";
    private SignatureAlgorithm signing = SignatureAlgorithm.ED25519;
    private PublicKey key = TestVendor.keyPair(signing).getPublic();
    private byte[] signed = {};
    private byte[] signature = {};

    @Setup
    public void sign() throws MalformedDocument {
        String[] names = algorithm.split("\\+", 2);
        signing = SignatureAlgorithm.ofWireName(names[1]);
        key = TestVendor.keyPair(signing).getPublic();
        TestFile file = TestFile.machine().algorithm(signing);
        text = (names[0].equals("base64") ? file.base64() : file).text();
        SignedFile parsed = SignedFile.parse(text);
        signed = parsed.signedBytes();
        signature = parsed.signature();
    }

    @Benchmark
    @Group("verification")
    public Certificate file() {
        return verifier.verify(text, TestVendor.KEY, TestVendor.FINGERPRINT);
    }

    @Benchmark
    @Group("verification")
    public boolean signatureAlone() throws GeneralSecurityException {
        Signature check = check();
        check.initVerify(key);
        check.update(signed);
        return check.verify(signature);
    }

    private Signature check() throws GeneralSecurityException {
        return switch (signing) {
            case ED25519 -> Signature.getInstance("Ed25519");
            case RSA_SHA256 -> Signature.getInstance("SHA256withRSA");
            case RSA_PSS_SHA256 -> pss(((RSAPublicKey) key).getModulus());
            case ECDSA_P256 -> Signature.getInstance("SHA256withECDSA");
        };
    }

    private static Signature pss(BigInteger modulus) throws GeneralSecurityException {
        Signature check = Signature.getInstance("RSASSA-PSS");
        check.setParameter(new PSSParameterSpec(
                "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, modulus.bitLength() / Byte.SIZE - 34, 1));
        return check;
    }
}
