package dev.hemstitch.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads results of JMH and writes them into a Markdown file, between {@code <!-- figures -->} and {@code <!-- /figures
 * -->}, and into an SVG file.
 *
 * <p>Arguments in any order: JSON files, one for each JDK; a {@code .md} file that has the two marks; a {@code .svg}
 * file, which shows the last JSON file.
 */
public final class Report {
    private static final String FROM = "<!-- figures -->\n";
    private static final String TO = "<!-- /figures -->";

    private Report() {}

    /**
     * Writes the report.
     *
     * @param arguments file names
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        List<Run> runs = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.endsWith(".json")) {
                runs.add(Run.read(Path.of(argument)));
            }
        }
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("no result: name the JSON files that JMH wrote");
        }
        String tables =
                runs.stream().map(run -> MarkdownTable.of(run, Rows.all())).collect(Collectors.joining("\n"));
        for (String argument : arguments) {
            Path file = Path.of(argument);
            if (argument.endsWith(".md")) {
                Files.writeString(file, replaced(Files.readString(file), tables));
            } else if (argument.endsWith(".svg")) {
                Files.writeString(file, BarChart.of(runs.get(runs.size() - 1), Rows.pictured()));
            }
        }
    }

    /** The text with other figures between its marks. */
    static String replaced(String text, String figures) {
        int from = text.indexOf(FROM);
        int to = text.indexOf(TO);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("the file has no place for figures: " + FROM.strip() + " … " + TO);
        }
        return text.substring(0, from + FROM.length()) + "\n" + figures + "\n" + text.substring(to);
    }
}
