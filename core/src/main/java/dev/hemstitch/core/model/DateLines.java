package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.AttributeScanner;
import dev.hemstitch.core.internal.bytes.ByteSink;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.LineScanner;
import dev.hemstitch.core.internal.bytes.MovableDates;
import dev.hemstitch.core.text.AttributeList;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The dates among the lines of a text's segments, looked for once: all in their common spelling are moved by writing their
 * digits, else all are moved line by line. Immutable.
 */
final class DateLines {
    /** Text between dates that is not shorter is not worth another copy. */
    private static final int LONG_BYTES = 1_024;

    private final ByteSpan text;

    /** Where the line of each date range starts. */
    private final SegmentIndexes ranges = new SegmentIndexes();

    /** All dates, unless one is spelled in another way. */
    private final @Nullable MovableDates common;

    DateLines(SegmentOrigin origin) {
        text = origin.text();
        MovableDates dates = new MovableDates(text);
        AttributeScanner attributes = new AttributeScanner(AttributeList.MOST_ATTRIBUTES);
        boolean all = true;
        for (int i = 0; i < origin.count(); i++) {
            if ((origin.tags(i) & DateShift.TAGS) != 0) {
                LineScanner line = new LineScanner(text.slice(origin.start(i), origin.start(i + 1)), HlsTag.TABLE);
                boolean counts = (origin.tags(i) & HlsTag.DATERANGE.bit()) != 0;
                while (line.next()) {
                    if (line.tag() < 0) {
                        continue;
                    }
                    if (HlsTag.at(line.tag()) == HlsTag.PROGRAM_DATE_TIME) {
                        all &= dates.add(line.valueStart(), line.end(), MovableDates.NO_RANGE);
                    } else if (counts && HlsTag.at(line.tag()) == HlsTag.DATERANGE) {
                        attributes.scan(text, line.valueStart(), line.end());
                        all &= attributes.problem() == AttributeScanner.Problem.NONE
                                && add(dates, attributes, ranges.count());
                        ranges.add(line.lineStart());
                    }
                }
            }
        }
        dates.trim();
        common = all ? dates : null;
    }

    /** Adds START-DATE and END-DATE in the order in which they stand. */
    private boolean add(MovableDates dates, AttributeScanner attributes, int range) {
        boolean all = true;
        for (int i = 0; i < attributes.count(); i++) {
            if (attributes.isNamed(text, i, "START-DATE") || attributes.isNamed(text, i, "END-DATE")) {
                int from = attributes.valueStart(i);
                int to = attributes.valueEnd(i);
                all &= text.at(from) == '"' && dates.add(from + 1, to - 1, range);
            }
        }
        return all;
    }

    /** Adds a part of the text, from the start of a line to another one, with its dates moved. */
    void addMoved(AssembledText output, int from, int to, DateShift shift) {
        MovableDates dates = common;
        if (dates == null || !canMove(dates, shift)) {
            ByteSink out = output.writing(to - from + LONG_BYTES);
            appendByLine(out, from, to, shift);
            return;
        }
        int at = from;
        int last = dates.place(to);
        for (int i = dates.place(from); i < last; ) {
            int start = dates.start(i);
            int next = i + 1;
            while (next < last && dates.start(next) - dates.end(next - 1) < LONG_BYTES) {
                next++;
            }
            if (start - at >= LONG_BYTES) {
                output.add(text, at, start);
                at = start;
            }
            int end = next == last && to - dates.end(next - 1) < LONG_BYTES ? to : dates.end(next - 1);
            output.add(
                    dates.moved(at, end, i, next, shift.programDates(), shift.dateRanges()),
                    end < text.end() || text.at(end - 1) == '\n');
            at = end;
            i = next;
        }
        output.add(text, at, to);
    }

    /** Writes a line with its dates moved. */
    void appendMoved(ByteSink out, PlaylistLine line, DateShift shift) {
        MovableDates dates = common;
        int from = line.whole().start();
        int to = line.whole().end();
        if (dates == null || !canMove(dates, shift)) {
            appendByLine(out, from, to, shift);
        } else {
            out.append(dates.moved(
                    from, to, dates.place(from), dates.place(to), shift.programDates(), shift.dateRanges()));
        }
    }

    private static boolean canMove(MovableDates dates, DateShift shift) {
        boolean can = dates.canMoveBy(shift.programDates());
        for (int i = 0; i < shift.dateRanges().size(); i++) {
            can &= dates.canMoveBy(shift.dateRanges().get(i));
        }
        return can;
    }

    private void appendByLine(ByteSink out, int from, int to, DateShift shift) {
        for (PlaylistLine line : PlaylistLine.of(text.slice(from, to))) {
            Duration by = line.is(HlsTag.DATERANGE)
                    ? shift.ofRange(ranges.find(line.whole().start()))
                    : shift.programDates();
            String moved = line.isIn(DateShift.TAGS) && !by.isZero() ? line.datesMoved(by) : "";
            if (moved.isEmpty() || moved.equals(line.text())) {
                out.append(line.whole());
            } else {
                out.append(text, line.whole().start(), line.content().start());
                out.append(moved);
                out.append(text, line.content().end(), line.whole().end());
            }
        }
    }
}
