package dev.hemstitch.examples.lightweight;

import dev.hemstitch.examples.kit.VideoService;
import dev.hemstitch.examples.kit.http.ServiceAnswer;
import dev.hemstitch.examples.kit.http.ServiceRequest;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingNestedCallback;

/**
 * From Jetty to the video service and back. Answers are written without blocking: a client that reads slowly holds no thread, and
 * stitched playlists are written as they are, piece by piece, without being copied together.
 */
final class VideoHandler extends Handler.Abstract {
    private final VideoService service;

    VideoHandler(VideoService service) {
        this.service = service;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<String> userAgent = Optional.ofNullable(request.getHeaders().get(HttpHeader.USER_AGENT));
        ServiceAnswer answer = service.answer(new ServiceRequest(
                request.getMethod(),
                request.getHttpURI().getPath(),
                Optional.ofNullable(request.getHttpURI().getQuery()),
                new Device(Request.getRemoteAddr(request), userAgent),
                Content.Source.asInputStream(request)));
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(new HttpField(name, value)));
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length());
        boolean hasBody = !request.getMethod().equals("HEAD");
        new Writing(response, hasBody ? answer.body() : List.of(), callback).iterate();
        return true;
    }

    /** One buffer after the other. */
    private static final class Writing extends IteratingNestedCallback {
        private final Response response;
        private final Iterator<ByteBuffer> buffers;
        private boolean isLast;

        Writing(Response response, List<ByteBuffer> buffers, Callback callback) {
            super(callback);
            this.response = response;
            this.buffers = buffers.iterator();
        }

        @Override
        protected Action process() {
            if (isLast) {
                return Action.SUCCEEDED;
            }
            ByteBuffer buffer = buffers.hasNext() ? buffers.next() : ByteBuffer.allocate(0);
            isLast = !buffers.hasNext();
            response.write(isLast, buffer, this);
            return Action.SCHEDULED;
        }
    }
}
