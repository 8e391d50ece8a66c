package dev.hemstitch.ads.scte35;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A section that somebody else published.
 *
 * @param name what it shows
 * @param source who published it, and its values
 * @param text base64 or hexadecimal
 * @param values what it means, by {@link Fields}; empty if that was not published
 */
record Vector(String name, String source, String text, Map<String, String> values) {
    static List<Vector> published() {
        return read("/scte35/published.txt");
    }

    static List<Vector> roundTripOnly() {
        return read("/scte35/round-trip.txt");
    }

    static List<Vector> all() {
        List<Vector> all = new ArrayList<>(published());
        all.addAll(roundTripOnly());
        return all;
    }

    /** The bytes by the JDK's decoders, not by ours, without what fills a transport packet. */
    byte[] bytes() {
        String hex = text.toLowerCase(Locale.ROOT).startsWith("0x") ? text.substring(2) : text;
        byte[] bytes = hex.toLowerCase(Locale.ROOT).startsWith("fc")
                ? HexFormat.of().parseHex(hex)
                : Base64.getDecoder().decode(text);
        return Arrays.copyOf(bytes, 3 + sectionLength(bytes));
    }

    static int sectionLength(byte[] bytes) {
        return ((bytes[1] & 0xF) << 8) | (bytes[2] & 0xFF);
    }

    private static List<Vector> read(String resource) {
        try (InputStream in = Objects.requireNonNull(Vector.class.getResourceAsStream(resource))) {
            List<Vector> vectors = new ArrayList<>();
            for (String block : Splitter.on("\n\n").split(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
                Map<String, String> lines = new LinkedHashMap<>();
                block.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                    int colon = line.indexOf(": ");
                    lines.put(line.substring(0, colon), line.substring(colon + 2));
                });
                if (!lines.isEmpty()) {
                    vectors.add(new Vector(
                            lines.getOrDefault("name", ""),
                            lines.getOrDefault("source", ""),
                            lines.getOrDefault("text", ""),
                            pairs(lines.getOrDefault("values", ""))));
                }
            }
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> pairs(String values) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : Splitter.on(' ').split(values)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return pairs;
    }

    @Override
    public String toString() {
        return name + " (" + source + ")";
    }
}
