package dev.hemstitch.core.internal.bytes;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Looks for bytes that no playlist may hold (RFC 8216bis, 4.1).
 *
 * <p>What is ugly: nothing but that it indexes bytes. It runs only for those who ask for diagnostics.
 */
public final class Characters {
    private Characters() {}

    /** The offset of the first control character (U+0000 to U+001F, U+007F to U+009F) but tabs, or -1. */
    public static int firstControl(ByteSpan span, int from, int to) {
        byte[] bytes = span.array();
        for (int i = from; i < to; i++) {
            int b = bytes[i];
            boolean ascii = (b >= 0 && b < 0x20 && b != '\t') || b == 0x7F;
            boolean c1 = b == (byte) 0xC2 && i + 1 < to && bytes[i + 1] < (byte) 0xA0;
            if (ascii || c1) {
                return i;
            }
        }
        return -1;
    }

    /** The offset of the first bytes that are not UTF-8, or -1. */
    public static int firstMalformed(ByteSpan span, int from, int to) {
        byte[] bytes = span.array();
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                ByteBuffer in = ByteBuffer.wrap(bytes, i, to - i);
                boolean error = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(in, CharBuffer.allocate(to - i), true)
                        .isError();
                return error ? in.position() : -1;
            }
        }
        return -1;
    }
}
