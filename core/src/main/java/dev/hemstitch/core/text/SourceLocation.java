package dev.hemstitch.core.text;

/**
 * A place in a playlist's text.
 *
 * @param line the line, from 1
 * @param column the column in bytes, from 1
 * @param byteOffset the offset from the start of the text in bytes, from 0
 */
public record SourceLocation(int line, int column, int byteOffset) {
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
