package dev.hemstitch.core.coverage;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.text.Attribute;
import java.util.LinkedHashMap;
import java.util.Map;

/** A playlist around one tag, for each tag where it belongs. */
final class Context {
    private static final String MEDIA_HEAD = "#EXTM3U\n#EXT-X-VERSION:10\n#EXT-X-TARGETDURATION:6\n";
    private static final String DATE = "#EXT-X-PROGRAM-DATE-TIME:2026-05-01T12:00:00.000Z\n";
    private static final String SEGMENT = "#EXTINF:6.0,\na.ts\n";

    private Context() {}

    /** The text with this line in its place. */
    static String around(HlsTag tag, String line) {
        String variant = "#EXT-X-STREAM-INF:BANDWIDTH=1\nv.m3u8\n";
        return switch (tag.scope()) {
            case BASIC ->
                "#EXTM3U\n" + (tag == HlsTag.EXTM3U ? "" : line + "\n") + "#EXT-X-TARGETDURATION:6\n" + SEGMENT;
            case MEDIA_PLAYLIST, SHARED ->
                tag == HlsTag.TARGETDURATION ? "#EXTM3U\n" + line + "\n" + SEGMENT : MEDIA_HEAD + line + "\n" + SEGMENT;
            case MEDIA_SEGMENT ->
                tag == HlsTag.INF
                        ? MEDIA_HEAD + line + "\na.ts\n"
                        : MEDIA_HEAD + "#EXT-X-PART-INF:PART-TARGET=3.0\n" + line + "\n" + SEGMENT;
            case MEDIA_METADATA ->
                tag == HlsTag.DATERANGE
                        ? MEDIA_HEAD + DATE + line + "\n" + SEGMENT
                        : tag == HlsTag.SKIP ? MEDIA_HEAD + line + "\n" + SEGMENT : MEDIA_HEAD + SEGMENT + line + "\n";
            case MULTIVARIANT -> "#EXTM3U\n" + (tag == HlsTag.STREAM_INF ? line + "\nv.m3u8\n" : line + "\n" + variant);
        };
    }

    /** A line of the tag with all that it needs, and the attribute written so. */
    static String line(HlsTag tag, Attribute<?> attribute, String value) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Attribute<?> other : tag.attributes()) {
            boolean needed =
                    other.isRequired() || (tag == HlsTag.DEFINE && other.name().equals("NAME"));
            if (needed && !isOtherDefinition(tag, attribute, other)) {
                values.put(other.name(), Sample.of(tag, other).one());
            }
        }
        values.put(attribute.name(), value);
        StringBuilder line = new StringBuilder("#" + tag.tagName() + ":");
        values.forEach((name, text) -> line.append(line.charAt(line.length() - 1) == ':' ? "" : ",")
                .append(name)
                .append('=')
                .append(text));
        return line.toString();
    }

    private static boolean isOtherDefinition(HlsTag tag, Attribute<?> attribute, Attribute<?> other) {
        boolean names = attribute.name().equals("IMPORT") || attribute.name().equals("QUERYPARAM");
        return tag == HlsTag.DEFINE && names && other.name().equals("NAME");
    }

    static Playlist playlist(HlsTag tag, String line) {
        return PlaylistParser.lenient().parse(around(tag, line));
    }
}
