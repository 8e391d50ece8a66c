package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSpan;

/** Which line end new lines get: that of the first line of the text they join. */
final class LineEnds {
    private LineEnds() {}

    static String of(ByteSpan text) {
        int newline = text.indexOf((byte) '\n', text.start(), text.end());
        return newline > text.start() && text.at(newline - 1) == '\r' ? "\r\n" : "\n";
    }
}
