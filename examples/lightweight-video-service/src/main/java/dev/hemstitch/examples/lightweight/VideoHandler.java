package dev.hemstitch.examples.lightweight;

import dev.hemstitch.examples.kit.VideoService;
import dev.hemstitch.examples.kit.http.ServiceAnswer;
import dev.hemstitch.examples.kit.http.ServiceRequest;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** From Jetty to the video service and back. Answers are written without blocking: a client that reads slowly holds no thread. */
final class VideoHandler extends Handler.Abstract {
    private final VideoService service;

    VideoHandler(VideoService service) {
        this.service = service;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<String> userAgent = Optional.ofNullable(request.getHeaders().get(HttpHeader.USER_AGENT));
        ServiceAnswer answer = service.room()
                .enter(service.answer(new ServiceRequest(
                        request.getMethod(),
                        request.getHttpURI().getPath(),
                        Optional.ofNullable(request.getHttpURI().getQuery()),
                        new Device(Request.getRemoteAddr(request), userAgent),
                        Content.Source.asInputStream(request))));
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::add);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length());
        // Straight to where the system sends from: no other copy is made. Of a HEAD request, Jetty sends the headers
        // only.
        RetainableByteBuffer buffer = request.getComponents()
                .getByteBufferPool()
                .acquire(answer.body().length(), true);
        ByteBuffer bytes = buffer.getByteBuffer();
        int start = BufferUtil.flipToFill(bytes);
        answer.body().putTo(bytes);
        BufferUtil.flipToFlush(bytes, start);
        response.write(true, bytes, Callback.from(callback, () -> {
            buffer.release();
            service.room().leave(answer);
        }));
        return true;
    }
}
