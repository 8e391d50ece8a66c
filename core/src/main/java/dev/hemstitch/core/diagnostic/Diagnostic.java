package dev.hemstitch.core.diagnostic;

import dev.hemstitch.core.text.SourceLocation;
import java.util.Locale;

/**
 * One problem of a playlist, with its place.
 *
 * @param code the stable code
 * @param severity how bad it is; a validation profile may take another than the code's own
 * @param location where it stands
 * @param message what is wrong, in one line; echoes at most 80 characters of the playlist, without queries of URIs
 */
public record Diagnostic(DiagnosticCode code, Severity severity, SourceLocation location, String message) {
    private static final int MOST_ECHOED = 80;

    /**
     * A problem that is as bad as its code says.
     *
     * @param code the stable code
     * @param location where it stands
     * @param message what is wrong
     */
    public Diagnostic(DiagnosticCode code, SourceLocation location, String message) {
        this(code, code.severity(), location, message);
    }

    /** {@return the section of the specification} */
    public SpecReference section() {
        return code.section();
    }

    /**
     * Prepares a piece of a playlist for a message: shortened to 80 characters, control characters replaced, and all
     * behind a question mark left out, since queries carry tokens.
     *
     * @param text what the message is about
     * @return the text in double quotes
     */
    public static String echo(String text) {
        StringBuilder echoed = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '?' && i + 1 < text.length()) {
                return echoed.append("?…\"").toString();
            }
            if (i == MOST_ECHOED) {
                return echoed.append("…\"").toString();
            }
            echoed.append(Character.isISOControl(c) ? '\uFFFD' : c);
        }
        return echoed.append('"').toString();
    }

    @Override
    public String toString() {
        return location + ": " + severity().name().toLowerCase(Locale.ROOT) + " " + code + " " + message + " ("
                + section() + ")";
    }
}
