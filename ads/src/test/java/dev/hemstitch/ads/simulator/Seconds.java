package dev.hemstitch.ads.simulator;

import java.math.BigDecimal;

/** Nanoseconds and the seconds that playlists write. */
final class Seconds {
    static final long NANOS = 1_000_000_000L;

    private Seconds() {}

    static long ofMillis(long millis) {
        return millis * 1_000_000L;
    }

    /** {@return the seconds with so many decimals; what is beyond is cut off} */
    static String text(long nanos, int decimals) {
        String fraction = Long.toString(NANOS + Math.floorMod(nanos, NANOS)).substring(1, 1 + decimals);
        return Math.floorDiv(nanos, NANOS) + (decimals == 0 ? "" : "." + fraction);
    }

    /** {@return the nanoseconds of a decimal number of seconds; -1 if it is none} */
    static long parse(String text) {
        long whole = 0;
        int at = 0;
        int length = text.length();
        while (at < length && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            whole = whole * 10 + (text.charAt(at++) - '0');
        }
        if (at == 0 || at > 10) {
            return slow(text);
        }
        long fraction = 0;
        long unit = NANOS;
        if (at < length && text.charAt(at) == '.') {
            at++;
            while (at < length && text.charAt(at) >= '0' && text.charAt(at) <= '9' && unit > 1) {
                fraction = fraction * 10 + (text.charAt(at++) - '0');
                unit /= 10;
            }
        }
        return at == length ? whole * NANOS + fraction * unit : slow(text);
    }

    private static long slow(String text) {
        try {
            return new BigDecimal(text).movePointRight(9).longValue();
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
