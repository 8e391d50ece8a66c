package dev.hemstitch.examples.legacy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers requests for playlists with stitched ones. All other requests go on to the servlets behind. */
final class StitchingFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient ServletAnswers answers;

    StitchingFilter(ServletAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRequestURI().endsWith(".m3u8")) {
            answers.answer(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
