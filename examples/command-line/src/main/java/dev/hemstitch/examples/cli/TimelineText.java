package dev.hemstitch.examples.cli;

import dev.hemstitch.core.text.Decimals;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A timeline for the terminal: a bar for each rendition and a line for each stretch. */
final class TimelineText {
    private static final int COLUMNS = 72;

    private TimelineText() {}

    static void print(List<TimelineCommand.Row> rows, PrintWriter out) {
        long longest = rows.stream()
                .mapToLong(TimelineCommand.Row::durationNanos)
                .max()
                .orElse(0);
        for (TimelineCommand.Row row : rows) {
            out.println(row.name() + "  " + seconds(row.durationNanos()) + " s");
            out.println("  " + bar(row, Math.max(1, longest)));
            for (Stretch stretch : row.stretches()) {
                out.printf(
                        Locale.ROOT,
                        "  %s %12s %12s  %-7s  %d x %s%n",
                        stretch.discontinuity() ? "|" : " ",
                        seconds(stretch.startNanos()),
                        seconds(stretch.endNanos()),
                        stretch.kind().name().toLowerCase(Locale.ROOT),
                        stretch.segments(),
                        stretch.folder().isEmpty() ? "./" : stretch.folder());
            }
        }
        out.println("= content  # ad  . gap  | discontinuity");
        out.flush();
    }

    private static String bar(TimelineCommand.Row row, long longest) {
        char[] bar = new char[column(row.durationNanos(), longest) + 1];
        Arrays.fill(bar, ' ');
        for (Stretch stretch : row.stretches()) {
            int from = column(stretch.startNanos(), longest);
            int to = Math.max(from + 1, column(stretch.endNanos(), longest));
            Arrays.fill(bar, from, Math.min(to, bar.length), mark(stretch.kind()));
            if (stretch.discontinuity()) {
                bar[from] = '|';
            }
        }
        return new String(bar).stripTrailing();
    }

    private static char mark(Stretch.Kind kind) {
        return switch (kind) {
            case CONTENT -> '=';
            case AD -> '#';
            case GAP -> '.';
        };
    }

    private static int column(long nanos, long longest) {
        // Dividing first keeps the product within a long for any duration.
        return (int) Math.min(COLUMNS, nanos / Math.max(1, longest / COLUMNS));
    }

    private static String seconds(long nanos) {
        return Decimals.ofNanos(nanos).toPlainString();
    }
}
