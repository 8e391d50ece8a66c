package dev.hemstitch.core.model;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.diagnostic.DiagnosticListener;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.LineScanner;
import dev.hemstitch.core.text.AttributeList;

/**
 * How much of what a reader takes, and who is told when it is too much: the listener must not return then.
 *
 * @param maxLineBytes the most bytes of a line with its end
 * @param maxLines the most lines
 * @param maxSegments the most segments, or variants
 * @param maxAttributes the most attributes of a tag
 * @param listener takes what is found
 */
record ReadingLimits(int maxLineBytes, int maxLines, int maxSegments, int maxAttributes, DiagnosticListener listener) {

    /** For text that this library wrote or has read before. */
    static final ReadingLimits NONE = new ReadingLimits(
            Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, AttributeList.MOST_ATTRIBUTES, p -> {});

    ReadingProblems problems(ByteSpan text) {
        return new ReadingProblems(text, listener, maxAttributes);
    }

    void checkLine(LineScanner line, ByteSpan text, ReadingProblems problems) {
        int length = line.nextLine() - line.lineStart();
        if (length > maxLineBytes) {
            String start = Diagnostic.echo(text.text(line.start(), Math.min(line.end(), line.start() + 100)));
            problems.report(
                    DiagnosticCode.LIMIT_LINE_BYTES,
                    line,
                    line.lineStart(),
                    "the line has " + length + " bytes, more than " + maxLineBytes + ": " + start);
        }
        if (line.lineNumber() > maxLines) {
            problems.report(
                    DiagnosticCode.LIMIT_LINES, line, line.lineStart(), "there are more than " + maxLines + " lines");
        }
    }

    void checkSegments(int count, LineScanner line, ReadingProblems problems) {
        if (count >= maxSegments) {
            problems.report(
                    DiagnosticCode.LIMIT_SEGMENTS,
                    line,
                    line.lineStart(),
                    "there are more than " + maxSegments + " segments or variants");
        }
    }
}
