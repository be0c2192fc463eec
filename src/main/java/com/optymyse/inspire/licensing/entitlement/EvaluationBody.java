package com.optymyse.inspire.licensing.entitlement;

import com.optymyse.inspire.licensing.license.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of an evaluation on the event loop, and answers. A parameter of the resource would be read by Quarkus REST,
 * which looks up all annotations of the method for each body, and a Uni would carry contexts along that nobody needs: each
 * takes longer than the answer does.
 */
final class EvaluationBody {

    /** The longest that is read, in bytes: far more than anybody has to say about who asks. */
    static final int LONGEST = 64 * 1024;

    private final Supplier<Response> answer;
    private final CompletableFuture<Response> answered = new CompletableFuture<>();
    private @Nullable Buffer body;

    private EvaluationBody(Supplier<Response> answer) {
        this.answer = answer;
    }

    /**
     * The answer, once the body was read and found good.
     *
     * @return fails with a {@link Refusal} when it is too long, cut off, or not what the protocol says
     */
    static CompletionStage<Response> thenAnswer(
            HttpServerRequest request, HttpServerResponse response, Supplier<Response> answer) {
        EvaluationBody reader = new EvaluationBody(answer);
        if (request.isEnded()) {
            reader.end();
            return reader.answered;
        }
        if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
            response.writeContinue();
        }
        request.handler(reader::take).endHandler(end -> reader.end()).exceptionHandler(cut -> reader.cut(response));
        request.resume();
        return reader.answered;
    }

    private void take(Buffer bytes) {
        if (answered.isDone()) {
            return;
        }
        body = body == null ? bytes : body.appendBuffer(bytes);
        if (body.length() > LONGEST) {
            body = null;
            answered.completeExceptionally(Refusal.invalid("context", "The evaluation context is larger than 64 kB."));
        }
    }

    private void end() {
        if (answered.isDone()) {
            return;
        }
        try {
            EvaluationContext.check(body == null ? new byte[0] : body.getBytes());
            answered.complete(answer.get());
        } catch (RuntimeException refused) {
            answered.completeExceptionally(refused);
        }
    }

    /** Refuses a body that breaks off. A body that came too slowly is already answered. */
    private void cut(HttpServerResponse response) {
        if (response.ended()) {
            return;
        }
        answered.completeExceptionally(Refusal.invalid("body", "The body could not be read to its end."));
    }
}
