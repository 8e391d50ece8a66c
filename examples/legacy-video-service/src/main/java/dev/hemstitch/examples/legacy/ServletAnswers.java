package dev.hemstitch.examples.legacy;

import dev.hemstitch.examples.kit.VideoService;
import dev.hemstitch.examples.kit.http.ServiceAnswer;
import dev.hemstitch.examples.kit.http.ServiceRequest;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** From servlets to the video service and back. */
final class ServletAnswers {
    private final VideoService service;

    ServletAnswers(VideoService service) {
        this.service = service;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Device device = new Device(request.getRemoteAddr(), Optional.ofNullable(request.getHeader("User-Agent")));
        ServiceAnswer answer = service.room()
                .enter(service.answer(new ServiceRequest(
                        request.getMethod(),
                        request.getRequestURI(),
                        Optional.ofNullable(request.getQueryString()),
                        device,
                        request.getInputStream())));
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setContentLengthLong(answer.body().length());
        AsyncContext sending = request.startAsync();
        sending.setTimeout(0); // the server throws out who does not read
        // Of a HEAD request, the container sends the headers only.
        response.getOutputStream()
                .setWriteListener(new WrittenAnswer(answer.body().toBytes(), response.getOutputStream(), () -> {
                    service.room().leave(answer);
                    sending.complete();
                }));
    }
}
