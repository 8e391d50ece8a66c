package dev.hemstitch.examples.http;

import java.io.IOException;

/** The server answers with a status that is not 200. */
public final class HttpStatusException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The status. */
    private final int statusCode;

    HttpStatusException(int statusCode) {
        super("the server answers with status " + statusCode);
        this.statusCode = statusCode;
    }

    /** {@return the status, 100 to 599 as a rule} */
    public int statusCode() {
        return statusCode;
    }
}
