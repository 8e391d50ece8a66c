package dev.hemstitch.ads.scte35;

/** Checks that what an embedder gives fits into its field. */
final class Ranges {
    private Ranges() {}

    static void bits(int count, String name, long value) {
        if (value < 0 || value >>> count != 0) {
            throw new IllegalArgumentException(name + " has " + count + " bits: 0 to " + ((1L << count) - 1));
        }
    }

    static void atMost(int most, String name, int count) {
        if (count > most) {
            throw new IllegalArgumentException(name + ": at most " + most + ", not " + count);
        }
    }
}
