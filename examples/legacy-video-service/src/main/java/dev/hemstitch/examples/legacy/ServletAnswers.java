package dev.hemstitch.examples.legacy;

import dev.hemstitch.examples.kit.VideoService;
import dev.hemstitch.examples.kit.http.ServiceAnswer;
import dev.hemstitch.examples.kit.http.ServiceRequest;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** From servlets to the video service and back. */
final class ServletAnswers {
    private ServletAnswers() {}

    static void answer(VideoService service, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Device device = new Device(request.getRemoteAddr(), Optional.ofNullable(request.getHeader("User-Agent")));
        ServiceAnswer answer = service.answer(new ServiceRequest(
                request.getMethod(),
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()),
                device,
                request.getInputStream()));
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setContentLengthLong(answer.body().length());
        // Of a HEAD request, the container sends the headers only.
        response.getOutputStream().write(answer.body().toBytes());
    }
}
