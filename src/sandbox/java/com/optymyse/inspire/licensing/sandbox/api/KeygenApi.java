package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.signing.ResponseSignature;
import com.optymyse.inspire.licensing.sandbox.signing.Signer;
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
import java.util.function.Function;

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
        CallNotes notes = new CallNotes(memory, book, clock);
        this.calls = new CallHandler(memory, new Faults(memory), book, replies, notes);
        this.licenses = new LicenseCalls(book, clock, authentication, resources);
        this.machines = new MachineCalls(book, clock, authentication, resources);
        this.checkOuts = new CheckOutCalls(book, clock, signer, authentication, new FileDocuments(resources));
    }

    /** Adds the API's routes below a base path. */
    public void mount(Router router, String base) {
        for (String prefix : List.of(base + "/v1", base + "/v1/accounts/:account")) {
            Routes routes = new Routes(router, prefix, calls);
            routes.add(HttpMethod.POST, "/licenses/actions/validate-key", Operation.VALIDATE, licenses::validateKey);
            routes.add(HttpMethod.GET, "/me", Operation.ME, licenses::me);
            routes.add(HttpMethod.GET, "/licenses/:license", Operation.READ, licenses::read);
            routes.add(
                    HttpMethod.GET, "/licenses/:license/entitlements", Operation.ENTITLEMENTS, licenses::entitlements);
            routes.add(HttpMethod.POST, "/licenses/:license/actions/check-in", Operation.CHECK_IN, licenses::checkIn);
            routes.add(
                    HttpMethod.POST, "/licenses/:license/actions/check-out", Operation.CHECK_OUT, checkOuts::license);
            routes.add(HttpMethod.POST, "/machines", Operation.CREATE, machines::create);
            routes.add(HttpMethod.GET, "/machines", Operation.READ, machines::list);
            routes.add(HttpMethod.GET, "/machines/:machine", Operation.READ, machines::read);
            routes.add(HttpMethod.DELETE, "/machines/:machine", Operation.DELETE, machines::delete);
            routes.add(
                    HttpMethod.POST, "/machines/:machine/actions/check-out", Operation.CHECK_OUT, checkOuts::machine);
        }
        router.route(base + "/v1/*").handler(KeygenApi::noSuchRoute);
    }

    private record Routes(Router router, String prefix, CallHandler calls) {

        void add(HttpMethod method, String path, Operation operation, Function<ApiRequest, Answer> endpoint) {
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
