package com.optymyse.inspire.licensing.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.optymyse.inspire.licensing.license.Refusal;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.CharConversionException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that a resource that takes a body gets one: a body that is missing, too large or can't be read is refused
 * here, with a sentence that names the field.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
class RequestBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) {
        context.setInputStream(new LimitedInputStream(context.getInputStream(), BodySizeLimit.MOST_BYTES));
        Object body = read(context);
        if (body == null) {
            throw Refusal.invalid("body", "The request needs a body, in JSON.");
        }
        return body;
    }

    private static @Nullable Object read(ReaderInterceptorContext context) {
        try {
            return context.proceed();
        } catch (JsonProcessingException mistake) {
            throw JsonMistake.refusal(mistake);
        } catch (WebApplicationException wrapped) {
            if (wrapped.getCause() instanceof JsonProcessingException mistake) {
                throw JsonMistake.refusal(mistake);
            }
            throw wrapped;
        } catch (CharConversionException notText) {
            throw Refusal.invalid("body", "The body is not valid JSON: its bytes are not text in UTF-8.");
        } catch (IOException cut) {
            throw Refusal.invalid("body", "The body could not be read to its end.");
        }
    }
}
