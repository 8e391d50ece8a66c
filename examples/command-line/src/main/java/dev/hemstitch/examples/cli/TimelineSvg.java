package dev.hemstitch.examples.cli;

import dev.hemstitch.core.text.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** A timeline as a picture: a row for each rendition, a box for each stretch. */
final class TimelineSvg {
    private static final int LEFT = 220;
    private static final int WIDTH = 960;
    private static final int ROW = 34;

    private TimelineSvg() {}

    static String draw(List<TimelineCommand.Row> rows) {
        long longest = Math.max(
                1,
                rows.stream()
                        .mapToLong(TimelineCommand.Row::durationNanos)
                        .max()
                        .orElse(0));
        int height = ROW * rows.size() + 50;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
                LEFT + WIDTH + 20,
                height));
        int top = 20;
        for (TimelineCommand.Row row : rows) {
            svg.append(String.format(
                    Locale.ROOT, "<text x=\"10\" y=\"%d\">%s</text>%n", top + 18, escaped(shortened(row.name()))));
            for (Stretch stretch : row.stretches()) {
                box(stretch, top, longest, svg);
            }
            top += ROW;
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\">0 s</text>%n<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s s</text>%n",
                LEFT,
                top + 14,
                LEFT + WIDTH,
                top + 14,
                Decimals.ofNanos(longest).toPlainString()));
        return svg.append("</svg>\n").toString();
    }

    private static void box(Stretch stretch, int top, long longest, StringBuilder svg) {
        String x = pixels(stretch.startNanos(), longest);
        String width = pixels(stretch.endNanos() - stretch.startNanos(), longest);
        String from = Decimals.ofNanos(stretch.startNanos()).toPlainString();
        String to = Decimals.ofNanos(stretch.endNanos()).toPlainString();
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%s\" height=\"24\" fill=\"%s\" transform=\"translate(%s 0)\">"
                        + "<title>%s %s to %s s, %d segments, %s</title></rect>%n",
                LEFT,
                top,
                width,
                colour(stretch.kind()),
                x,
                stretch.kind().name().toLowerCase(Locale.ROOT),
                from,
                to,
                stretch.segments(),
                escaped(stretch.folder())));
        if (stretch.discontinuity()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"#000000\" transform=\"translate(%s 0)\"/>%n",
                    LEFT,
                    LEFT,
                    top - 3,
                    top + 27,
                    x));
        }
    }

    private static String pixels(long nanos, long longest) {
        return BigDecimal.valueOf(nanos)
                .multiply(BigDecimal.valueOf(WIDTH))
                .divide(BigDecimal.valueOf(longest), MathContext.DECIMAL32)
                .toPlainString();
    }

    private static String colour(Stretch.Kind kind) {
        return switch (kind) {
            case CONTENT -> "#4a7fb5";
            case AD -> "#d98032";
            case GAP -> "#c8c8c8";
        };
    }

    private static String shortened(String name) {
        return name.length() <= 32 ? name : "…" + name.substring(name.length() - 31);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
