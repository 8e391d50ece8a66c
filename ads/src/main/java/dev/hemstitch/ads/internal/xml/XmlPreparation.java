package dev.hemstitch.ads.internal.xml;

import java.util.Set;

/**
 * Makes a text ready for a strict reader: the declaration is blanked, since the characters are decoded already and since
 * text may stand before it; ampersands that start no reference of XML's own are escaped; a document type is refused. So
 * the strict reader never sees an entity.
 */
final class XmlPreparation {
    private static final Set<String> NAMES = Set.of("amp", "lt", "gt", "quot", "apos");

    /** The longest reference that is XML's own: a character by its number, with zeros to spare. */
    private static final int MOST_REFERENCE = 16;

    private final String text;
    private final StringBuilder prepared = new StringBuilder();
    private int copied;
    private int repaired;

    private XmlPreparation(String text) {
        this.text = text;
    }

    /**
     * A text that is ready.
     *
     * @param text the text; lines are where they were
     * @param repaired how many ampersands were escaped
     */
    record Prepared(String text, int repaired) {}

    static Prepared prepare(String text) throws XmlException {
        return new XmlPreparation(text).run();
    }

    private Prepared run() throws XmlException {
        int at = blankDeclaration();
        while (at >= 0 && at < text.length()) {
            char c = text.charAt(at);
            if (c == '&') {
                repair(at++);
            } else if (c == '<') {
                at = behindMarkup(at);
            } else {
                at++;
            }
        }
        if (copied == 0) {
            return new Prepared(text, 0);
        }
        prepared.append(text, copied, text.length());
        return new Prepared(prepared.toString(), repaired);
    }

    private int blankDeclaration() {
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        if (!text.startsWith("<?xml", start) || start + 5 >= text.length() || !isBlank(text.charAt(start + 5))) {
            return start;
        }
        int end = text.indexOf("?>", start);
        if (end < 0) {
            return start;
        }
        for (int i = 0; i < end + 2; i++) {
            prepared.append(text.charAt(i) == '\n' ? '\n' : ' ');
        }
        copied = end + 2;
        return copied;
    }

    private void repair(int at) {
        int end = text.indexOf(';', at);
        if (end < 0 || end - at > MOST_REFERENCE || !isReference(text.substring(at + 1, end))) {
            prepared.append(text, copied, at).append("&amp;");
            copied = at + 1;
            repaired++;
        }
    }

    private static boolean isReference(String name) {
        if (!name.startsWith("#")) {
            return NAMES.contains(name);
        }
        boolean hex = name.startsWith("#x");
        String digits = name.substring(hex ? 2 : 1);
        return !digits.isEmpty() && digits.chars().allMatch(c -> Character.digit(c, hex ? 16 : 10) >= 0 && c < 128);
    }

    /** Where reading goes on behind a {@code <}; negative if that is never closed, which the strict reader will tell. */
    private int behindMarkup(int at) throws XmlException {
        if (text.startsWith("<!--", at)) {
            return behind("-->", at + 4);
        }
        if (text.startsWith("<![CDATA[", at)) {
            return behind("]]>", at + 9);
        }
        if (text.startsWith("<?", at)) {
            return behind("?>", at + 2);
        }
        if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9) || text.regionMatches(true, at, "<!ENTITY", 0, 8)) {
            int line = 1
                    + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
            throw new XmlException("a document type is not accepted", line, at - text.lastIndexOf('\n', at));
        }
        return at + 1;
    }

    private int behind(String end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? -1 : at + end.length();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\uFEFF';
    }
}
