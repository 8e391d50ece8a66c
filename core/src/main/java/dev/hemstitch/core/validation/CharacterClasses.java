package dev.hemstitch.core.validation;

import java.util.function.IntPredicate;

/** The sets of characters that values are made of, and whether a text keeps to one. All but controls are ASCII. */
final class CharacterClasses {
    private CharacterClasses() {}

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isCapital(int c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLetter(int c) {
        return isCapital(c) || (c >= 'a' && c <= 'z');
    }

    static boolean isLetterOrDigit(int c) {
        return isLetter(c) || isDigit(c);
    }

    /** As the specification writes hexadecimal digits: without small letters. */
    static boolean isCapitalHexDigit(int c) {
        return isDigit(c) || (c >= 'A' && c <= 'F');
    }

    static boolean isHexDigit(int c) {
        return isCapitalHexDigit(c) || (c >= 'a' && c <= 'f');
    }

    /** Of the name of an attribute. */
    static boolean isNameCharacter(int c) {
        return isCapital(c) || isDigit(c) || c == '-';
    }

    /** Of the name of a variable. */
    static boolean isVariableCharacter(int c) {
        return isLetterOrDigit(c) || c == '-' || c == '_';
    }

    /** The white space that can stand within a line. */
    static boolean isSpace(int c) {
        return c == ' ' || c == '\t';
    }

    /** U+0000 to U+001F and U+007F to U+009F. */
    static boolean isControl(int c) {
        return c < ' ' || (c >= 0x7F && c <= 0x9F);
    }

    /** Whether a text has nothing but such characters, and at least one. */
    static boolean isAll(String text, IntPredicate characters) {
        return !text.isEmpty() && text.chars().allMatch(characters);
    }

    /** Where the first such character stands, or -1. */
    static int first(String text, IntPredicate characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.test(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The text in capitals, whatever the locale. */
    static String toCapitals(String text) {
        StringBuilder capitals = new StringBuilder(text.length());
        text.chars().forEach(c -> capitals.append((char) (c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c)));
        return capitals.toString();
    }
}
