package dev.hemstitch.core.parser;

/** How tolerant reading is. */
public enum ParseMode {
    /** Problems become diagnostics; only text that is no playlist, or is beyond the limits, is refused. */
    LENIENT,
    /** The first problem of severity ERROR is refused too. */
    STRICT
}
