package com.optymyse.inspire.licensing.training;

/**
 * A request and the answer that it has to get.
 *
 * @param method of the request
 * @param path of the request
 * @param port of the service
 * @param caller whose token the request has
 * @param body of the request; empty for a request without a body
 * @param status of the right answer
 * @param words a part of the right answer's body
 */
record Step(String method, String path, Port port, Caller caller, String body, int status, String words) {

    /** The two ports of the service. */
    enum Port {
        API,
        MANAGEMENT
    }

    /** Who sends the request. */
    enum Caller {
        NOBODY,
        ADMIN,
        ANOTHER_ADMIN,
        SERVICE
    }

    static Step get(String path, Caller caller, int status, String words) {
        return new Step("GET", path, Port.API, caller, "", status, words);
    }

    static Step post(String path, Caller caller, String body, int status, String words) {
        return new Step("POST", path, Port.API, caller, body, status, words);
    }

    static Step manage(String path, int status, String words) {
        return new Step("GET", path, Port.MANAGEMENT, Caller.NOBODY, "", status, words);
    }

    /** What messages call this step. */
    String name() {
        return method + " " + path + (status == 304 ? " once more" : "");
    }
}
