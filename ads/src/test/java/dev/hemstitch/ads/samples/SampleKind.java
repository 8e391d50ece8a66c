package dev.hemstitch.ads.samples;

import java.util.Locale;

/** The kinds of sample presentation, each with a content and two ads. */
enum SampleKind {
    TS,
    FMP4,
    AES128,
    BYTERANGE;

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether picture and sound are in the same segments. */
    boolean isMuxed() {
        return this != FMP4;
    }
}
