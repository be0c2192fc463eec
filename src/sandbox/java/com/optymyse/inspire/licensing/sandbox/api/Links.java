package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.state.Vendor;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What the relationships of a resource consist of. */
final class Links {

    /** The path of the account, below which every resource has its own. */
    static final String ACCOUNT = "/v1/accounts/" + Vendor.ACCOUNT;

    private Links() {}

    /** The relationship to the account, which every resource has. */
    static JsonObject account() {
        return linked(ACCOUNT, "accounts", Vendor.ACCOUNT);
    }

    /** A relationship whose other end is named, or said to be nothing. */
    static JsonObject linked(String path, String type, @Nullable String id) {
        JsonObject linkage =
                id == null ? null : new JsonObject().put("type", type).put("id", id);
        return related(path).put("data", linkage);
    }

    /** A relationship whose other end has to be asked for. */
    static JsonObject related(String path) {
        return new JsonObject().put("links", new JsonObject().put("related", path));
    }
}
