package dev.hemstitch.core.text;

/**
 * The value of an attribute and the form it has in the text (RFC 8216bis, 4.2). Immutable.
 */
public final class AttributeValue {
    private final String text;
    private final boolean quoted;

    private AttributeValue(String text, boolean quoted) {
        this.text = text;
        this.quoted = quoted;
    }

    /** A value found in a playlist: whatever it holds, it stood within one line. */
    static AttributeValue asRead(String text, boolean quoted) {
        return new AttributeValue(text, quoted);
    }

    /**
     * A value in double quotes.
     *
     * @param text the value without quotes
     * @return the value
     * @throws IllegalArgumentException if the text holds a double quote, CR, LF or NUL
     */
    public static AttributeValue quoted(String text) {
        Injection.requireNoControls(text);
        if (text.indexOf('"') >= 0) {
            throw new IllegalArgumentException("a quoted attribute value cannot hold a double quote");
        }
        return new AttributeValue(text, true);
    }

    /**
     * A value without quotes.
     *
     * @param text the value
     * @return the value
     * @throws IllegalArgumentException if the text is empty or holds a double quote, a comma, white space or NUL
     */
    public static AttributeValue unquoted(String text) {
        Injection.requireNoControls(text);
        if (!canStandUnquoted(text)) {
            throw new IllegalArgumentException(
                    "an unquoted attribute value cannot be empty or hold a quote, a comma or white space");
        }
        return new AttributeValue(text, false);
    }

    private static boolean canStandUnquoted(String text) {
        return !text.isEmpty() && text.chars().noneMatch(c -> c == '"' || c == ',' || c <= ' ');
    }

    /**
     * Another text in this value's form.
     *
     * @param newText the text without quotes
     * @return the value
     * @throws IllegalArgumentException if the text cannot stand in this form
     */
    public AttributeValue withText(String newText) {
        return quoted ? quoted(newText) : unquoted(newText);
    }

    /** This value with or without quotes, as far as its text can stand so. */
    AttributeValue inForm(boolean wantQuotes) {
        boolean possible = wantQuotes ? text.indexOf('"') < 0 : canStandUnquoted(text);
        return wantQuotes == quoted || !possible ? this : new AttributeValue(text, wantQuotes);
    }

    /** {@return the value without quotes} */
    public String text() {
        return text;
    }

    /** {@return whether the value stands in double quotes} */
    public boolean isQuoted() {
        return quoted;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof AttributeValue other && quoted == other.quoted && text.equals(other.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** {@return the value as it is written} */
    @Override
    public String toString() {
        return quoted ? '"' + text + '"' : text;
    }
}
