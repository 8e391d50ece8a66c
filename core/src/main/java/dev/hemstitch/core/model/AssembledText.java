package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteRope;
import dev.hemstitch.core.internal.bytes.ByteSink;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.LateText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Text that is put together of ranges of other texts and of what is written between them, line by line. */
final class AssembledText {
    private final String lineEnd;
    private final ByteRope output;
    private final int firstRoom;

    /** All that is written; what stands in it from the mark on is not yet part of the output. */
    private @Nullable ByteSink sink;

    private int mark;
    private boolean isWriting;

    /** Whether the output so far ends within a line: only the last line of a text can do without its end. */
    private boolean lacksEnd;

    /**
     * @param ranges how many ranges there will be, about
     * @param firstRoom for how many bytes there is room when writing begins
     */
    AssembledText(String lineEnd, int ranges, int firstRoom) {
        this.lineEnd = lineEnd;
        this.output = new ByteRope(ranges);
        this.firstRoom = firstRoom;
    }

    /** Adds a range of a span's array as it is. */
    void add(ByteSpan text, int from, int to) {
        if (from < to) {
            endWriting();
            endLine();
            output.add(text, from, to);
            lacksEnd = to == text.end() && text.at(to - 1) != '\n';
        }
    }

    /**
     * Adds text that is rendered only when it is written.
     *
     * @param endsLine whether its last line has its end, or goes on with what is added next
     */
    void add(LateText text, boolean endsLine) {
        endWriting();
        endLine();
        output.add(text);
        lacksEnd = !endsLine;
    }

    /** A sink whose text goes behind what there is, at the start of a line. */
    ByteSink writing() {
        if (!isWriting) {
            return startWriting(firstRoom / 8);
        }
        ByteSink out = Objects.requireNonNull(sink);
        if (out.size() > mark && !out.endsWithNewline()) {
            out.append(lineEnd);
        }
        return out;
    }

    /** The same, with room for a number of bytes if writing begins with it. */
    ByteSink writing(int room) {
        return isWriting ? writing() : startWriting(room);
    }

    private ByteSink startWriting(int room) {
        endLine();
        ByteSink out = sink;
        if (out == null || out.room() < room) {
            out = new ByteSink(Math.max(room, out == null ? firstRoom : firstRoom / 2));
            sink = out;
        }
        mark = out.size();
        isWriting = true;
        return out;
    }

    private void endWriting() {
        if (isWriting) {
            ByteSink written = Objects.requireNonNull(sink);
            lacksEnd = written.size() > mark && !written.endsWithNewline();
            output.add(written, mark);
            isWriting = false;
        }
    }

    private void endLine() {
        if (lacksEnd) {
            ByteSpan end = ByteSpan.ofUtf8(lineEnd);
            output.add(end, end.start(), end.end());
            lacksEnd = false;
        }
    }

    /** All of it; nothing may be added afterwards. */
    ByteRope toRope() {
        endWriting();
        return output;
    }
}
