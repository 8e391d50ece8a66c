package dev.hemstitch.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long a source file may be: a file over {@value #NEEDS_REASON} code lines says why in a comment line that starts with
 * {@code // Size:}, and none is over {@value #LIMIT}. A code line is one that holds more than blanks and comments.
 */
public final class SourceSize {
    public static final int NEEDS_REASON = 300;
    public static final int LIMIT = 500;

    private SourceSize() {}

    /** Every file under {@code root} that is too long, one line each; empty when all is well. */
    public static List<String> violations(Path root) {
        List<String> violations = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                String text = Files.readString(file);
                int lines = codeLines(text);
                if (lines > LIMIT) {
                    violations.add(file + ": " + lines + " code lines, the limit is " + LIMIT);
                } else if (lines > NEEDS_REASON && !hasReason(text)) {
                    violations.add(file + ": " + lines + " code lines; over " + NEEDS_REASON
                            + " needs a comment line \"// Size: <reason>\"");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return violations;
    }

    static boolean hasReason(String text) {
        return text.lines()
                .map(String::strip)
                .anyMatch(l -> l.startsWith("// Size:")
                        && !l.substring("// Size:".length()).isBlank());
    }

    /** The number of lines with something on them besides blanks and comments. */
    static int codeLines(String text) {
        int count = 0;
        boolean code = false;
        String end = ""; // what ends the comment or literal that we are in; empty: in plain code
        boolean comment = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                count += code ? 1 : 0;
                code = false;
                if (end.equals("\n")) {
                    end = "";
                    comment = false;
                }
            } else if (!end.isEmpty()) {
                code |= !comment && !Character.isWhitespace(c);
                if (text.startsWith(end, i)) {
                    i += end.length() - 1;
                    end = "";
                    comment = false;
                } else if (!comment && c == '\\') {
                    i++;
                }
            } else if (text.startsWith("//", i)) {
                end = "\n";
                comment = true;
            } else if (text.startsWith("/*", i)) {
                end = "*/";
                comment = true;
                i++;
            } else if (!Character.isWhitespace(c)) {
                code = true;
                if (c == '"' || c == '\'') {
                    end = text.startsWith("\"\"\"", i) ? "\"\"\"" : String.valueOf(c);
                    i += end.length() - 1;
                }
            }
        }
        return count + (code ? 1 : 0);
    }
}
