package dev.hemstitch.ads.vast;

/**
 * What to hand to an interactive unit.
 *
 * @param xmlEncoded whether the text is encoded once more; false if it is not said
 * @param value the text; elements in it are rendered again
 */
public record AdParameters(boolean xmlEncoded, String value) {}
