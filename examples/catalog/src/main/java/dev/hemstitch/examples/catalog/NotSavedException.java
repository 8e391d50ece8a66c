package dev.hemstitch.examples.catalog;

import java.io.IOException;

/** An edit that could not be written to the file of the titles, and so was not made. */
final class NotSavedException extends IOException {
    private static final long serialVersionUID = 1L;

    NotSavedException(IOException cause) {
        super("the titles cannot be written: " + cause, cause);
    }
}
