package dev.hemstitch.core.model;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.diagnostic.DiagnosticListener;
import dev.hemstitch.core.internal.bytes.AttributeName;
import dev.hemstitch.core.internal.bytes.AttributePattern;
import dev.hemstitch.core.internal.bytes.AttributeScanner;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.LineScanner;
import dev.hemstitch.core.text.SourceLocation;
import org.jspecify.annotations.Nullable;

/** Turns what readers find into diagnostics with their places. */
final class ReadingProblems {
    private final ByteSpan text;
    private final DiagnosticListener listener;
    private final int maxAttributes;
    private @Nullable AttributeScanner scanner;

    private @Nullable AttributePattern pattern;

    /** The tag that was checked before, if it was complete and nothing was wrong with it. */
    private @Nullable HlsTag lastTag;

    ReadingProblems(ByteSpan text, DiagnosticListener listener, int maxAttributes) {
        this.text = text;
        this.listener = listener;
        this.maxAttributes = maxAttributes;
    }

    void report(DiagnosticCode code, LineScanner line, int offset, String message) {
        report(code, line.lineNumber(), line.lineStart(), offset, message);
    }

    void report(DiagnosticCode code, int lineNumber, int lineStart, int offset, String message) {
        SourceLocation location = new SourceLocation(lineNumber, offset - lineStart + 1, offset - text.start());
        listener.report(new Diagnostic(code, location, message));
    }

    /** Reports something that the text as a whole lacks. */
    void reportMissing(DiagnosticCode code, String message) {
        listener.report(new Diagnostic(code, new SourceLocation(1, 1, 0), message));
    }

    void malformedNumber(LineScanner line, String what) {
        int from = line.valueStart();
        report(
                DiagnosticCode.MALFORMED_NUMBER,
                line,
                from,
                what + " has no readable number: " + Diagnostic.echo(text.text(from, line.end())));
    }

    /** Whether the attributes of a tag are complete; reports what is wrong with them. */
    boolean check(HlsTag tag, LineScanner line) {
        if (tag == lastTag && isLikeLast(line)) {
            return true;
        }
        AttributeScanner attributes = scanner == null ? new AttributeScanner(maxAttributes) : scanner;
        scanner = attributes;
        attributes.scan(text, line.valueStart(), line.end());
        AttributeScanner.Problem problem = attributes.problem();
        if (problem != AttributeScanner.Problem.NONE) {
            report(code(problem), line, attributes.problemOffset(), message(tag, problem));
        }
        if (pattern != null) {
            pattern.forget();
        }
        boolean complete = true;
        AttributeName[] required = tag.requiredNames();
        for (int i = 0; i < required.length; i++) {
            if (!attributes.has(text, required[i])) {
                String name = tag.required().get(i).name();
                report(DiagnosticCode.MISSING_ATTRIBUTE, line, line.start(), tag.tagName() + " needs " + name);
                complete = false;
            }
        }
        lastTag = complete && problem == AttributeScanner.Problem.NONE ? tag : null;
        return complete;
    }

    private boolean isLikeLast(LineScanner line) {
        if (scanner == null) {
            return false;
        }
        AttributePattern known = pattern == null ? new AttributePattern(scanner) : pattern;
        pattern = known;
        return known.matches(text, line.valueStart(), line.end());
    }

    private static DiagnosticCode code(AttributeScanner.Problem problem) {
        return switch (problem) {
            case WHITESPACE -> DiagnosticCode.UNEXPECTED_WHITESPACE;
            case DUPLICATE -> DiagnosticCode.DUPLICATE_ATTRIBUTE;
            case TOO_MANY -> DiagnosticCode.LIMIT_ATTRIBUTES;
            default -> DiagnosticCode.MALFORMED_ATTRIBUTE_LIST;
        };
    }

    private static String message(HlsTag tag, AttributeScanner.Problem problem) {
        return tag.tagName()
                + switch (problem) {
                    case WHITESPACE -> " has white space round its attributes";
                    case DUPLICATE -> " has an attribute twice; the first one counts";
                    case TOO_MANY -> " has too many attributes";
                    case UNCLOSED_QUOTE -> " has a quoted string that does not end";
                    default -> " has an attribute that is no NAME=VALUE";
                };
    }
}
