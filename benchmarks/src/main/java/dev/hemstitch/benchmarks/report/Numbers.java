package dev.hemstitch.benchmarks.report;

import java.util.Locale;

/** Figures with as many digits as they deserve. */
final class Numbers {
    private Numbers() {}

    static String micros(double micros) {
        return digits(micros) + " µs";
    }

    static String nanos(double micros) {
        return digits(1_000 * micros) + " ns";
    }

    static String ratio(double ratio) {
        return digits(ratio) + " ×";
    }

    static String bytes(double bytes) {
        return String.format(Locale.ROOT, "%,d", Math.round(bytes));
    }

    /** Two or three digits that count, more only before the point. */
    private static String digits(double value) {
        if (value >= 100) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        String text = String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
