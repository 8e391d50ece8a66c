package dev.hemstitch.examples.legacy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What belongs to stitching beside playlists: tracking, reports of what was played, health, metrics. */
final class ServiceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient ServletAnswers answers;

    ServiceServlet(ServletAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.answer(request, response);
    }
}
