package dev.hemstitch.benchmarks.contender;

/** What a rival that writes initialization vectors needs; a formatter would cost it ten times as much. */
final class Hex {
    private static final String ZEROS = "0".repeat(32);

    private Hex() {}

    /** The vector that a media sequence number stands for. */
    static String vector(long mediaSequence) {
        String digits = Long.toHexString(mediaSequence);
        return "0x" + ZEROS.substring(digits.length()) + digits;
    }
}
