package dev.hemstitch.examples.demo.http;

import java.io.IOException;

/** Answers requests. Called from many threads at once. */
@FunctionalInterface
public interface Route {
    /**
     * Answers one request.
     *
     * @param request the request
     * @return the answer; {@link Answer#NONE} closes the connection
     * @throws IOException if it cannot: the asker gets a 500
     * @throws InterruptedException if the demo stops meanwhile
     */
    Answer answer(Request request) throws IOException, InterruptedException;
}
