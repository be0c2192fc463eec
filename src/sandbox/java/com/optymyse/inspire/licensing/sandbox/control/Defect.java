package com.optymyse.inspire.licensing.sandbox.control;

import com.optymyse.inspire.licensing.sandbox.signing.FileKind;
import com.optymyse.inspire.licensing.sandbox.signing.FileTimes;
import com.optymyse.inspire.licensing.sandbox.signing.SignedFile;
import com.optymyse.inspire.licensing.sandbox.signing.Signer;
import com.optymyse.inspire.licensing.sandbox.state.Vendor;
import com.optymyse.inspire.licensing.sandbox.state.WireName;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What can be wrong with a file. Each defect interferes at one step of the file's making. */
enum Defect {
    NONE("a good file"),

    TAMPERED("one character of the payload changed after signing") {
        @Override
        SignedFile file(SignedFile file) {
            int middle = file.payload().length() / 2;
            char other = file.payload().charAt(middle) == 'A' ? 'B' : 'A';
            String changed = new StringBuilder(file.payload())
                    .replace(middle, middle + 1, "" + other)
                    .toString();
            return new SignedFile(file.kind(), file.algorithm(), changed, file.signature());
        }
    },

    OTHER_FINGERPRINT("a machine file of another installation") {
        @Override
        FileOrder order(FileOrder order) {
            return order.forFingerprint(order.fingerprint() + "-other");
        }
    },

    OTHER_PRODUCT("a file of another product of the vendor") {
        @Override
        JsonObject document(JsonObject document) {
            return replaced(document, Vendor.PRODUCT);
        }
    },

    OTHER_ACCOUNT("a file of another account") {
        @Override
        JsonObject document(JsonObject document) {
            return replaced(document, Vendor.ACCOUNT);
        }
    },

    WRONG_KEY("a file of another license key") {
        @Override
        FileOrder order(FileOrder order) {
            return order.with(order.license().withKey("DEMO-OF-SOMEBODY-ELSE"));
        }
    },

    EXPIRED("a file that has ended") {
        @Override
        FileOrder order(FileOrder order) {
            return order.with(FileTimes.of(order.now().minus(Duration.ofDays(60)), FileTimes.DEFAULT_TTL));
        }
    },

    ISSUED_IN_FUTURE("a file issued tomorrow") {
        @Override
        FileOrder order(FileOrder order) {
            return order.with(FileTimes.of(
                    order.now().plus(Duration.ofDays(1)), order.times().ttl()));
        }
    },

    LICENSE_EXPIRED("a good file whose license has ended") {
        @Override
        FileOrder order(FileOrder order) {
            return order.with(order.license().withExpiry(order.now().minus(Duration.ofDays(1))));
        }
    },

    LICENSE_SUSPENDED("a good file whose license is suspended") {
        @Override
        FileOrder order(FileOrder order) {
            return order.with(order.license().withSuspended(true));
        }
    },

    TRUNCATED("the first two thirds of a file") {
        @Override
        String text(String text) {
            return text.substring(0, text.length() * 2 / 3);
        }
    },

    NOT_ENTITLED("a file without OFFLINE_LICENSING") {
        @Override
        FileOrder order(FileOrder order) {
            List<String> others = order.license().entitlements().stream()
                    .filter(code -> !code.equals("OFFLINE_LICENSING"))
                    .toList();
            return order.with(order.license().withEntitlements(others));
        }
    },

    OTHER_VENDOR_KEY("a file signed by nobody we know") {
        @Override
        Signer signer(Signer signer) {
            return Signer.stranger();
        }
    },

    WITHOUT_LICENSE("a machine file that holds no license") {
        @Override
        FileOrder order(FileOrder order) {
            return order.withoutLicense();
        }
    },

    REFRAMED("a file of one kind in the frame of the other") {
        @Override
        SignedFile file(SignedFile file) {
            FileKind other = switch (file.kind()) {
                case LICENSE -> FileKind.MACHINE;
                case MACHINE -> FileKind.LICENSE;
            };
            return new SignedFile(other, file.algorithm(), file.payload(), file.signature());
        }
    },

    RELABELED("a file whose label names another algorithm than the one that signed it") {
        @Override
        SignedFile file(SignedFile file) {
            String label = file.algorithm().endsWith("+ed25519")
                    ? file.algorithm().replace("+ed25519", "+rsa-sha256")
                    : file.algorithm().replaceFirst("\\+.*", "+ed25519");
            return new SignedFile(file.kind(), label, file.payload(), file.signature());
        }
    };

    private final String about;

    Defect(String about) {
        this.about = about;
    }

    /** The defect of a name; an {@link IllegalArgumentException} lists the names when there is none like it. */
    static Defect of(String name) {
        return WireName.find(values(), name);
    }

    String about() {
        return about;
    }

    FileOrder order(FileOrder order) {
        return order;
    }

    JsonObject document(JsonObject document) {
        return document;
    }

    Signer signer(Signer signer) {
        return signer;
    }

    SignedFile file(SignedFile file) {
        return file;
    }

    String text(String text) {
        return text;
    }

    private static JsonObject replaced(JsonObject document, String id) {
        return new JsonObject(document.encode()
                .replace(id, UUID.nameUUIDFromBytes(new byte[] {1}).toString()));
    }
}
