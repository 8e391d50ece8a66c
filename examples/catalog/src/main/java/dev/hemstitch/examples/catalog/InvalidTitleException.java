package dev.hemstitch.examples.catalog;

import java.io.IOException;

/** A title that is not of the form of titles. */
final class InvalidTitleException extends IOException {
    private static final long serialVersionUID = 1L;

    InvalidTitleException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
