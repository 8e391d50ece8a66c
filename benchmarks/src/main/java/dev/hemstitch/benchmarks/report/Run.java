package dev.hemstitch.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/**
 * The figures of one JMH run on one JDK.
 *
 * @param jdk the version of the JDK
 * @param machine the virtual machine, and how often each figure was measured with a new one
 * @param figures what was measured, by names such as {@code SpliceBenchmark.splice(HEMSTITCH,VOD_1200)}: class, method
 *     and the values of the parameters in the order of their names
 */
record Run(String jdk, String machine, Map<String, Figure> figures) {
    /**
     * A measured operation.
     *
     * @param micros the median over forks of the mean time of one call, in microseconds
     * @param bytes the same of what one call allocates; 0 if that was not measured
     */
    record Figure(double micros, double bytes) {}

    static Run read(Path file) throws IOException {
        return of(new ObjectMapper().readTree(file.toFile()));
    }

    static Run of(JsonNode results) {
        Map<String, Figure> figures = new TreeMap<>();
        String jdk = "";
        String machine = "";
        for (JsonNode result : results) {
            jdk = result.path("jdkVersion").asText();
            machine = machine(result);
            JsonNode time = result.path("primaryMetric");
            if (!time.path("scoreUnit").asText().equals("us/op")) {
                throw new IllegalArgumentException("not in microseconds: " + result.path("benchmark"));
            }
            figures.put(
                    name(result),
                    new Figure(
                            medianOfForks(time),
                            medianOfForks(result.path("secondaryMetrics").path("gc.alloc.rate.norm"))));
        }
        return new Run(jdk, machine, figures);
    }

    Optional<Figure> figure(String name) {
        return Optional.ofNullable(figures.get(name));
    }

    Optional<Double> micros(String name) {
        return figure(name).map(Figure::micros);
    }

    /** The name among the given ones that took the least time; empty if none was measured. */
    Optional<String> fastest(Collection<String> names) {
        return names.stream()
                .filter(figures::containsKey)
                .min(Comparator.comparingDouble(name -> micros(name).orElse(Double.MAX_VALUE)));
    }

    private static String machine(JsonNode result) {
        return result.path("vmName").asText() + " " + result.path("vmVersion").asText() + ", JMH "
                + result.path("jmhVersion").asText() + ", forks: "
                + result.path("forks").asText();
    }

    private static String name(JsonNode result) {
        String benchmark = result.path("benchmark").asText();
        String method = benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
        Map<String, String> parameters = new TreeMap<>();
        result.path("params")
                .properties()
                .forEach(
                        entry -> parameters.put(entry.getKey(), entry.getValue().asText()));
        return parameters.isEmpty()
                ? method
                : method + parameters.values().stream().collect(Collectors.joining(",", "(", ")"));
    }

    /** Forks differ by how the compiler happened to see the code; the odd one out must not count. */
    private static double medianOfForks(JsonNode metric) {
        double[] means = StreamSupport.stream(metric.path("rawData").spliterator(), false)
                .mapToDouble(fork -> StreamSupport.stream(fork.spliterator(), false)
                        .flatMapToDouble(value -> DoubleStream.of(value.asDouble()))
                        .average()
                        .orElse(0))
                .sorted()
                .toArray();
        int middle = means.length / 2;
        if (means.length == 0) {
            return 0;
        }
        return means.length % 2 == 1 ? means[middle] : (means[middle - 1] + means[middle]) / 2;
    }
}
