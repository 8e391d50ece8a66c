package dev.hemstitch.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Bars of the time that each contender takes, on a logarithmic scale: each line to the right is ten times as long. The
 * colours stand out on light and on dark ground, and the text takes the ground's contrary.
 */
final class BarChart {
    private static final int LEFT = 110;
    private static final int WIDTH = 860;
    private static final int RIGHT = 90;
    private static final int BAR = 15;
    private static final int GAP = 34;
    private static final List<String> NAMES =
            List.of("Hemstitch", "limit", "lindstrom", "open-m3u8", "text", "kept lines");
    private static final List<String> COLOURS =
            List.of("#2f9e6e", "#8a929c", "#c9803a", "#b5577b", "#5b84c4", "#9bb3dc");
    private static final String STYLE = """
            <style>
            text { font: 12px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #24292f; }
            .work { font-weight: 600; }
            .grid { stroke: #8a929c; stroke-opacity: 0.35; }
            @media (prefers-color-scheme: dark) { text { fill: #e6edf3; } }
            </style>
            """;

    private final Run run;
    private final StringBuilder svg = new StringBuilder();
    private double least = Double.MAX_VALUE;
    private double most;

    private BarChart(Run run) {
        this.run = run;
    }

    private record Bar(int series, double micros) {}

    /** The picture of the rows that were measured. */
    static String of(Run run, List<Row> rows) {
        return new BarChart(run)
                .draw(rows.stream()
                        .filter(row -> run.figure(row.own()).isPresent())
                        .toList());
    }

    private List<Bar> bars(Row row) {
        List<String> names = new ArrayList<>(List.of(row.own(), row.limit()));
        names.addAll(row.shown());
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int series = i;
            Optional<Double> micros = run.micros(names.get(i));
            micros.ifPresent(value -> bars.add(new Bar(series, value)));
        }
        return bars;
    }

    private String draw(List<Row> rows) {
        int height = 50;
        for (Row row : rows) {
            for (Bar bar : bars(row)) {
                least = Math.min(least, bar.micros());
                most = Math.max(most, bar.micros());
                height += BAR;
            }
            height += GAP;
        }
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">\n"
                        + "<title>Microseconds per call, JDK %s, logarithmic scale: shorter is better</title>\n",
                WIDTH,
                height,
                run.jdk()));
        svg.append(STYLE);
        text(10, 20, "", "Microseconds per call on JDK " + run.jdk() + ", logarithmic scale: shorter is better");
        grid(height);
        int y = 46;
        for (Row row : rows) {
            text(10, y + 12, "work", row.work());
            y += 18;
            for (Bar bar : bars(row)) {
                bar(bar, y);
                y += BAR;
            }
            y += GAP - 18;
        }
        return svg.append("</svg>\n").toString();
    }

    private void grid(int height) {
        for (int power = (int) Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power++) {
            double x = x(Math.pow(10, power));
            if (x >= LEFT && x <= WIDTH - RIGHT) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<line class=\"grid\" x1=\"%.1f\" y1=\"40\" x2=\"%.1f\" y2=\"%d\"/>\n",
                        x,
                        x,
                        height - 10));
                text(x + 3, 38, "", Numbers.micros(Math.pow(10, power)));
            }
        }
    }

    private void bar(Bar bar, int y) {
        text(18, y + 11, "", NAMES.get(bar.series()));
        double end = x(bar.micros());
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\"/>\n",
                LEFT,
                y,
                Math.max(1, end - LEFT),
                BAR - 3,
                COLOURS.get(bar.series())));
        text(end + 5, y + 11, "", Numbers.micros(bar.micros()));
    }

    /** Where a time ends; half of the least one is where the bars start, so that it has a bar too. */
    private double x(double micros) {
        double from = Math.log10(least / 2);
        return LEFT + (Math.log10(micros) - from) / (Math.log10(most) - from) * (WIDTH - LEFT - RIGHT);
    }

    private void text(double x, double y, String style, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\"%s>%s</text>\n",
                x,
                y,
                style.isEmpty() ? "" : " class=\"" + style + "\"",
                text));
    }
}
