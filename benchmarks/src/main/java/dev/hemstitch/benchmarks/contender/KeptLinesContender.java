package dev.hemstitch.benchmarks.contender;

import java.nio.charset.StandardCharsets;

/**
 * The same with a second thought: the lines are split once and kept, several times the size of their text, and the
 * string builder need not grow. That is a model, if a poor one, so no target counts it; it shows how far text gets.
 */
final class KeptLinesContender extends LineSplittingContender {
    @Override
    public Object keep(byte[] text) {
        return split(new String(text, StandardCharsets.UTF_8));
    }

    @Override
    String[] lines(Object kept) {
        return (String[]) kept;
    }

    @Override
    StringBuilder builder(String[] lines) {
        return new StringBuilder(72 * lines.length);
    }
}
