package dev.hemstitch.examples.demo.http;

import java.util.Optional;

/** One range of a Range header, as players ask for it: {@code bytes=from-to} or {@code bytes=from-}. */
record ByteRangeHeader(int from, int length) {
    private static final String UNIT = "bytes=";

    /** Empty if it is of another form or does not lie in the body: then all of it is sent. */
    static Optional<ByteRangeHeader> read(String header, int bodyLength) {
        int dash = header.indexOf('-');
        if (!header.startsWith(UNIT) || dash < UNIT.length()) {
            return Optional.empty();
        }
        try {
            int from = Integer.parseInt(header.substring(UNIT.length(), dash));
            String last = header.substring(dash + 1);
            int to = last.isEmpty() ? bodyLength - 1 : Math.min(Integer.parseInt(last), bodyLength - 1);
            return 0 <= from && from <= to ? Optional.of(new ByteRangeHeader(from, to - from + 1)) : Optional.empty();
        } catch (NumberFormatException severalRangesOrASuffix) {
            return Optional.empty();
        }
    }

    String contentRange(int bodyLength) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + bodyLength;
    }
}
