package dev.hemstitch.examples.kit.jetty;

import dev.hemstitch.examples.kit.http.ServiceAnswer;
import java.nio.ByteBuffer;
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

    /** Refusals. */
    public JsonErrors() {}

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (response.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR_500
                && request.getAttribute(ERROR_EXCEPTION) instanceof Throwable cause
                && !(cause instanceof QuietException)) { // quiet: the client hung up
            LOG.atError().setCause(cause).log("the server failed");
        }
        int status = response.getStatus();
        ServiceAnswer answer = ServiceAnswer.error(status, HttpStatus.getMessage(status));
        answer.headers().forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(answer.body().toBytes()), callback);
        return true;
    }
}
