package dev.hemstitch.examples.cli;

import java.io.IOException;

/** A FILE cannot be read, or is no playlist; the message names it and says why. */
final class InputException extends IOException {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
