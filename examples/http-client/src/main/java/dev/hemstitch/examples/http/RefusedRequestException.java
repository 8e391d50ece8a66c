package dev.hemstitch.examples.http;

import java.io.IOException;

/** A URI is not to be asked for: its scheme, port, host or address, or that a redirect leads to it, is against the rules. */
public final class RefusedRequestException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedRequestException(String message) {
        super(message);
    }
}
