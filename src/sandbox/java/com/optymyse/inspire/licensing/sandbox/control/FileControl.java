package com.optymyse.inspire.licensing.sandbox.control;

import com.optymyse.inspire.licensing.sandbox.api.FileDocuments;
import com.optymyse.inspire.licensing.sandbox.signing.FileAlgorithm;
import com.optymyse.inspire.licensing.sandbox.signing.FileKind;
import com.optymyse.inspire.licensing.sandbox.signing.FileTimes;
import com.optymyse.inspire.licensing.sandbox.signing.SignedFile;
import com.optymyse.inspire.licensing.sandbox.signing.Signer;
import com.optymyse.inspire.licensing.sandbox.state.DemoLicense;
import com.optymyse.inspire.licensing.sandbox.state.LicenseBook;
import com.optymyse.inspire.licensing.sandbox.state.Machine;
import com.optymyse.inspire.licensing.sandbox.state.WireName;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands out license and machine files, as a vendor sends them by mail. No seat is taken. */
final class FileControl {

    private final LicenseBook book;
    private final InstantSource clock;
    private final Signer signer;
    private final FileDocuments documents;
    private final LicenseControls licenses;

    FileControl(
            LicenseBook book, InstantSource clock, Signer signer, FileDocuments documents, LicenseControls licenses) {
        this.book = book;
        this.clock = clock;
        this.signer = signer;
        this.documents = documents;
        this.licenses = licenses;
    }

    void addTo(ControlRoutes routes) {
        routes.add(
                "GET /licenses/:key/file",
                "A .lic file; ?kind=machine|license &fingerprint= &algorithm= &defect= &ttl=seconds (empty: never ends).",
                request -> ControlReply.text(file(order(request), defect(request))));
    }

    private String file(FileOrder asked, Defect defect) {
        FileOrder order = defect.order(asked);
        JsonObject document = defect.document(document(order));
        String secret = order.license().key() + order.fingerprint();
        SignedFile file = SignedFile.of(order.kind(), document, secret, order.algorithm(), defect.signer(signer));
        return defect.text(defect.file(file).text());
    }

    private JsonObject document(FileOrder order) {
        return switch (order.kind()) {
            case LICENSE -> documents.license(order.license(), List.of("entitlements"), order.times());
            case MACHINE ->
                documents.machine(
                        machine(order),
                        order.license(),
                        order.withLicense() ? List.of("license", "license.entitlements") : List.of(),
                        order.times());
        };
    }

    private Machine machine(FileOrder order) {
        return book.machine(order.license(), order.fingerprint()).orElseGet(() -> unregistered(order));
    }

    private static Machine unregistered(FileOrder order) {
        String name = order.license().key() + "/" + order.fingerprint();
        String id =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        Instant created = order.times().issued();
        return new Machine(id, order.license().key(), order.fingerprint(), Map.of(), created, null, null);
    }

    private FileOrder order(ControlRequest request) {
        DemoLicense license = licenses.license(request);
        FileKind kind = request.query("kind")
                .map(name -> WireName.find(FileKind.values(), name))
                .orElse(FileKind.MACHINE);
        String algorithm =
                request.query("algorithm").orElse("aes-256-gcm+ed25519").replace(' ', '+');
        return new FileOrder(
                license,
                kind,
                fingerprint(request, kind),
                FileAlgorithm.named(algorithm)
                        .orElseThrow(
                                () -> new IllegalArgumentException(
                                        "\"algorithm\" is aes-256-gcm or base64, +, ed25519, rsa-sha256, rsa-pss-sha256 or ecdsa-p256.")),
                FileTimes.of(clock.instant(), ttl(request)),
                true,
                clock.instant());
    }

    private static String fingerprint(ControlRequest request, FileKind kind) {
        return switch (kind) {
            case LICENSE -> "";
            case MACHINE ->
                request.query("fingerprint")
                        .filter(text -> !text.isBlank())
                        .orElseThrow(() -> new IllegalArgumentException("A machine file needs a \"fingerprint\"."));
        };
    }

    private static @Nullable Long ttl(ControlRequest request) {
        if (request.query("ttl").filter(String::isEmpty).isPresent()) {
            return null;
        }
        return request.number("ttl").orElse(FileTimes.DEFAULT_TTL);
    }

    private static Defect defect(ControlRequest request) {
        return request.query("defect").map(Defect::of).orElse(Defect.NONE);
    }
}
