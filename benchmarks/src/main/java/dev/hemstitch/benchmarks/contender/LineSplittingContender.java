package dev.hemstitch.benchmarks.contender;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a hurried service writes: there is no model, so it keeps the text, and for each viewer splits that into lines and
 * puts them into a string builder, whatever changes. It knows where a segment ends and a few tags by their first
 * characters.
 *
 * <p>{@code String.split} on one character needs no regular expression and is the fastest way to lines that the JDK
 * has in one call, ahead of {@code String.lines} and {@code BufferedReader}.
 */
class LineSplittingContender implements Contender {
    private static final String KEY_URI = "URI=\"";

    @Override
    public String[] parseMedia(byte[] text) {
        return split(new String(text, StandardCharsets.UTF_8));
    }

    @Override
    public String[] parseMultivariant(byte[] text) {
        return parseMedia(text);
    }

    @Override
    public Object keep(byte[] text) {
        return new String(text, StandardCharsets.UTF_8);
    }

    static String[] split(String text) {
        return text.split("\n");
    }

    /** The lines of what was kept. */
    String[] lines(Object kept) {
        return split((String) kept);
    }

    /** Where lines go. */
    StringBuilder builder(String[] lines) {
        return new StringBuilder();
    }

    @Override
    public byte[] write(Object playlist) {
        String[] lines = lines(playlist);
        StringBuilder text = builder(lines);
        for (String line : lines) {
            text.append(line).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Scene scene(Object content, List<Object> ads, List<Integer> positions) {
        LineSplice splice = new LineSplice(ads.stream().map(this::lines).toList(), positions);
        return () -> {
            String[] lines = lines(content);
            return splice.spliced(lines, builder(lines)).toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    @Override
    public byte[] writeAbsolute(Object content, String base) {
        URI origin = URI.create(base);
        String[] lines = lines(content);
        StringBuilder text = builder(lines);
        for (String line : lines) {
            if (line.charAt(0) != '#') {
                text.append(origin.resolve(line));
            } else if (line.startsWith("#EXT-X-KEY:") && line.contains(KEY_URI)) {
                int from = line.indexOf(KEY_URI) + KEY_URI.length();
                int to = line.indexOf('"', from);
                text.append(line, 0, from)
                        .append(origin.resolve(line.substring(from, to)))
                        .append(line, to, line.length());
            } else {
                text.append(line);
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
