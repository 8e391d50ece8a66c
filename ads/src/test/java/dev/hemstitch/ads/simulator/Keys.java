package dev.hemstitch.ads.simulator;

/** One written form for the keys in force, so that two sets can be compared. */
final class Keys {
    private Keys() {}

    /** {@return a line for one key; several are joined in the order of their KEYFORMAT} */
    static String line(String method, String uri, String iv, String keyFormat, String versions) {
        return keyFormat + " " + method + " " + uri + " " + iv + " " + versions + "\n";
    }
}
