package dev.hemstitch.ads.internal.xml;

import java.util.ArrayList;
import java.util.List;

/**
 * A document that was read.
 *
 * @param root its outermost element
 * @param replacedCharacters whether bytes were not of the encoding, and became U+FFFD
 * @param repairedAmpersands how many ampersands stood for themselves, which XML does not allow
 */
public record XmlDocument(XmlElement root, boolean replacedCharacters, int repairedAmpersands) {
    /** {@return what was made good while reading, in words} */
    public List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        if (replacedCharacters) {
            doubts.add("bytes that are not of the encoding were replaced");
        }
        if (repairedAmpersands > 0) {
            doubts.add("ampersands are not escaped: " + repairedAmpersands);
        }
        return doubts;
    }
}
