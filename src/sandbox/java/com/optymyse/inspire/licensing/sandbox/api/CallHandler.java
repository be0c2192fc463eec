package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.state.Fault;
import com.optymyse.inspire.licensing.sandbox.state.Faults;
import com.optymyse.inspire.licensing.sandbox.state.LicenseBook;
import com.optymyse.inspire.licensing.sandbox.state.Memory;
import com.optymyse.inspire.licensing.sandbox.state.Operation;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Function;

/**
 * Carries out a call from request to reply: reads it, lets a fault intervene, does it, signs the answer and notes it.
 * All is quick work in memory, so it runs on the event loop.
 */
final class CallHandler {

    private final Memory memory;
    private final Faults faults;
    private final LicenseBook book;
    private final Replies replies;
    private final CallNotes notes;

    CallHandler(Memory memory, Faults faults, LicenseBook book, Replies replies, CallNotes notes) {
        this.memory = memory;
        this.faults = faults;
        this.book = book;
        this.replies = replies;
        this.notes = notes;
    }

    /** @param endpoint what this kind of call does and answers; an {@link ApiError} where it refuses */
    void handle(RoutingContext context, Operation operation, Function<ApiRequest, Answer> endpoint) {
        context.request()
                .body()
                .map(body -> ApiRequest.of(context, body))
                .map(request -> memory.exclusively(() -> reply(request, operation, endpoint)))
                .onSuccess(reply -> send(context, reply))
                .onFailure(context::fail);
        context.request().resume();
    }

    private Reply reply(ApiRequest request, Operation operation, Function<ApiRequest, Answer> endpoint) {
        Fault fault = faults.next(operation).orElse(null);
        if (fault != null && !fault.mode().isWorking()) {
            Reply reply = replies.instead(request, fault);
            notes.add(request, operation, reply, null, fault.mode());
            return reply;
        }
        Done done = carryOut(fault == null ? request : request.meeting(fault), endpoint);
        Reply.Sent signed = replies.signed(request, done.terms(), done.answer());
        Reply.Sent reply = fault == null ? signed : Replies.spoiled(signed, fault);
        notes.add(request, operation, reply, done.answer(), fault == null ? null : fault.mode());
        return reply;
    }

    private record Done(Terms terms, Answer answer) {}

    private Done carryOut(ApiRequest request, Function<ApiRequest, Answer> endpoint) {
        Terms terms = Terms.DEFAULT;
        try {
            terms = Terms.of(request);
            book.cull();
            return new Done(terms, endpoint.apply(request));
        } catch (ApiError refused) {
            return new Done(terms, refused.answer());
        }
    }

    private static void send(RoutingContext context, Reply reply) {
        switch (reply) {
            case Reply.Sent sent -> after(sent.delay(), context, () -> send(context, sent));
            case Reply.Silence silence ->
                after(
                        silence.delay(),
                        context,
                        () -> context.request().connection().close());
        }
    }

    private static void send(RoutingContext context, Reply.Sent reply) {
        HttpServerResponse response = context.response();
        if (response.closed()) {
            return;
        }
        response.setStatusCode(reply.status());
        reply.headers().forEach(response::putHeader);
        if (reply.pause().isZero()) {
            response.end(reply.body());
        } else {
            response.putHeader(
                    HttpHeaders.CONTENT_LENGTH, String.valueOf(reply.body().length()));
            drip(context, reply, 0);
        }
    }

    private static void drip(RoutingContext context, Reply.Sent reply, int sent) {
        HttpServerResponse response = context.response();
        if (response.closed()) {
            return;
        }
        if (sent == reply.body().length()) {
            response.end();
            return;
        }
        response.write(reply.body().getBuffer(sent, sent + 1));
        after(reply.pause(), context, () -> drip(context, reply, sent + 1));
    }

    private static void after(Duration delay, RoutingContext context, Runnable work) {
        if (delay.isZero()) {
            work.run();
        } else {
            context.vertx().setTimer(delay.toMillis(), timer -> work.run());
        }
    }
}
