package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.signing.ResponseSignature;
import com.optymyse.inspire.licensing.sandbox.signing.Signer;
import com.optymyse.inspire.licensing.sandbox.state.CallRecord;
import com.optymyse.inspire.licensing.sandbox.state.Faults;
import com.optymyse.inspire.licensing.sandbox.state.LicenseBook;
import com.optymyse.inspire.licensing.sandbox.state.Memory;
import com.optymyse.inspire.licensing.sandbox.state.Operation;
import com.optymyse.inspire.licensing.sandbox.state.Vendor;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;

/** The routes of the API, under {@code /v1} and under {@code /v1/accounts/{account}}. */
public final class KeygenApi {

    private final CallHandler calls;
    private final LicenseCalls licenses;
    private final MachineCalls machines;
    private final CheckOutCalls checkOuts;

    public KeygenApi(Memory memory, LicenseBook book, InstantSource clock, Signer signer) {
        Resources resources = new Resources(book, clock);
        Authentication authentication = new Authentication(book, clock);
        Replies replies = new Replies(new ResponseSignature(Vendor.ACCOUNT, signer), clock, authentication);
        CallNotes notes = new CallNotes(new CallRecord(memory), book, clock);
        this.calls = new CallHandler(memory, new Faults(memory), book, replies, notes);
        this.licenses = new LicenseCalls(book, clock, authentication, resources);
        this.machines = new MachineCalls(book, clock, authentication, resources);
        this.checkOuts = new CheckOutCalls(book, clock, signer, authentication, new FileDocuments(resources));
    }

    /** Adds the API's routes below a base path. */
    public void mount(Router router, String base) {
        for (String prefix : List.of(base + "/v1", base + "/v1/accounts/:account")) {
            Routes routes = new Routes(router, prefix, calls);
            routes.post("/licenses/actions/validate-key", Operation.VALIDATE, licenses::validateKey);
            routes.get("/me", Operation.ME, licenses::me);
            routes.get("/licenses/:license", Operation.READ, licenses::read);
            routes.get("/licenses/:license/entitlements", Operation.ENTITLEMENTS, licenses::entitlements);
            routes.post("/licenses/:license/actions/check-in", Operation.CHECK_IN, licenses::checkIn);
            routes.post("/licenses/:license/actions/check-out", Operation.CHECK_OUT, checkOuts::license);
            routes.post("/machines", Operation.CREATE, machines::create);
            routes.get("/machines", Operation.READ, machines::list);
            routes.get("/machines/:machine", Operation.READ, machines::read);
            routes.delete("/machines/:machine", Operation.DELETE, machines::delete);
            routes.post("/machines/:machine/actions/check-out", Operation.CHECK_OUT, checkOuts::machine);
        }
        router.route(base + "/v1/*").handler(KeygenApi::noSuchRoute);
    }

    private record Routes(Router router, String prefix, CallHandler calls) {

        void get(String path, Operation operation, Endpoint endpoint) {
            add(HttpMethod.GET, path, operation, endpoint);
        }

        void post(String path, Operation operation, Endpoint endpoint) {
            add(HttpMethod.POST, path, operation, endpoint);
        }

        void delete(String path, Operation operation, Endpoint endpoint) {
            add(HttpMethod.DELETE, path, operation, endpoint);
        }

        private void add(HttpMethod method, String path, Operation operation, Endpoint endpoint) {
            router.route(method, prefix + path).handler(context -> calls.handle(context, operation, endpoint));
        }
    }

    private static void noSuchRoute(RoutingContext context) {
        Answer answer = ApiError.unsigned(404, "The requested endpoint was not found", "NOT_FOUND")
                .answer();
        context.response().setStatusCode(answer.status());
        context.json(answer.body());
    }
}
