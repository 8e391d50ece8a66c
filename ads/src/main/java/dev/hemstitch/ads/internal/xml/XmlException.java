package dev.hemstitch.ads.internal.xml;

/** A text is no XML that is read here; the message says why, without a place. */
public final class XmlException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    XmlException(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** {@return the line, from 1} */
    public int line() {
        return line;
    }

    /** {@return the column in characters, from 1} */
    public int column() {
        return column;
    }
}
