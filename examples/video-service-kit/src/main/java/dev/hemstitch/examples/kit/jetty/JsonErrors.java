package dev.hemstitch.examples.kit.jetty;

import dev.hemstitch.examples.kit.http.ServiceAnswer;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jetty's own refusals, such as of a URL that is too long, in the same form as ours: a line of JSON, nothing of the request. */
public final class JsonErrors extends org.eclipse.jetty.server.handler.ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(JsonErrors.class);
    private static final String JSON = "application/json";

    /** Refusals. */
    public JsonErrors() {}

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (response.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR_500
                && request.getAttribute(ERROR_EXCEPTION) instanceof Throwable cause
                && !(cause instanceof QuietException)) { // quiet: the client hung up
            LOG.atError().setCause(cause).log("the server failed");
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, body(response.getStatus()), callback);
        return true;
    }

    private static ByteBuffer body(int status) {
        return ByteBuffer.wrap(ServiceAnswer.errorJson(HttpStatus.getMessage(status)));
    }
}
