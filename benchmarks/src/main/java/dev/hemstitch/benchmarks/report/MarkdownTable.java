package dev.hemstitch.benchmarks.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of one run. */
final class MarkdownTable {
    private static final String NOTHING = "–";
    private static final int RIVALS = 4;
    private static final String HEAD = """
            | work | Hemstitch | B/op | lindstrom | open-m3u8 | text | kept lines | limit | targets |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    private final Run run;

    private MarkdownTable(Run run) {
        this.run = run;
    }

    static String of(Run run, List<Row> rows) {
        List<Row> measured =
                rows.stream().filter(row -> run.figure(row.own()).isPresent()).toList();
        List<Target.Verdict> verdicts = measured.stream()
                .flatMap(row -> row.targets().stream().map(target -> target.judge(run, row)))
                .flatMap(Optional::stream)
                .toList();
        long met = verdicts.stream().filter(Target.Verdict::isMet).count();
        return "### JDK " + run.jdk() + "\n\n" + run.machine() + ". Targets met: " + met + " of " + verdicts.size()
                + ".\n\n" + HEAD
                + measured.stream().map(new MarkdownTable(run)::line).collect(Collectors.joining());
    }

    private String line(Row row) {
        StringBuilder line = new StringBuilder("| " + row.work());
        cell(line, micros(row.own(), row).orElse(NOTHING));
        cell(
                line,
                run.figure(row.own())
                        .map(figure -> Numbers.bytes(figure.bytes()))
                        .orElse(NOTHING));
        for (int i = 0; i < RIVALS; i++) {
            String rival = i < row.shown().size() ? row.shown().get(i) : "";
            cell(line, beside(rival, row, micros -> micros / own(row)));
        }
        cell(line, beside(row.limit(), row, micros -> own(row) / micros));
        return line.append(" | ").append(verdicts(row)).append(" |\n").toString();
    }

    private static void cell(StringBuilder line, String text) {
        line.append(" | ").append(text);
    }

    private String verdicts(Row row) {
        String verdicts = row.targets().stream()
                .flatMap(target -> target.judge(run, row).stream())
                .map(verdict -> (verdict.isMet() ? "✓ " : "✗ ") + verdict.text() + ": " + verdict.reached())
                .collect(Collectors.joining("<br>"));
        return verdicts.isEmpty() ? NOTHING : verdicts;
    }

    private double own(Row row) {
        return run.micros(row.own()).orElse(Double.NaN);
    }

    /** A time with its ratio in brackets. */
    private String beside(String name, Row row, Function<Double, Double> ratio) {
        return micros(name, row)
                .map(time -> time + " ("
                        + run.micros(name).map(ratio).map(Numbers::ratio).orElse(NOTHING) + ")")
                .orElse(NOTHING);
    }

    private Optional<String> micros(String name, Row row) {
        return run.micros(name)
                .map(micros -> row.segments() == 0
                        ? Numbers.micros(micros)
                        : Numbers.micros(micros) + ", a segment " + Numbers.nanos(micros / row.segments()));
    }
}
