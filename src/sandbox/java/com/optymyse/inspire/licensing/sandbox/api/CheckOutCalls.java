package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.signing.FileKind;
import com.optymyse.inspire.licensing.sandbox.signing.FileTimes;
import com.optymyse.inspire.licensing.sandbox.signing.SignedFile;
import com.optymyse.inspire.licensing.sandbox.signing.Signer;
import com.optymyse.inspire.licensing.sandbox.state.DemoLicense;
import com.optymyse.inspire.licensing.sandbox.state.LicenseBook;
import com.optymyse.inspire.licensing.sandbox.state.Machine;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.UUID;

/** The calls that answer with a signed file. They don't validate: an expired license is checked out too. */
final class CheckOutCalls {

    private final LicenseBook book;
    private final InstantSource clock;
    private final Signer signer;
    private final Authentication authentication;
    private final FileDocuments documents;

    CheckOutCalls(
            LicenseBook book,
            InstantSource clock,
            Signer signer,
            Authentication authentication,
            FileDocuments documents) {
        this.book = book;
        this.clock = clock;
        this.signer = signer;
        this.authentication = authentication;
        this.documents = documents;
    }

    /** POST licenses/{id}/actions/check-out. */
    Answer license(ApiRequest request) {
        DemoLicense license = authentication.ownLicense(request);
        request.requireNoLimit();
        CheckOut asked = CheckOut.of(FileKind.LICENSE, request.json());
        FileTimes times = FileTimes.of(clock.instant(), asked.ttl());
        JsonObject document = documents.license(license, asked.include(), times);
        book.put(license.checkedOutAt(clock.instant()));
        return file(FileKind.LICENSE, document, license.key(), asked, relationships(license));
    }

    /** POST machines/{id-or-fingerprint}/actions/check-out. */
    Answer machine(ApiRequest request) {
        DemoLicense license = authentication.required(request);
        Machine machine = authentication.ownMachine(request, license);
        request.requireNoLimit();
        CheckOut asked = CheckOut.of(FileKind.MACHINE, request.json());
        FileTimes times = FileTimes.of(clock.instant(), asked.ttl());
        JsonObject document = documents.machine(machine, license, asked.include(), times);
        book.touch(machine.checkedOutAt(clock.instant()));
        JsonObject relationships = relationships(license)
                .put("machine", Links.linked(Links.ACCOUNT + "/machines/" + machine.id(), "machines", machine.id()));
        return file(FileKind.MACHINE, document, license.key() + machine.fingerprint(), asked, relationships);
    }

    private Answer file(FileKind kind, JsonObject document, String secret, CheckOut asked, JsonObject relationships) {
        String certificate =
                SignedFile.of(kind, document, secret, asked.algorithm(), signer).text();
        JsonObject attributes = new JsonObject()
                .put("certificate", certificate)
                .put("algorithm", asked.algorithm().wireName())
                .put("includes", new JsonArray(asked.include()))
                .mergeIn(document.getJsonObject("meta"));
        return Answer.resource(new JsonObject()
                .put("id", UUID.randomUUID().toString())
                .put("type", kind.resourceType())
                .put("attributes", attributes)
                .put("relationships", relationships));
    }

    private static JsonObject relationships(DemoLicense license) {
        return new JsonObject()
                .put("account", Links.account())
                .put("license", Links.linked(Links.ACCOUNT + "/licenses/" + license.id(), "licenses", license.id()));
    }
}
